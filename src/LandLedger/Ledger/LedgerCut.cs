using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>A ledger up to an entry, which stays so whatever is appended.</summary>
internal sealed class LedgerCut(ILedger whole, LedgerHead head) : ILedger
{
    /// <summary>A ledger up to the entry of a number.</summary>
    public static LedgerCut At(ILedger ledger, long entry) =>
        new(ledger, new LedgerHead(entry - 1, "").Then(ledger.Rows(entry - 1).First().Bytes.Span));

    /// <summary>The last entry that was recorded by each of some times; the last of all where the time is null.</summary>
    /// <exception cref="StoreException">The chain is broken.</exception>
    public static IReadOnlyList<LedgerHead> Heads(ILedger ledger, IReadOnlyList<DateTimeOffset?> times)
    {
        var heads = times.Select(_ => LedgerHead.None).ToArray();
        string?[] last = [.. times.Select(time => time is { } known ? LedgerRow.Time(known) : null)];
        foreach (var fault in LedgerCheck.Faults(ledger, kept: null, Walked))
            throw LedgerEntry.Altered(fault.Number, fault.About);
        return heads;

        void Walked(LedgerRow row, LedgerHead head)
        {
            for (var i = 0; i < last.Length; i++)
            {
                if (last[i] is not { } time || string.CompareOrdinal(row.At, time) <= 0)
                    heads[i] = head;
            }
        }
    }

    public LedgerHead Head() => head;

    public IEnumerable<LedgerRow> Rows(long after = 0) => whole.Rows(after).TakeWhile(Counts);

    public IEnumerable<LedgerRow> About(string subject) => whole.About(subject).Where(Counts);

    public IEnumerable<LedgerRow> About(IReadOnlyList<string> subjects) => whole.About(subjects).Where(Counts);

    public IEnumerable<LedgerRow> BySubject(string start) => whole.BySubject(start).Where(Counts);

    private bool Counts(LedgerRow row) => row.Number <= head.Number;
}
