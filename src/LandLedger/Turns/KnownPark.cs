using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.Turns;

/// <summary>What is known of a park: what a store has, or what its ledger had told by some time.</summary>
public abstract class KnownPark
{
    /// <summary>Its entries, and no later ones.</summary>
    public abstract ILedger Ledger { get; }

    /// <summary>A store as it is.</summary>
    public static KnownPark Of(IPlotStore store) => new StoredPark(store);

    /// <summary>
    /// A store at two times, read off its entries: nothing is made anew but what is asked for. Null where no plot had been recorded by then. One and
    /// the same where the times are.
    /// </summary>
    /// <param name="store">It stays open as long as these are read.</param>
    /// <param name="first">Entries up to this time count (inclusive); the store as it is when null.</param>
    /// <param name="last">The same of the later one.</param>
    /// <exception cref="StoreException">The chain of the ledger is broken.</exception>
    public static (KnownPark? First, KnownPark? Last) At(IPlotStore store, DateTimeOffset? first, DateTimeOffset? last)
    {
        if (first is null && last is null)
        {
            var now = Of(store);
            return (now, now);
        }
        var heads = LedgerCut.Heads(store.Ledger, [first, last]);
        var before = Park(first, heads[0]);
        return (before, first == last ? before : Park(last, heads[1]));

        KnownPark? Park(DateTimeOffset? time, LedgerHead head)
        {
            if (time is null)
                return Of(store);
            var park = new RecordedPark(store.Ledger, new(store.Ledger, head), store.Cases);
            return park.Plots().Any() ? park : null;
        }
    }

    /// <summary>In order of county and number, ended ones too, streamed.</summary>
    public abstract IEnumerable<Plot> Plots(CancellationToken cancel = default);

    /// <summary>In whatever order.</summary>
    public abstract IEnumerable<Firm> Firms();

    /// <summary>The plot of a key; null where there is none.</summary>
    internal abstract Plot? Find(PlotKey plot);

    /// <summary>Cases about a plot.</summary>
    internal abstract IReadOnlyList<BookedCase> Cases(PlotKey plot);

    /// <summary>The cases that are open at the close of a day.</summary>
    internal abstract ParkCases OpenOn(DateOnly day);
}

/// <summary>A store as it is.</summary>
internal sealed class StoredPark(IPlotStore store) : KnownPark
{
    public override ILedger Ledger => store.Ledger;

    public override IEnumerable<Plot> Plots(CancellationToken cancel = default) =>
        store.Plots(new() { Ended = true }, cancel);

    public override IEnumerable<Firm> Firms() => store.Firms();

    internal override Plot? Find(PlotKey plot) =>
        store.Find(plot.Number).FirstOrDefault(other => PlotKey.Of(other) == plot);

    internal override IReadOnlyList<BookedCase> Cases(PlotKey plot) =>
        [
            .. store
                .Cases.Rows(new() { Plot = plot.Number, County = plot.County })
                .Select(row => BookedCase.Of(row, store.Cases.Procedures)),
        ];

    internal override ParkCases OpenOn(DateOnly day) => ParkCases.On(day, store.Cases);
}
