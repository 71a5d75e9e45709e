using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Ledger;

namespace LandLedger.GeoPackage.Writing;

/// <summary>The one write transaction of a store, whatever is written in it. Its connection is its own; when that goes, what was not committed goes with it.</summary>
internal sealed class WriteTransaction : IDisposable
{
    private readonly NewFile? _newFile;

    /// <summary>Takes the connection over, with its write transaction begun, and brings an older store up to date.</summary>
    /// <param name="newFile">The file that the transaction makes, or null where the store is there already.</param>
    public WriteTransaction(Connection connection, NewFile? newFile)
    {
        (Connection, _newFile) = (connection, newFile);
        foreach (var sql in StoreTables.SqlSince(connection.Number("SELECT max(version) FROM store_version") ?? 0))
            connection.Execute(sql);
        LastEntry = LedgerTable.Last(connection);
        Ledger = new(connection, LastEntry?.Head ?? LedgerHead.None);
    }

    public Connection Connection { get; }

    /// <summary>The last entry of the ledger before this transaction; null where there is none.</summary>
    public LastEntry? LastEntry { get; }

    public LedgerWriter Ledger { get; }

    /// <summary>Ends it, once the ledger is written.</summary>
    /// <param name="time">Of recording (<see cref="LedgerRow.Time(DateTimeOffset)"/>).</param>
    public void Commit(string time)
    {
        Connection["UPDATE gpkg_contents SET last_change = ?1"].Bind(1, time).Run();
        Connection.Execute("COMMIT");
        Connection.Dispose();
        _newFile?.Place();
    }

    public void Dispose()
    {
        Connection.Dispose();
        _newFile?.Remove();
    }
}
