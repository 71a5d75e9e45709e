using System.Text.Json;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Ledger;

namespace LandLedger.GeoPackage.Reading;

/// <summary>The ledger of a file. One that an older program made has none, nor has one that is not made yet.</summary>
/// <param name="begin">Takes a session to read with; null while there is no file.</param>
internal sealed class GeoPackageLedger(Func<SessionPool.Lease?> begin) : ILedger
{
    private const string Select = "SELECT number, about, at, since, entry FROM ledger ";
    private const string After = Select + "WHERE number > ?1 ORDER BY number";
    private const string OfSubject = Select + "WHERE about = ?1 ORDER BY number";
    private const string OfSome = Select + "WHERE about IN (SELECT value FROM json_each(?1)) ORDER BY about, number";
    private const string OfSubjects = Select + "WHERE about >= ?1 AND about < ?2 ORDER BY about, number";

    public LedgerHead Head()
    {
        using var reading = begin();
        return reading is not null && HasLedger(reading.First.Connection)
            ? LedgerTable.Last(reading.First.Connection)?.Head ?? LedgerHead.None
            : LedgerHead.None;
    }

    public IEnumerable<LedgerRow> Rows(long after = 0) => Read(After, rows => rows.Bind(1, after));

    public IEnumerable<LedgerRow> About(string subject) => Read(OfSubject, rows => rows.Bind(1, subject));

    public IEnumerable<LedgerRow> About(IReadOnlyList<string> subjects) =>
        Read(OfSome, rows => rows.Bind(1, JsonSerializer.Serialize(subjects)));

    public IEnumerable<LedgerRow> BySubject(string start) =>
        Read(OfSubjects, rows => rows.Bind(1, start).Bind(2, start[..^1] + (char)(start[^1] + 1)));

    private IEnumerable<LedgerRow> Read(string sql, Func<Statement, Statement> bind)
    {
        using var reading = begin();
        if (reading is null || !HasLedger(reading.First.Connection))
            yield break;
        for (var rows = bind(reading.First.Connection[sql]); rows.Step(); )
            yield return new(
                rows.Int64(0),
                rows.Text(1),
                rows.Text(2),
                rows.Date(3) ?? default,
                rows.Blob(4).ToArray()
            );
    }

    private static bool HasLedger(Connection connection) =>
        connection.Number("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'ledger_head'") is not null;
}
