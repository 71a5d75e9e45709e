using System.Globalization;
using LandLedger.Fields;

namespace LandLedger.Import.Checks;

/// <summary>Whether the areas that are parts of a plot are no larger than the whole, and the piles driven no more than there are.</summary>
internal static class PartCheck
{
    /// <summary>A part and what it is a part of: the first that is known.</summary>
    private static readonly (Field Part, Field[] Wholes)[] Pairs =
    [
        (PlotFields.DevelopedMu, [PlotFields.DevelopableMu, PlotFields.StatedMu]),
        (PlotFields.DevelopableMu, [PlotFields.StatedMu]),
        (PlotFields.ChangedMu, [PlotFields.StatedMu]),
        (PlotFields.FootprintMu, [PlotFields.StatedMu]),
        (PlotFields.PilesDriven, [PlotFields.PilesTotal]),
    ];

    /// <summary>
    /// A warning <c>area.part</c> for each part that is larger than its whole by more than two papers round differently, and
    /// <c>piles.driven</c> for piles, which are counted.
    /// </summary>
    /// <param name="plot">As it would be stored.</param>
    /// <param name="place">Where the plot came from, for the issues.</param>
    public static IEnumerable<ImportIssue> Check(Plot plot, RawPlace place) =>
        Larger(plot).Select(pair => Issue(plot, place, pair.Part, pair.Whole));

    /// <summary>Those of which the row states an area, at its cell: the part where both are its own.</summary>
    public static IEnumerable<ImportIssue> Of(ParsedRow row, Plot plot, RawPlace place)
    {
        foreach (var (part, whole) in Larger(plot))
        {
            if (Array.Find([part, whole], field => row.Fact(field).IsKnown) is { } stated)
                yield return Issue(plot, place, part, whole).At(row, stated);
        }
    }

    /// <summary>Whether one part of a plot is.</summary>
    public static bool IsLarger(Plot plot, Field part) =>
        part.Of(plot).IsKnown && Larger(plot).Any(pair => pair.Part == part);

    private static IEnumerable<(Field Part, Field Whole)> Larger(Plot plot)
    {
        foreach (var (part, wholes) in Pairs)
        {
            if (
                part.Of(plot).Number is { } amount
                && Array.Find(wholes, field => field.Of(plot).IsKnown) is { } whole
                && amount / (IsCounted(part) ? 1 : 1 + AreaCheck.Tolerance) > whole.Of(plot).Number
            )
                yield return (part, whole);
        }
    }

    private static ImportIssue Issue(Plot plot, RawPlace place, Field part, Field whole) =>
        place.Issue(
            IsCounted(part) ? "piles.driven" : "area.part",
            Severity.Warn,
            ("value", Amount(part.Of(plot))),
            ("one", part.Id),
            ("other", whole.Id),
            ("whole", Amount(whole.Of(plot)))
        ) with
        {
            Field = part.Id,
        };

    private static bool IsCounted(Field part) => part == PlotFields.PilesDriven;

    private static string Amount(Fact amount) =>
        Rounding.HalfUp(amount.Number ?? 0, 4).ToString("0.####", CultureInfo.InvariantCulture);
}
