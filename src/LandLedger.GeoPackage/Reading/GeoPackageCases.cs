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

    public ICaseWriting Begin() => write();
}
