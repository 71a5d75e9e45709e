using LandLedger.Geometry;
using LandLedger.Ledger;

namespace LandLedger.Import.Checks;

/// <summary>What the ledger tells of a plot before an import.</summary>
/// <param name="Listed">The day of the delivery that listed it first; null where its ledger was begun later.</param>
/// <param name="IsRedrawn">Whether a later delivery gave it another outline than it had.</param>
internal readonly record struct PlotPast(DateOnly? Listed, bool IsRedrawn)
{
    public static PlotPast Of(ILedger ledger, PlotKey plot)
    {
        var state = new PlotState();
        (DateOnly? listed, PlotShape? shape, var redrawn) = (null, null, false);
        foreach (var entry in PlotHistory.At(ledger, plot, on: null, recorded: null).Entries)
        {
            if (shape is null && entry.Kind == EntryKind.Added)
                listed ??= entry.Since;
            state.Lay(entry);
            var now = state.Plot?.Shape;
            redrawn |= entry.Since > listed && shape is not null && now is not null && !Same(shape, now);
            shape = now ?? shape;
        }
        return new(listed, redrawn);
    }

    public bool IsBefore(PlotPast other) => other.Listed is { } day && (Listed is not { } listed || listed < day);

    private static bool Same(PlotShape one, PlotShape other) => CommonGround.IsSame(one.Wkb, other.Wkb);
}
