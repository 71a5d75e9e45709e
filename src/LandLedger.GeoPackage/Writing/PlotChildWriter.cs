using LandLedger.Fields;
using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Writing;

/// <summary>Supplements, delays, charges and years of a plot, kept in the order in which the plot has them.</summary>
internal static class PlotChildWriter
{
    public static void Delete(Connection connection, Plot plot)
    {
        DeleteFrom("DELETE FROM supplements WHERE county = ?1 AND plot = ?2");
        DeleteFrom("DELETE FROM delays WHERE county = ?1 AND plot = ?2");
        DeleteFrom("DELETE FROM charges WHERE county = ?1 AND plot = ?2");
        DeleteFrom("DELETE FROM plot_years WHERE county = ?1 AND plot = ?2");

        void DeleteFrom(string sql) => connection[sql].Bind(1, plot.County).Bind(2, plot.Number).Run();
    }

    public static void Insert(Connection connection, Plot plot)
    {
        for (var i = 0; i < plot.Grant.Supplements.Count; i++)
            Insert(connection, plot, i, plot.Grant.Supplements[i]);
        for (var i = 0; i < plot.Delays.Count; i++)
            Insert(connection, plot, i, plot.Delays[i]);
        for (var i = 0; i < plot.Charges.Count; i++)
            Insert(connection, plot, i, plot.Charges[i]);
        for (var i = 0; i < plot.Years.Count; i++)
            Insert(connection, plot, i, plot.Years[i]);
    }

    private static void Insert(Connection connection, Plot plot, int seq, Supplement supplement) =>
        Keyed(
                connection,
                """
                INSERT INTO supplements (county, plot, seq, signed_on, agreed_start, agreed_completion, reason)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                """,
                plot,
                seq
            )
            .Bind(4, supplement.SignedOn)
            .Bind(5, supplement.AgreedStart)
            .Bind(6, supplement.AgreedCompletion)
            .Bind(7, supplement.Reason)
            .Run();

    private static void Insert(Connection connection, Plot plot, int seq, Delay delay) =>
        Keyed(
                connection,
                """
                INSERT INTO delays (county, plot, seq, kind, "from", "to", established, evidence, case_number)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                """,
                plot,
                seq
            )
            .Bind(4, CodeText.OrNull(delay.Kind))
            .Bind(5, delay.From)
            .Bind(6, delay.To)
            .Bind(7, delay.Established)
            .Bind(8, delay.Evidence)
            .Bind(9, delay.Case)
            .Run();

    private static void Insert(Connection connection, Plot plot, int seq, Charge charge) =>
        Keyed(
                connection,
                """
                INSERT INTO charges (county, plot, seq, certificate, mortgagee, registered_on, released_on, mu, secured)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                """,
                plot,
                seq
            )
            .Bind(4, charge.Certificate)
            .Bind(5, charge.Mortgagee)
            .Bind(6, charge.RegisteredOn)
            .Bind(7, charge.ReleasedOn)
            .Bind(8, charge.Area?.Mu)
            .Bind(9, charge.Secured?.Yuan)
            .Run();

    private static void Insert(Connection connection, Plot plot, int seq, PlotYear year) =>
        Keyed(
                connection,
                """
                INSERT INTO plot_years (county, plot, seq, year, basis, tax, output, revenue, added_value, kilowatt_hours)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                """,
                plot,
                seq
            )
            .Bind(4, (long)year.Year)
            .Bind(5, CodeText.Of(year.Basis))
            .Bind(6, year.Tax?.Yuan)
            .Bind(7, year.Output?.Yuan)
            .Bind(8, year.Revenue?.Yuan)
            .Bind(9, year.AddedValue?.Yuan)
            .Bind(10, year.KilowattHours)
            .Run();

    private static Statement Keyed(Connection connection, string sql, Plot plot, int seq) =>
        connection[sql].Bind(1, plot.County).Bind(2, plot.Number).Bind(3, (long)seq);
}
