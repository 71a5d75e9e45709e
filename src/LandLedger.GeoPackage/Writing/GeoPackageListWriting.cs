using System.Globalization;
using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Issuing;
using LandLedger.Ledger;

namespace LandLedger.GeoPackage.Writing;

/// <summary>The one write transaction, for issued lists. Its connection is its own; when that goes, what was not committed goes with it.</summary>
internal sealed class GeoPackageListWriting : IListWriting
{
    private readonly Connection _connection;
    private readonly NewFile? _newFile;
    private readonly LedgerWriter _ledger;

    /// <summary>Takes the connection over, with its write transaction begun.</summary>
    /// <param name="newFile">The file that the transaction makes, or null where the store is there already.</param>
    public GeoPackageListWriting(Connection connection, NewFile? newFile)
    {
        (_connection, _newFile) = (connection, newFile);
        foreach (var sql in StoreTables.SqlSince(connection.Number("SELECT max(version) FROM store_version") ?? 0))
            connection.Execute(sql);
        LastEntry = LedgerTable.Last(connection);
        _ledger = new(connection, LastEntry?.Head ?? LedgerHead.None);
    }

    public LastEntry? LastEntry { get; }

    public void Append(LedgerRow entry, LedgerHead head) => _ledger.Append(entry, head);

    public ListRow? Find(ListNumber number) => ListReader.Find(_connection, number.ToString());

    public ListRow? Keyed(string key) => ListReader.Keyed(_connection, key);

    public int LastOf(int year)
    {
        var rows = _connection[
            "SELECT number FROM disposal_lists WHERE substr(number, 1, 5) = ?1 ORDER BY length(number) DESC, number DESC LIMIT 1"
        ]
            .Bind(1, year.ToString("0000", CultureInfo.InvariantCulture) + "-");
        var last = rows.Step() ? ListNumber.Parse(rows.Text(0))?.Running : null;
        rows.Reset();
        return last ?? 0;
    }

    public void Put(ListRow list) => ListWriter.Put(_connection, list);

    public void Commit(DateTimeOffset recordedAt)
    {
        _ledger.Write();
        _connection["UPDATE gpkg_contents SET last_change = ?1"].Bind(1, LedgerRow.Time(recordedAt)).Run();
        _connection.Execute("COMMIT");
        _connection.Dispose();
        _newFile?.Place();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _newFile?.Remove();
    }
}
