using LandLedger.Cases;
using LandLedger.GeoPackage.Schema;

namespace LandLedger.GeoPackage.Reading;

/// <summary>The cases of a file. One that an older program made has none, nor has one that is not made yet.</summary>
/// <param name="begin">Takes a session to read with; null while there is no file.</param>
/// <param name="write">Opens the write transaction.</param>
internal sealed class GeoPackageCases(Procedures procedures, Func<SessionPool.Lease?> begin, Func<ICaseWriting> write)
    : ICaseStore
{
    public Procedures Procedures => procedures;

    public IEnumerable<CaseRow> Rows(CaseQuery query)
    {
        using var reading = begin();
        if (reading is null || !CaseTables.AreIn(reading.First.Connection))
            yield break;
        foreach (var row in CaseReader.Of(reading.First.Connection, query))
            yield return row;
    }

    public CaseRow? Find(CaseNumber number)
    {
        using var reading = begin();
        return reading is not null && CaseTables.AreIn(reading.First.Connection)
            ? CaseReader.Find(reading.First.Connection, number.ToString())
            : null;
    }

    public IEnumerable<ReadOnlyMemory<byte>> Parts(string sha256)
    {
        using var reading = begin();
        if (reading is null || !FileTable.IsIn(reading.First.Connection))
            yield break;
        var rows = reading
            .First.Connection["SELECT bytes FROM file_parts WHERE sha256 = ?1 ORDER BY part"]
            .Bind(1, sha256);
        while (rows.Step())
            yield return rows.Blob(0).ToArray();
        rows.Reset();
    }

    public ICaseWriting Begin() => write();
}
