using System.Globalization;
using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>A reading connection with its prepared statements and remembered strings; one user at a time.</summary>
internal sealed class Session : IDisposable
{
    private const long MappedBytes = 0;

    public Session(Connection connection)
    {
        Connection = connection;
        connection.Execute($"PRAGMA mmap_size = {MappedBytes}; PRAGMA cache_size = -4096; PRAGMA query_only = 1;");
        FilterFunctions.AddTo(connection);
        Plots = new PlotReader(connection, new Interned());
    }

    public Connection Connection { get; }

    public PlotReader Plots { get; }

    /// <summary>
    /// Begins reading on all sessions at the same state of the file. A commit in between shows in data_version, which is
    /// asked of the last session before the first begins and again after the last has begun.
    /// </summary>
    /// <returns>False when a writer committed in between each time.</returns>
    public static bool BeginTogether(IReadOnlyList<Session> sessions)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var last = sessions[^1].Connection;
            var before = last.Number("PRAGMA data_version");
            foreach (var session in sessions)
                session.Begin();
            if (last.Number("PRAGMA data_version") == before)
                return true;
            foreach (var session in sessions)
                session.End();
        }
        return false;
    }

    public void Begin()
    {
        Connection.Execute("BEGIN");
        // The snapshot is taken by the first read.
        _ = Connection.Number("SELECT count(*) FROM store_version");
    }

    /// <summary>
    /// The state that is read, between <see cref="Begin"/> and <see cref="End"/>: the commit at the end of the log, or the file as it is while
    /// nothing stands in the log; without a log, as QGIS leaves a file that it has closed, the commits that the file counts.
    /// </summary>
    public string? State() =>
        Connection.Commit() is { } commit ? commit
        : HasLog ? FileStamp.Of(Connection.Path)
        : Connection.Commits() is { } commits
            ? string.Create(CultureInfo.InvariantCulture, $"{FileStamp.Of(Connection.Path)}.{commits}")
        : null;

    private bool HasLog =>
        Connection["PRAGMA journal_mode"] is var mode && mode.Step() && mode.Utf8(0).SequenceEqual("wal"u8);

    public void End()
    {
        Connection.ResetAll();
        if (Connection.InTransaction)
            Connection.Execute("COMMIT");
    }

    public void Dispose() => Connection.Dispose();
}
