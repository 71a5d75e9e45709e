using LandLedger.Fields;

namespace LandLedger.Import.Merging;

/// <summary>What a look on site (现场核查) tells: what was seen counts as of its day.</summary>
internal static class SiteLook
{
    /// <summary>What is known as of the day of a look on site.</summary>
    public static readonly Field[] Seen =
    [
        PlotFields.ActualUse,
        PlotFields.ChangedMu,
        PlotFields.Permit,
        PlotFields.Begun,
        PlotFields.Foundation,
        PlotFields.PitShare,
        PlotFields.PilesDriven,
        PlotFields.PilesTotal,
        PlotFields.FoundationShare,
        PlotFields.DevelopedMu,
        PlotFields.Suspended,
        PlotFields.Completed,
        PlotFields.InProduction,
    ];

    /// <summary>Whether a field is the day of a look, or known as of that day.</summary>
    public static bool IsOf(Field field) =>
        field == PlotFields.ObservedOn || field == PlotFields.ActualUseCode || Array.IndexOf(Seen, field) >= 0;

    /// <summary>Whether a row is of an older look than the plot: what it saw does not come in the place of what a newer one did.</summary>
    /// <param name="old">The plot before the row; null when it is new.</param>
    public static bool IsOlder(ParsedRow row, Plot? old) =>
        old?.Progress.ObservedOn is { } seen && row.Fact(PlotFields.ObservedOn).Date < seen;
}
