using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import.Firms;
using LandLedger.Metrics;

namespace LandLedger.Import.Checks;

/// <summary>Firms that sit on plots which the store does not have, and figures of firms that cannot be shared out as they stand.</summary>
internal static class FirmCheck
{
    /// <summary>What stands in the way of one firm, whatever its neighbours on a plot do.</summary>
    /// <param name="firm">As the store has it.</param>
    /// <param name="place">The row that it came with.</param>
    /// <param name="plots">As the import leaves them.</param>
    public static IEnumerable<ImportIssue> Of(Firm firm, RawPlace place, FirmPlots plots)
    {
        foreach (var seat in firm.Occupancies.Select(Seat.Of).Distinct())
        {
            if (!plots.IsKnown(seat.Plot, seat.County))
                yield return Unknown(seat, firm.Name, place);
            else if (seat.County is null && plots.IsShared(seat.Plot))
                yield return Ambiguous(seat.Plot, firm.Name, place);
        }
        foreach (var problem in Sharing.Of([firm]).Problems)
            yield return Of(problem, firm, place);
    }

    public static ImportIssue Unknown(Seat seat, string firm, RawPlace place) =>
        place.Issue("firm.plot-unknown", Severity.Warn, ("value", Name(seat)), ("firm", firm));

    /// <summary>A firm on one of several plots of a number, of which an older program did not keep the county.</summary>
    public static ImportIssue Ambiguous(string plot, string firm, RawPlace place) =>
        place.Issue("firm.plot-ambiguous", Severity.Warn, ("value", plot), ("firm", firm));

    private static string Name(Seat seat) =>
        seat.County is { Length: > 0 } county ? new PlotKey(county, seat.Plot).ToString() : seat.Plot;

    /// <summary>A problem of sharing out, with the plots that the firm sits on in the year.</summary>
    /// <param name="firm">The one that it speaks of, if it does.</param>
    /// <param name="place">Where it is told.</param>
    public static ImportIssue Of(SharingProblem problem, Firm? firm, RawPlace place) =>
        place.Issue(
            "firm." + CodeText.Of(problem.Kind),
            Severity.Warn,
            ("value", problem.Value?.ToString(CultureInfo.InvariantCulture) ?? problem.Firm ?? ""),
            ("firm", firm?.Name ?? problem.Firm ?? ""),
            ("year", problem.Year.ToString(CultureInfo.InvariantCulture)),
            ("plots", firm is null ? problem.Plot ?? "" : Plots(firm, problem.Year))
        );

    private static string Plots(Firm firm, int year) =>
        string.Join(
            '、',
            firm.Occupancies.Where(occupancy => (occupancy.Year ?? year) == year)
                .Select(occupancy => occupancy.Plot)
                .Distinct(StringComparer.Ordinal)
        );
}
