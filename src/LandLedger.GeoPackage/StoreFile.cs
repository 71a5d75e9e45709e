using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;
using SQLitePCL;

namespace LandLedger.GeoPackage;

/// <summary>The file itself: its tables, knowing it again, opening and closing it.</summary>
internal static class StoreFile
{
    private const int ApplicationId = 0x47504B47;
    private const int StandardVersion = 10300;
    private const int ReadWrite = raw.SQLITE_OPEN_READWRITE;

    /// <summary>
    /// Of a file that is new: an import of a million plots takes an eighth less time than with pages of 4 KiB, a reading of all a twentieth; a store of a
    /// thousand plots is larger by a quarter.
    /// </summary>
    public const int PageBytes = 16_384;

    /// <summary>Before anything is written to a new file.</summary>
    public static readonly string PageSql = $"PRAGMA page_size = {PageBytes};";

    /// <summary>A commit waits for the disk; keys of a million plots in any order find room in memory.</summary>
    public const string WritingSql = "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;";

    /// <summary>Readers see the last commit while one writes.</summary>
    public const string LogSql = "PRAGMA journal_mode = WAL;";

    /// <summary>Everything that an empty store has.</summary>
    public static string TablesSql { get; } =
        $"""
            PRAGMA application_id = {ApplicationId};
            PRAGMA user_version = {StandardVersion};
            {StandardTables.Sql}
            {PlotTable.Sql}
            {string.Concat(StoreTables.Sql())}
            {SpatialIndex.OfPlots.TreeSql}
            {SpatialIndex.OfPlots.TriggersSql}
            """;

    /// <summary>
    /// A reading session on a file that is known to be a store. It writes nothing, but is opened so that the last to close can take
    /// away the files beside a WAL database; SQLite falls back to reading where the file is write-protected.
    /// </summary>
    public static Session OpenSession(string path, TimeSpan wait)
    {
        RequireFile(path);
        try
        {
            return Known(Connection.Open(path, ReadWrite, wait), path);
        }
        catch (StoreException trouble)
            when (trouble.Code is "failed" or "closed" or "read-only" or "full" && !HasLog(path))
        {
            // On a medium that is read-only or full the files beside a WAL database cannot be made; nobody can write there either.
            return Known(Connection.OpenImmutable(path, wait), path);
        }
    }

    /// <summary>A connection with its write transaction begun, on a file that is there.</summary>
    public static Connection BeginWriting(string path, TimeSpan wait)
    {
        RequireFile(path);
        var connection = Connection.Open(path, ReadWrite, wait);
        try
        {
            Check(connection, path);
            SpatialIndex.AddFunctions(connection);
            // Files that another program rewrote may have left WAL mode.
            connection.Execute(WritingSql + LogSql);
            connection.Execute("BEGIN IMMEDIATE; " + PlotTable.EndedSql);
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

    /// <summary>
    /// Writes the log of a file that has moved into it, wherever it is now, and takes away the files beside its old place, as far as they
    /// are its own.
    /// </summary>
    /// <exception cref="StoreException">locked: somebody reads what stands in the log alone.</exception>
    public static void RemoveLog(Connection moved)
    {
        var isEmptied = Fold(moved);
        try
        {
            File.Delete(moved.Path + "-shm");
            // One that is not empty now came with the file that stands there.
            if (!isEmptied || !HasLog(moved.Path))
                File.Delete(moved.Path + "-wal");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Problem.Of("closed", moved.Path, e);
        }
    }

    /// <summary>A place where a file may be made: no folder itself, in a folder that is there.</summary>
    public static void RequirePlace(string path)
    {
        if (Directory.Exists(path))
            throw Problem.Of("folder", path);
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            throw Problem.Of("closed", path);
    }

    /// <summary>False where that fails, as with a damaged file.</summary>
    private static bool Fold(Connection moved)
    {
        try
        {
            moved.Execute("PRAGMA busy_timeout = 0");
            return moved.Number("PRAGMA wal_checkpoint(TRUNCATE)") == 0 ? true : throw Problem.Of("locked", moved.Path);
        }
        catch (StoreException trouble) when (trouble.Code != "locked")
        {
            return false;
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

    private static bool HasLog(string path) => new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };
}
