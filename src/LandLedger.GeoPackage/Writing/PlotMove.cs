using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Writing;

/// <summary>Another county in the key of a plot and of all that hangs on it; the fid stays.</summary>
internal static class PlotMove
{
    private static readonly string[] Sql =
    [
        "UPDATE plots SET county = ?3 WHERE county = ?1 AND plot = ?2",
        .. new[] { "supplements", "delays", "charges", "plot_years", "plot_sources", "cases" }.Select(table =>
            $"UPDATE OR REPLACE {table} SET county = ?3 WHERE county = ?1 AND plot = ?2"
        ),
    ];

    public static void Write(Connection connection, PlotKey plot, string county)
    {
        foreach (var sql in Sql)
            connection[sql].Bind(1, plot.County).Bind(2, plot.Number).Bind(3, county).Run();
    }
}
