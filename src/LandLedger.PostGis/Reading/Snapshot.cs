using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Reading;

/// <summary>One state of the database, which several sessions read.</summary>
internal sealed class Snapshot : IDisposable
{
    private const string Begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    private readonly Database _database;
    private readonly string _name;

    public Snapshot(Database database)
    {
        _database = database;
        First = database.Connect();
        try
        {
            First.Run(Begin);
            _name = (string)First.Value(Statement.Of("SELECT pg_export_snapshot()"))!;
        }
        catch
        {
            First.Dispose();
            throw;
        }
    }

    /// <summary>The session that keeps the snapshot.</summary>
    public Session First { get; }

    /// <summary>Another session that sees the same; to be disposed before the snapshot or after, as it likes.</summary>
    public Session Join()
    {
        var session = _database.Connect();
        try
        {
            session.Run($"{Begin}; SET TRANSACTION SNAPSHOT '{_name}'");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Giving the connection back ends its transaction.</summary>
    public void Dispose() => First.Dispose();
}
