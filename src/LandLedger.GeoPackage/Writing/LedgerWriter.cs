using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Ledger;

namespace LandLedger.GeoPackage.Writing;

/// <summary>Appends entries to the ledger; the head follows with the commit.</summary>
internal sealed class LedgerWriter(Connection connection, LedgerHead head)
{
    private const string InsertSql = "INSERT INTO ledger (number, about, at, since, entry) VALUES (?1, ?2, ?3, ?4, ?5)";

    private LedgerHead _head = head;

    public void Append(LedgerRow entry, LedgerHead head)
    {
        connection[InsertSql]
            .Bind(1, entry.Number)
            .Bind(2, entry.About)
            .Bind(3, entry.At)
            .Bind(4, (DateOnly?)entry.Since)
            .Bind(5, entry.Bytes.Span)
            .Run();
        _head = head;
    }

    public void Write()
    {
        connection.Execute(LedgerTable.AboutSql);
        connection["INSERT OR REPLACE INTO ledger_head VALUES (1, ?1, ?2)"]
            .Bind(1, _head.Number)
            .Bind(2, _head.Hash)
            .Run();
    }
}
