namespace LandLedger.GeoPackage.Sqlite;

/// <summary>Names of tables and columns in SQL.</summary>
internal static class SqlName
{
    /// <summary>In quotes, whatever it holds.</summary>
    public static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
