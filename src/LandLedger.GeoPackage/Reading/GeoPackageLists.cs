using LandLedger.GeoPackage.Schema;
using LandLedger.Issuing;

namespace LandLedger.GeoPackage.Reading;

/// <summary>The issued lists of a file. One that an older program made has none, nor has one that is not made yet.</summary>
/// <param name="begin">Takes a session to read with; null while there is no file.</param>
/// <param name="write">Opens the write transaction.</param>
internal sealed class GeoPackageLists(Func<SessionPool.Lease?> begin, Func<IListWriting> write) : IListStore
{
    public IEnumerable<ListRow> Rows()
    {
        using var reading = begin();
        if (reading is null || !ListTables.AreIn(reading.First.Connection))
            yield break;
        foreach (var row in ListReader.All(reading.First.Connection))
            yield return row;
    }

    public ListRow? Find(ListNumber number)
    {
        using var reading = begin();
        return reading is not null && ListTables.AreIn(reading.First.Connection)
            ? ListReader.Find(reading.First.Connection, number.ToString())
            : null;
    }

    public int LastOf(int year)
    {
        using var reading = begin();
        return reading is not null && ListTables.AreIn(reading.First.Connection)
            ? RunningNumber.LastOf(reading.First.Connection, year, "disposal_lists")
            : 0;
    }

    public IListWriting Begin() => write();
}
