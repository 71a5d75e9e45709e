using System.Collections.Frozen;
using LandLedger.Filters;
using LandLedger.Layers;
using LandLedger.PostGis.Filters;

namespace LandLedger.PostGis.Layers;

/// <summary>The table of a layer: the id, a column for each property, the geometry last.</summary>
internal sealed class LayerTable(Layer layer)
{
    private const string Alias = "t.";
    private const string Areas = "Polygon";

    private readonly IReadOnlyList<string> _columns = LayerColumns.Of(layer.Properties);

    public string Name { get; } = NameOf(layer.Name);

    /// <summary>Its name while it is filled; no layer can have it.</summary>
    public string Coming { get; } = Quoted("layer:" + layer.Name);

    public string Geometry => Alias + Quoted(_columns[^1]);

    /// <summary>All columns, the id first.</summary>
    public string Columns => string.Join(", ", _columns.Prepend(LayerColumns.Key).Select(Quoted));

    /// <summary>A feature t as one record: instants in UTC, lists as JSON, the geometry as little-endian WKB; then further values.</summary>
    public string Record(params IEnumerable<string> further) =>
        $"record_send(ROW({Alias}{LayerColumns.Key}, "
        + string.Join(
            ", ",
            layer.Properties.Select((property, i) => Sent(Alias + Quoted(_columns[i]), property.Type)).Concat(further)
        )
        + "))";

    public string CreateSql =>
        $"CREATE TABLE {Coming} ({LayerColumns.Key} bigint PRIMARY KEY, "
        + string.Join(", ", layer.Properties.Select((property, i) => $"{Quoted(_columns[i])} {TypeOf(property.Type)}"))
        + ")";

    /// <summary>Puts the filled table in the place of the one before, which only then is in nobody's way; what is written to it later shows.</summary>
    public string PlaceSql =>
        $"""
            CREATE INDEX ON {Coming} USING gist ({Quoted(_columns[^1])});
            CREATE TRIGGER edited AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {Coming} FOR EACH STATEMENT EXECUTE FUNCTION edited();
            DROP TABLE IF EXISTS {Name};
            ALTER TABLE {Coming} RENAME TO {NameOf(layer.Name)};
            ANALYZE {Name}
            """;

    public FilterTable ForFilters() =>
        new()
        {
            Columns = Enumerable
                .Range(0, _columns.Count)
                .ToFrozenDictionary(i => layer.Properties[i].Name, i => Alias + Quoted(_columns[i])),
            HasAreasOnly = layer.Kind.EndsWith(Areas, StringComparison.Ordinal),
            HasArrays = true,
        };

    public static string NameOf(string layer) => Quoted("layer_" + layer);

    private static string Sent(string column, FilterType type) =>
        type switch
        {
            FilterType.Geometry => $"ST_AsBinary({column}, 'NDR')",
            FilterType.List => $"to_json({column})::text",
            _ => column,
        };

    private static string TypeOf(FilterType type) =>
        type switch
        {
            FilterType.Integer => "bigint",
            FilterType.Number => "float8",
            FilterType.Boolean => "boolean",
            FilterType.Date => "date",
            FilterType.Timestamp => "timestamptz",
            FilterType.List => "text[]",
            FilterType.Geometry => "geometry(Geometry, 4490)",
            _ => "text",
        };

    private static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
