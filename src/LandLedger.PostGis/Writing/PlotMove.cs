using LandLedger.Import;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>Another county in the key of a plot and of all that hangs on it.</summary>
internal static class PlotMove
{
    private static readonly string[] Tables =
    [
        "plots",
        "supplements",
        "delays",
        "charges",
        "plot_years",
        "changes",
        "plot_sources",
        "cases",
    ];

    /// <summary>What a source lists under both keys it lists once.</summary>
    private const string JoinSql = """
        DELETE FROM plot_sources there USING plot_sources here
        WHERE there.county = $3 AND there.plot = $2 AND here.county = $1 AND here.plot = $2 AND there.source = here.source
        """;

    public static void Write(Session session, PlotKey plot, string county)
    {
        Run(JoinSql);
        foreach (var table in Tables)
            Run($"UPDATE {table} SET county = $3 WHERE county = $1 AND plot = $2");

        void Run(string sql) => session.Run(Statement.Of(sql).With(plot.County).With(plot.Number).With(county));
    }
}
