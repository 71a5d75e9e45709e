using LandLedger.Fields;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>Supplements, delays, charges and years of plots, kept in the order in which the plot has them.</summary>
internal static class PlotChildWriter
{
    private static readonly string[] Tables = ["supplements", "delays", "charges", "plot_years"];

    /// <summary>Takes away what hangs on the plots of a table.</summary>
    public static void Delete(Session session, string plots) =>
        session.Run(
            string.Join(
                "; ",
                Tables.Select(table =>
                    $"DELETE FROM {table} c USING {plots} s WHERE c.county = s.county AND c.plot = s.plot"
                )
            )
        );

    public static void Write(Session session, IReadOnlyCollection<Plot> plots)
    {
        Write(
            session,
            "supplements (county, plot, seq, signed_on, agreed_start, agreed_completion, reason)",
            plots,
            plot => plot.Grant.Supplements,
            (copy, supplement) =>
                copy.Put(supplement.SignedOn)
                    .Put(supplement.AgreedStart)
                    .Put(supplement.AgreedCompletion)
                    .Put(supplement.Reason)
        );
        Write(
            session,
            """delays (county, plot, seq, kind, "from", "to", established, evidence, case_number)""",
            plots,
            plot => plot.Delays,
            (copy, delay) =>
                copy.Put(CodeText.OrNull(delay.Kind))
                    .Put(delay.From)
                    .Put(delay.To)
                    .Put(delay.Established)
                    .Put(delay.Evidence)
                    .Put(delay.Case)
        );
        Write(
            session,
            "charges (county, plot, seq, certificate, mortgagee, registered_on, released_on, mu, secured)",
            plots,
            plot => plot.Charges,
            (copy, charge) =>
                copy.Put(charge.Certificate)
                    .Put(charge.Mortgagee)
                    .Put(charge.RegisteredOn)
                    .Put(charge.ReleasedOn)
                    .Put(charge.Area?.Mu)
                    .Put(charge.Secured?.Yuan)
        );
        Write(
            session,
            "plot_years (county, plot, seq, year, basis, tax, output, revenue, added_value, kilowatt_hours)",
            plots,
            plot => plot.Years,
            (copy, year) =>
                copy.Put((int?)year.Year)
                    .Put(CodeText.Of(year.Basis))
                    .Put(year.Tax?.Yuan)
                    .Put(year.Output?.Yuan)
                    .Put(year.Revenue?.Yuan)
                    .Put(year.AddedValue?.Yuan)
                    .Put(year.KilowattHours)
        );
    }

    private static void Write<T>(
        Session session,
        string into,
        IReadOnlyCollection<Plot> plots,
        Func<Plot, IReadOnlyList<T>> children,
        Action<Copy, T> put
    )
    {
        if (plots.All(plot => children(plot).Count == 0))
            return;
        Copy.Into(
            session,
            into,
            plots.SelectMany(plot => children(plot).Select((child, seq) => (plot, child, seq))),
            (copy, item) => put(copy.Row().Put(item.plot.County).Put(item.plot.Number).Put((int?)item.seq), item.child)
        );
    }
}
