using System.Collections.Frozen;
using LandLedger.Filters;
using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Filters;

/// <summary>Where the properties of a collection are in the file. Only what stands here comes into a query, in quotes.</summary>
/// <param name="Alias">The table's name in the query.</param>
/// <param name="Key">The column of the row number.</param>
internal sealed record FilterTable(string Alias, string Key)
{
    /// <summary>Property to column.</summary>
    public required FrozenDictionary<string, string> Columns { get; init; }

    /// <summary>Geometry property to the table of its R*Tree.</summary>
    public FrozenDictionary<string, string> Trees { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Properties whose column says unknown by an empty text.</summary>
    public FrozenSet<string> Blank { get; init; } = [];

    /// <summary>Whether columns of several texts are JSON arrays, not texts joined by 、.</summary>
    public bool HasJsonLists { get; init; }

    public string Row => Alias + "." + SqlName.Quoted(Key);

    /// <summary>Whether filters can ask for the property here: it has a column, and a geometry has a tree, too.</summary>
    public bool Knows(QueryableProperty property) =>
        Columns.ContainsKey(property.Name)
        && (property.Type != FilterType.Geometry || Trees.ContainsKey(property.Name));

    public string Column(string property) => Alias + "." + SqlName.Quoted(Columns[property]);

    public string Tree(Property property) => SqlName.Quoted(Trees[property.Name]);
}
