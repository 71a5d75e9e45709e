using System.Globalization;
using LandLedger.Streams;

namespace LandLedger.Ledger;

/// <summary>
/// Walks the chain of a ledger: each entry bears the hash of the one before it, so a byte that was altered, an entry that was taken out, put
/// in or moved shows where it happened. Entries dropped at the end show by the head that the store keeps, and, where that was altered too,
/// by a head that somebody has kept elsewhere.
/// </summary>
public static class LedgerCheck
{
    /// <summary>Entries that are looked at together on one core.</summary>
    private const int Stretch = 64;

    /// <summary>Every fault, in order of the entries. Nothing is kept in memory but some entries and the faults that the caller keeps.</summary>
    /// <param name="kept">A head of an earlier day, kept elsewhere; null where there is none.</param>
    /// <param name="walked">Told of each entry, with the head that it makes, as it is read.</param>
    public static IEnumerable<LedgerFault> Faults(
        ILedger ledger,
        LedgerHead? kept = null,
        Action<LedgerRow, LedgerHead>? walked = null
    )
    {
        var head = LedgerHead.None;
        var time = "";
        foreach (
            var (row, entry, wrong, next) in Stretched<LedgerRow>
                .Of(ledger.Rows(), Stretch)
                .Through(rows => rows.Select(Look))
        )
        {
            foreach (var code in Faults(row, entry, head, time))
                yield return new(code, row.Number, row.About);
            if (wrong is not null)
                yield return LedgerFault.Of("says", row.Number, row.About, ("field", wrong));
            head = next;
            time = row.At;
            walked?.Invoke(row, head);
            if (kept is { } known && known.Number == head.Number && known != head)
                yield return new("kept-differs", head.Number, row.About);
        }
        if (ledger.Head() is var told && told != head)
            yield return Fault("head", told);
        if (kept is { } later && later.Number > head.Number)
            yield return Fault("kept-missing", later);

        LedgerFault Fault(string code, LedgerHead other) =>
            LedgerFault.Of(
                code,
                head.Number,
                null,
                ("head", other.ToString()),
                ("found", head.ToString()),
                ("number", other.Number.ToString(CultureInfo.InvariantCulture))
            );
    }

    /// <summary>What one entry tells by itself: what it says, which member of that is wrong, and the head that it makes.</summary>
    private static (LedgerRow Row, LedgerEntry? Entry, string? Wrong, LedgerHead Head) Look(LedgerRow row)
    {
        var entry = LedgerEntry.Read(row.Bytes);
        var before = LedgerHead.None with { Number = row.Number - 1 };
        return (row, entry, entry is null ? null : SaidCheck.Wrong(entry), before.Then(row.Bytes.Span));
    }

    private static IEnumerable<string> Faults(LedgerRow row, LedgerEntry? entry, LedgerHead before, string time)
    {
        if (row.Number != before.Number + 1)
            yield return "gap";
        if (entry is null)
        {
            yield return "unreadable";
            yield break;
        }
        if (entry.Before != before.Hash)
            yield return "before";
        if (
            entry.Number != row.Number
            || entry.About != row.About
            || LedgerRow.Time(entry.At) != row.At
            || entry.Since != row.Since
        )
            yield return "columns";
        if (string.CompareOrdinal(row.At, time) < 0)
            yield return "time";
    }
}
