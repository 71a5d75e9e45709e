using System.Globalization;
using LandLedger.Fields;
using LandLedger.Metrics;

namespace LandLedger.Import.Checks;

/// <summary>
/// Whether the areas that are parts of a plot are no larger than the whole, its floors no more than a building has, and the piles driven
/// no more than there are.
/// </summary>
internal static class PartCheck
{
    /// <summary>A part and what it is a part of: the first that is known, else the land itself as measured.</summary>
    private static readonly (Field Part, Field[] Wholes)[] Pairs =
    [
        (PlotFields.DevelopedMu, [PlotFields.DevelopableMu, PlotFields.StatedMu]),
        (PlotFields.DevelopableMu, [PlotFields.StatedMu]),
        (PlotFields.ChangedMu, [PlotFields.StatedMu]),
        (PlotFields.FootprintMu, [PlotFields.StatedMu]),
        (PlotFields.FloorMu, [PlotFields.StatedMu]),
        (PlotFields.PilesDriven, [PlotFields.PilesTotal]),
    ];

    /// <summary>
    /// A warning <c>area.part</c> for each part that is larger than its whole by more than two papers round differently,
    /// <c>area.floors</c> for floors that no building has, and <c>piles.driven</c> for piles, which are counted.
    /// </summary>
    /// <param name="plot">As it would be stored.</param>
    /// <param name="place">Where the plot came from, for the issues.</param>
    public static IEnumerable<ImportIssue> Check(Plot plot, RawPlace place) =>
        Larger(plot).Select(found => Issue(plot, place, found));

    /// <summary>Those of which the row states an area, or draws the land, at its cell: the part where both are its own.</summary>
    public static IEnumerable<ImportIssue> Of(ParsedRow row, Plot plot, RawPlace place)
    {
        foreach (var found in Larger(plot))
        {
            if (Array.Find([found.Part, found.Whole], field => row.Fact(field).IsKnown) is { } stated)
                yield return Issue(plot, place, found).At(row, stated);
            else if (found.IsMeasured && row.Shape is not null)
                yield return Issue(plot, place, found);
        }
    }

    /// <summary>Whether one part of a plot is.</summary>
    public static bool IsLarger(Plot plot, Field part) =>
        part.Of(plot).IsKnown && Larger(plot).Any(found => found.Part == part);

    private static IEnumerable<Found> Larger(Plot plot)
    {
        foreach (var (part, wholes) in Pairs)
        {
            if (part.Of(plot).Number is not { } amount)
                continue;
            var whole = Array.Find(wholes, field => field.Of(plot).IsKnown) ?? wholes[^1];
            var isMeasured = whole == PlotFields.StatedMu && !whole.Of(plot).IsKnown;
            if (
                (isMeasured ? PlotFigures.LandArea(plot, AreaBasis.Measured).Area?.Mu : whole.Of(plot).Number)
                    is { } all
                && amount / Most(part) > all
            )
                yield return new(part, whole, all, isMeasured);
        }
    }

    /// <summary>How many times its whole a part may be.</summary>
    private static decimal Most(Field part) =>
        part == PlotFields.PilesDriven ? 1
        : part == PlotFields.FloorMu ? PlotFigures.MostFloors
        : 1 + AreaCheck.Tolerance;

    private static ImportIssue Issue(Plot plot, RawPlace place, Found found)
    {
        var amount = found.Part.Of(plot).Number ?? 0;
        (string, string)[] said = [("value", Text(amount)), ("one", found.Part.Id), ("whole", Text(found.All))];
        (string, string)[] whole = found.IsMeasured ? [("rows", "measured")] : [("other", found.Whole.Id)];
        var issue =
            found.Part == PlotFields.PilesDriven ? place.Issue("piles.driven", Severity.Warn, [.. said, .. whole])
            : found.Part == PlotFields.FloorMu
                ? place.Issue(
                    "area.floors",
                    Severity.Warn,
                    [
                        .. said,
                        ("times", Text(found.All > 0 ? amount / found.All : 0)),
                        ("limit", Text(PlotFigures.MostFloors)),
                    ]
                )
            : place.Issue("area.part", Severity.Warn, [.. said, .. whole]);
        return issue with { Field = found.Part.Id };
    }

    private static string Text(decimal amount) =>
        Rounding.HalfUp(amount, 4).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A part that is larger than its whole, and how much that is.</summary>
    private readonly record struct Found(Field Part, Field Whole, decimal All, bool IsMeasured);
}
