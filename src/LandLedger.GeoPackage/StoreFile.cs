using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;
using SQLitePCL;

namespace LandLedger.GeoPackage;

/// <summary>The file itself: making it, knowing it again, opening and closing it.</summary>
internal static class StoreFile
{
    private const int ApplicationId = 0x47504B47;
    private const int StandardVersion = 10300;
    private const int ReadWrite = raw.SQLITE_OPEN_READWRITE;

    public static void Create(string path, TimeSpan wait)
    {
        using var connection = Connection.Open(path, ReadWrite | raw.SQLITE_OPEN_CREATE, wait);
        if (!IsBlank(connection))
            return;
        connection.Execute("PRAGMA page_size = 4096; PRAGMA journal_mode = WAL;");
        connection.Execute("BEGIN IMMEDIATE");
        // Somebody may have made it in the meantime.
        if (!IsBlank(connection))
            return;
        connection.Execute(
            $"""
            PRAGMA application_id = {ApplicationId};
            PRAGMA user_version = {StandardVersion};
            {StandardTables.Sql}
            {PlotTable.Sql}
            {string.Concat(StoreTables.Sql())}
            {SpatialIndex.TreeSql}
            {SpatialIndex.TriggersSql}
            COMMIT;
            """
        );
    }

    /// <summary>A reading session on a file that is known to be a store.</summary>
    public static Session OpenSession(string path, TimeSpan wait)
    {
        RequireFile(path);
        try
        {
            return Known(Connection.Open(path, raw.SQLITE_OPEN_READONLY, wait), path);
        }
        catch (StoreException trouble) when (trouble.Code is "failed" or "closed" or "read-only" && !HasLog(path))
        {
            // On a read-only medium the files beside a WAL database cannot be made; nobody can write there either.
            return Known(Connection.OpenImmutable(path, wait), path);
        }
    }

    public static Connection OpenForWriting(string path, TimeSpan wait)
    {
        RequireFile(path);
        var connection = Connection.Open(path, ReadWrite, wait);
        try
        {
            SpatialIndex.AddFunctions(connection);
            // Files that another program rewrote may have left WAL mode; with full, a commit waits for the disk.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -131072;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Writes the log back into the file, unless others still read from it: the last to close will do it.</summary>
    public static void FoldLog(string path)
    {
        try
        {
            using var connection = Connection.Open(path, ReadWrite, TimeSpan.Zero);
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (StoreException)
        {
            // Nothing is lost: what is committed is in the log, and the next to open reads it there.
        }
    }

    private static void RequireFile(string path)
    {
        if (!File.Exists(path))
            throw Problem.Of(Directory.Exists(path) ? "folder" : "missing", path);
    }

    private static Session Known(Connection connection, string path)
    {
        try
        {
            Check(connection, path);
            return new Session(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Check(Connection connection, string path)
    {
        var ours =
            connection.Number("SELECT count(*) FROM sqlite_master WHERE name IN ('store_version', 'plots')") == 2;
        if (!ours || connection.Number("PRAGMA application_id") != ApplicationId)
            throw Problem.Of("foreign", path);
        var version = connection.Number("SELECT max(version) FROM store_version");
        if (version > StoreTables.Version)
            throw Problem.Of("newer", path, ("version", $"{version}"), ("known", $"{StoreTables.Version}"));
    }

    private static bool IsBlank(Connection connection) =>
        connection.Number("PRAGMA application_id") == 0 && connection.Number("SELECT count(*) FROM sqlite_master") == 0;

    private static bool HasLog(string path) => new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };
}
