using System.Runtime.InteropServices;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;
using SQLitePCL;

namespace LandLedger.GeoPackage;

/// <summary>
/// The file of a store that its first import makes. It grows beside its place under a name of its own, where nobody reads it, so
/// that no journal is needed and each page is written once; whole and on the disk it is given its place, never over another file.
/// Of two first imports at once one wins and the other is told to try again. What a process that died has left is taken away
/// by the next first import.
/// </summary>
internal sealed partial class NewFile
{
    private const string Mark = "-new-";
    private const int ReadWrite = raw.SQLITE_OPEN_READWRITE;

    private readonly string _path;
    private readonly string _beside;

    private NewFile(string path)
    {
        _path = path;
        _beside = path + Mark + Guid.NewGuid().ToString("N");
    }

    /// <summary>A file with the tables of a store, its transaction begun.</summary>
    public static (NewFile File, Connection Connection) Begin(string path, TimeSpan wait)
    {
        RemoveLeft(path);
        var file = new NewFile(path);
        var connection = Connection.OpenNew(file._beside, path, wait);
        try
        {
            connection.Execute(
                StoreFile.PageSql + "PRAGMA journal_mode = MEMORY;" + StoreFile.WritingSql + "BEGIN EXCLUSIVE"
            );
            SpatialIndex.AddFunctions(connection);
            connection.Execute(StoreFile.TablesSql);
            return (file, connection);
        }
        catch
        {
            connection.Dispose();
            file.Remove();
            throw;
        }
    }

    /// <summary>Gives the finished file, closed by now, its place.</summary>
    /// <exception cref="StoreException">locked: somebody else has made the store meanwhile.</exception>
    public void Place()
    {
        if (OperatingSystem.IsWindows() || Link(_beside, _path) != 0)
            Move();
        File.Delete(_beside);
        try
        {
            // The journal of this small write is on the disk with its folder, and with that the new name.
            using var connection = Connection.Open(_path, ReadWrite, TimeSpan.Zero);
            connection.Execute(StoreFile.WritingSql + StoreFile.LogSql);
        }
        catch (StoreException)
        {
            // Somebody is at it already; the next import will do it.
        }
    }

    /// <summary>Takes it away, unless it has its place.</summary>
    public void Remove() => File.Delete(_beside);

    /// <summary>Looks and then moves, where a link would be made or refused in one step: not every file system has links.</summary>
    private void Move()
    {
        try
        {
            File.Move(_beside, _path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var taken = File.Exists(_path) || !File.Exists(_beside);
            throw Problem.Of(taken ? "locked" : "failed", _path, ("detail", e.Message));
        }
    }

    /// <summary>Removes what no import under way holds locked.</summary>
    private static void RemoveLeft(string path)
    {
        var whole = Path.GetFullPath(path);
        var folder = new DirectoryInfo(Path.GetDirectoryName(whole)!);
        if (!folder.Exists)
            return;
        foreach (var left in folder.EnumerateFiles(Path.GetFileName(whole) + Mark + "*"))
        {
            if (!IsLocked(left.FullName))
                left.Delete();
        }
    }

    private static bool IsLocked(string path)
    {
        try
        {
            using var connection = Connection.Open(path, ReadWrite, TimeSpan.Zero);
            connection.Execute("BEGIN EXCLUSIVE");
            return false;
        }
        catch (StoreException trouble)
        {
            // Half a file is no database, but it can be told from one in use.
            return trouble.Code == "locked";
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string from, string to);
}
