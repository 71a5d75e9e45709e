using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Streams;

namespace LandLedger.Turns;

/// <summary>What a ledger had told by some entry, read off the entries as it is asked for. Of the park only the cases are held.</summary>
/// <param name="whole">The ledger with what came later.</param>
/// <param name="told">Up to that entry.</param>
/// <param name="kept">The cases as they are, for the states of those whose procedure is not at hand.</param>
internal sealed class RecordedPark(ILedger whole, LedgerCut told, ICaseStore kept) : KnownPark
{
    /// <summary>Subjects that are laid together on one core.</summary>
    private const int Stretch = 64;

    private readonly ILedger _whole = whole;

    private readonly Lazy<ILookup<PlotKey, BookedCase>> _cases = new(() =>
        CaseReplay
            .Rows(told, kept.Procedures, recorded: null, kept)
            .Select(row => BookedCase.Of(row, kept.Procedures))
            .OrderBy(booked => booked.Number)
            .ToLookup(booked => booked.Plot)
    );

    public override ILedger Ledger => told;

    public override IEnumerable<Plot> Plots(CancellationToken cancel = default) => Replay.Plots(told);

    public override IEnumerable<Firm> Firms() => Replay.Firms(told);

    /// <summary>
    /// The plots of this and of a later time of the same ledger by one look at the entries, each under its subject; where nothing was recorded of
    /// one between the times both are one and the same.
    /// </summary>
    /// <returns>Null where both times are not of one ledger.</returns>
    public Stretched<(Plot? Before, Plot? After)>? With(KnownPark later)
    {
        if (later is not RecordedPark { Ledger: LedgerCut last } other || !ReferenceEquals(other._whole, _whole))
            return null;
        return Stretched<List<LedgerRow>>
            .Of(Replay.Groups(last, Subject.Plots, recorded: null), Stretch)
            .Through(groups => groups.Select(Two).Where(two => two != (null, null)));
    }

    internal override Plot? Find(PlotKey plot) => Replay.PlotOf([.. told.About(Subject.Of(plot))]);

    internal override IReadOnlyList<BookedCase> Cases(PlotKey plot) => [.. _cases.Value[plot]];

    internal override ParkCases OpenOn(DateOnly day) => ParkCases.On(day, _cases.Value.SelectMany(about => about));

    private (Plot? Before, Plot? After) Two(List<LedgerRow> rows)
    {
        var known = rows.FindIndex(row => row.Number > told.Head().Number);
        if (known < 0)
        {
            var same = Replay.PlotOf(rows);
            return (same, same);
        }
        return (known == 0 ? null : Replay.PlotOf(rows[..known]), Replay.PlotOf(rows));
    }
}
