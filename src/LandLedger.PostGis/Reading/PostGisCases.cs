using LandLedger.Cases;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Reading;

/// <summary>The cases of a database.</summary>
/// <param name="write">Opens the write transaction.</param>
internal sealed class PostGisCases(Procedures procedures, Database database, Func<ICaseWriting> write) : ICaseStore
{
    public Procedures Procedures => procedures;

    public IEnumerable<CaseRow> Rows(CaseQuery query)
    {
        using var session = database.Connect();
        foreach (var row in CaseReader.Of(session, query))
            yield return row;
    }

    public CaseRow? Find(CaseNumber number)
    {
        using var session = database.Connect();
        return CaseReader.Find(session, number.ToString());
    }

    public ICaseWriting Begin() => write();
}
