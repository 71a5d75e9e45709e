using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import.Cells;
using LandLedger.Metrics;

namespace LandLedger.Import.Checks;

/// <summary>Firms that sit on plots which the store does not have, that may be one, and figures of firms that cannot be shared out as they stand.</summary>
internal static class FirmCheck
{
    public static ImportIssue Unknown(Seat seat, string firm, RawPlace place) =>
        place.Issue("firm.plot-unknown", Severity.Warn, ("value", Name(seat)), ("firm", firm));

    /// <summary>A firm on one of several plots of a number, of which nobody has said the county.</summary>
    public static ImportIssue Ambiguous(string plot, string firm, RawPlace place) =>
        place.Issue("firm.plot-ambiguous", Severity.Warn, ("value", plot), ("firm", firm));

    private static string Name(Seat seat) =>
        seat.County is { Length: > 0 } county ? new PlotKey(county, seat.Plot).ToString() : seat.Plot;

    /// <summary>A problem of sharing out, with the plots that the firm sits on in the year.</summary>
    /// <param name="firm">The one that it speaks of, if it does.</param>
    /// <param name="place">Where it is told; the plot that the problem names goes before that of the place.</param>
    /// <param name="name">What a plot is called.</param>
    public static ImportIssue Of(SharingProblem problem, Firm? firm, RawPlace place, Func<Seat, string> name) =>
        (place with { Plot = problem.Seat is { } seat ? name(seat) : place.Plot }).Issue(
            "firm." + CodeText.Of(problem.Kind),
            Severity.Warn,
            ("value", problem.Value?.ToString(CultureInfo.InvariantCulture) ?? problem.Firm ?? ""),
            ("firm", firm?.Name ?? problem.Firm ?? ""),
            ("year", problem.Year.ToString(CultureInfo.InvariantCulture)),
            ("plots", firm is null ? problem.Plot ?? "" : Plots(firm, problem.Year, name))
        );

    /// <summary>Firms of different codes that bear one name on one plot: a code of which a digit was mistyped makes a second firm.</summary>
    public static IEnumerable<IReadOnlyList<Firm>> Namesakes(IEnumerable<Firm> firms) =>
        from same in firms
            .Where(firm => firm.CreditCode is not null)
            .GroupBy(firm => CellText.Plain(firm.Name), StringComparer.Ordinal)
        where same.Skip(1).Any()
        let shared = Shared(same)
        select (IReadOnlyList<Firm>)[.. same.Where(firm => Seats(firm).Any(shared.Contains))] into namesakes
        where namesakes.Count > 1
        select namesakes;

    /// <summary>A warning <c>firm.namesakes</c> that names their codes and the plots.</summary>
    public static ImportIssue Of(IReadOnlyList<Firm> namesakes, RawPlace place, Func<Seat, string> name) =>
        place.Issue(
            "firm.namesakes",
            Severity.Warn,
            ("value", namesakes[0].Name),
            ("codes", string.Join(',', namesakes.Select(firm => firm.CreditCode))),
            ("plots", string.Join('、', Shared(namesakes).Order().Select(name)))
        );

    private static HashSet<Seat> Shared(IEnumerable<Firm> firms) =>
        [.. firms.SelectMany(Seats).CountBy(seat => seat).Where(seat => seat.Value > 1).Select(seat => seat.Key)];

    private static IEnumerable<Seat> Seats(Firm firm) => firm.Occupancies.Select(Seat.Of).Distinct();

    private static string Plots(Firm firm, int year, Func<Seat, string> name) =>
        string.Join(
            '、',
            firm.Occupancies.Where(occupancy => (occupancy.Year ?? year) == year)
                .Select(Seat.Of)
                .Distinct()
                .Select(name)
        );
}
