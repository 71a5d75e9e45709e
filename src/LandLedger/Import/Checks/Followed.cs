using System.Globalization;
using LandLedger.Import.Merging;
using LandLedger.Ledger;

namespace LandLedger.Import.Checks;

/// <summary>A plot that follows others (承接), or no longer does.</summary>
/// <param name="Now">The plot with the day on which it entered.</param>
/// <param name="Lands">The plots that it follows.</param>
/// <param name="Issues">Which plots it follows, and what these had that it has not; none where it follows none any more.</param>
internal readonly record struct Followed(
    Plot Now,
    PlotChange Change,
    IReadOnlyList<Plot> Lands,
    IReadOnlyList<ImportIssue> Issues
)
{
    /// <summary>Tells of a plot what changes in it.</summary>
    /// <param name="code">How it is known that it follows.</param>
    /// <param name="lands">The plots that it follows, each with what it is called.</param>
    public static Followed Of(
        string code,
        Plot before,
        Plot now,
        IReadOnlyList<(Plot Plot, string Shown)> lands,
        RawPlace place
    )
    {
        var entered = PartChanges.Entered(before, now);
        var change = new PlotChange(now.Number, ChangeKind.Changed, place.File, place.Line, [entered]);
        return new(
            now,
            change,
            [.. lands.Select(land => land.Plot)],
            now.EnteredOn is { } day ? [.. Told(code, now, lands, place, day)] : []
        );
    }

    private static IEnumerable<ImportIssue> Told(
        string code,
        Plot now,
        IReadOnlyList<(Plot Plot, string Shown)> lands,
        RawPlace place,
        DateOnly day
    )
    {
        string[] shown = [.. lands.Select(land => land.Shown)];
        var plots = string.Join('、', shown);
        yield return place.Issue(
            code,
            Severity.Note,
            ("value", place.Plot!),
            ("plots", plots),
            ("since", Fact.Of(day).ToString())
        ) with
        {
            Plots = shown,
        };
        var supplements = Lacking(PartKind.Supplements, now, lands);
        var delays = Lacking(PartKind.Delays, now, lands);
        var charges = Lacking(PartKind.Charges, now, lands);
        if (supplements + delays + charges > 0)
            yield return place.Issue(
                "plot.follows-without",
                Severity.Warn,
                ("value", place.Plot!),
                ("plots", plots),
                ("supplements", Text(supplements)),
                ("delays", Text(delays)),
                ("charges", Text(charges))
            ) with
            {
                Plots = shown,
            };
    }

    private static int Lacking<T>(PartKind<T> kind, Plot now, IReadOnlyList<(Plot Plot, string Shown)> lands)
        where T : class =>
        lands.SelectMany(land => kind.Of(land.Plot)).Count(part => !kind.Of(now).Any(own => kind.IsSame(own, part)));

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
