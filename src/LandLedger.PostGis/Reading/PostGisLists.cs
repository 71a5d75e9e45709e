using LandLedger.Issuing;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Reading;

/// <summary>The issued lists of a database.</summary>
/// <param name="write">Opens the write transaction.</param>
internal sealed class PostGisLists(Database database, Func<IListWriting> write) : IListStore
{
    public IEnumerable<ListRow> Rows()
    {
        using var session = database.Connect();
        foreach (var row in ListReader.All(session))
            yield return row;
    }

    public ListRow? Find(ListNumber number)
    {
        using var session = database.Connect();
        return ListReader.Find(session, number.ToString());
    }

    public int LastOf(int year)
    {
        using var session = database.Connect();
        return RunningNumber.LastOf(session, year, "disposal_lists");
    }

    public IListWriting Begin() => write();
}
