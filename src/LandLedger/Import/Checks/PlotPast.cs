using LandLedger.Geometry;
using LandLedger.Ledger;

namespace LandLedger.Import.Checks;

/// <summary>What the ledger tells of a plot before an import.</summary>
/// <param name="Listed">The day of the delivery that listed it first; null where its ledger was begun later.</param>
/// <param name="Outlines">All that it has had.</param>
internal readonly record struct PlotPast(DateOnly? Listed, IReadOnlyList<PlotShape> Outlines)
{
    public static PlotPast Of(ILedger ledger, PlotKey plot)
    {
        var state = new PlotState();
        DateOnly? listed = null;
        var outlines = new List<PlotShape>(1);
        foreach (var entry in PlotHistory.At(ledger, plot, on: null, recorded: null).Entries)
        {
            if (entry.Kind == EntryKind.Added)
                listed ??= entry.Since;
            state.Lay(entry);
            if (state.Plot?.Shape is { } now && !outlines.Exists(shape => shape.Wkb.Span.SequenceEqual(now.Wkb.Span)))
                outlines.Add(now);
        }
        return new(listed, outlines);
    }

    public bool IsBefore(PlotPast other) => other.Listed is { } day && (Listed is not { } listed || listed < day);
}
