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

    public IEnumerable<ReadOnlyMemory<byte>> Parts(string sha256)
    {
        using var session = database.Connect();
        using var query = session.Ask(
            CancellationToken.None,
            Statement.Of("SELECT record_send(ROW(bytes)) FROM file_parts WHERE sha256 = $1 ORDER BY part").With(sha256)
        );
        while (query.Next())
            yield return query.Row.Bytes(0).ToArray();
    }

    public ICaseWriting Begin() => write();
}
