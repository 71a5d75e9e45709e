namespace LandLedger.Import.Merging;

/// <summary>What a row states of what a plot has several of.</summary>
internal sealed record RowParts(IReadOnlyList<PlotYear> Years, Supplement? Supplement, Delay? Delay, Charge? Charge)
{
    /// <summary>Null where the row states none of it.</summary>
    public static RowParts? Of(ParsedRow row) =>
        row is { Supplement: null, Delay: null, Charge: null, Years.Count: 0 }
            ? null
            : new(row.Years, row.Supplement, row.Delay, row.Charge);
}
