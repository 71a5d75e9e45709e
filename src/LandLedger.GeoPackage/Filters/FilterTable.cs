using System.Collections.Frozen;

namespace LandLedger.GeoPackage.Filters;

/// <summary>Where the properties of a collection are in the file. Only what stands here comes into a query, in quotes.</summary>
/// <param name="Alias">The table's name in the query.</param>
/// <param name="Key">The column of the row number.</param>
internal sealed record FilterTable(string Alias, string Key)
{
    /// <summary>Property to column; a property without one cannot be asked for here.</summary>
    public required FrozenDictionary<string, string> Columns { get; init; }

    /// <summary>Property to the table of its R*Tree; a geometry without one is searched row by row.</summary>
    public FrozenDictionary<string, string> Trees { get; init; } = FrozenDictionary<string, string>.Empty;

    public string Column(string property) => Alias + "." + Quoted(Columns[property]);

    public static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
