using System.Collections.Frozen;
using LandLedger.Filters;
using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Layers;

namespace LandLedger.GeoPackage.Layers;

/// <summary>The feature table of a layer: the id, a column for each property, the geometry last.</summary>
internal sealed class LayerTable
{
    public const string Alias = "t";

    private readonly Layer _layer;
    private readonly IReadOnlyList<string> _columns;

    public LayerTable(Layer layer)
    {
        _layer = layer;
        _columns = LayerColumns.Of(layer.Properties);
        Index = new(NameOf(layer.Name), LayerColumns.Key, _columns[^1]);
    }

    public SpatialIndex Index { get; }

    public string Name => NameOf(_layer.Name);

    public string Geometry => _columns[^1];

    /// <summary>Columns after the id.</summary>
    public int Count => _columns.Count;

    /// <summary>All columns of a feature t, the id first.</summary>
    public string Select => string.Join(", ", All.Select(column => $"{Alias}.{SqlName.Quoted(column)}"));

    public string From => $"{SqlName.Quoted(Name)} {Alias}";

    /// <summary>Apart from everything that a store has under names of its own.</summary>
    public static string NameOf(string layer) => "layer_" + layer;

    /// <summary>Makes the table, empty or temporary under another name.</summary>
    public string Create(string what, string kind) =>
        $"CREATE {what} ({SqlName.Quoted(LayerColumns.Key)} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
        + string.Join(", ", _columns.Select((column, i) => $"{SqlName.Quoted(column)} {TypeOf(i, kind)}"))
        + ");";

    public FilterTable ForFilters() =>
        new(Alias, LayerColumns.Key)
        {
            Columns = Enumerable
                .Range(0, _columns.Count)
                .ToFrozenDictionary(i => _layer.Properties[i].Name, i => _columns[i]),
            Trees = new Dictionary<string, string> { [_layer.Geometry.Name] = Index.Tree }.ToFrozenDictionary(),
            HasJsonLists = true,
        };

    private IEnumerable<string> All => _columns.Prepend(LayerColumns.Key);

    /// <summary>Types of the standard, in which a list is a text.</summary>
    private string TypeOf(int column, string kind) =>
        _layer.Properties[column].Type switch
        {
            FilterType.Integer => "INTEGER",
            FilterType.Number => "DOUBLE",
            FilterType.Boolean => "BOOLEAN",
            FilterType.Date => "DATE",
            FilterType.Timestamp => "DATETIME",
            FilterType.Geometry => kind.ToUpperInvariant(),
            _ => "TEXT",
        };
}
