using LandLedger.Ledger;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>Appends entries to the ledger; the head follows with the commit.</summary>
internal sealed class LedgerWriter(Session session, LedgerHead head)
{
    private const int Most = 2_000;

    private readonly List<LedgerRow> _held = [];
    private LedgerHead _head = head;

    public void Append(LedgerRow entry, LedgerHead head)
    {
        _held.Add(entry);
        _head = head;
        if (_held.Count == Most)
            Flush();
    }

    public void Flush()
    {
        if (_held.Count > 0)
            Copy.Into(
                session,
                "ledger (number, about, at, since, entry)",
                _held,
                (copy, entry) =>
                    copy.Row()
                        .Put(entry.Number)
                        .Put(entry.About)
                        .Put(entry.At)
                        .Put((DateOnly?)entry.Since)
                        .Put(entry.Bytes.ToArray())
            );
        _held.Clear();
    }

    public void End()
    {
        Flush();
        session.Run(
            Statement
                .Of(
                    "INSERT INTO ledger_head VALUES (1, $1, $2) ON CONFLICT (id) DO UPDATE SET number = excluded.number, hash = excluded.hash"
                )
                .With((long?)_head.Number)
                .With(_head.Hash)
        );
    }
}
