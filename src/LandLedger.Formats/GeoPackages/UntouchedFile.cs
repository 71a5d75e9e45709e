using Microsoft.Data.Sqlite;

namespace LandLedger.Formats.GeoPackages;

/// <summary>
/// An SQLite file that is read and left as it is, with nothing new beside it. What another program has left in a log or a journal
/// beside it belongs to it: then a copy of all of them is read, which is gone with the last user.
/// </summary>
internal sealed class UntouchedFile : IDisposable
{
    /// <summary>The log of committed changes, and the journal of pages that an unfinished change has overwritten.</summary>
    private static readonly string[] Beside = ["-wal", "-journal"];

    private const int HeaderLength = 20;

    /// <summary>Of the format version of readers.</summary>
    private const int VersionAt = 19;
    private const byte LogVersion = 2;

    private readonly DirectoryInfo? _copy;
    private readonly SqliteConnectionStringBuilder _address;
    private int _users = 1;

    private UntouchedFile(SqliteConnectionStringBuilder address, DirectoryInfo? copy) =>
        (_address, _copy) = (address, copy);

    /// <summary>Null when somebody writes to the file meanwhile.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static UntouchedFile? Of(string path)
    {
        path = Path.GetFullPath(path);
        var beside = Beside.Select(end => new FileInfo(path + end)).Where(file => file is { Exists: true }).ToList();
        if (beside.Exists(file => file.Length > 0))
            return Copied(path);
        // SQLite makes files beside one with a log even to read it, unless told that nobody writes.
        var quiet = beside.Count > 0 || HasLog(path);
        var source = quiet ? new Uri(path).AbsoluteUri + "?immutable=1" : path;
        return new(Address(source, SqliteOpenMode.ReadOnly), copy: null);
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_address.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>One more user, who disposes it as well.</summary>
    public UntouchedFile Share()
    {
        _users++;
        return this;
    }

    public void Dispose()
    {
        if (--_users == 0)
            _copy?.Delete(recursive: true);
    }

    private static UntouchedFile? Copied(string path)
    {
        var folder = Directory.CreateTempSubdirectory("landledger-");
        var before = State(path);
        var copy = Path.Combine(folder.FullName, "copy.gpkg");
        foreach (var end in (string[])["", .. Beside])
        {
            if (File.Exists(path + end))
                Copy(path + end, copy + end);
        }
        if (before.SequenceEqual(State(path)))
            return new(Address(copy, SqliteOpenMode.ReadWrite), folder);
        folder.Delete(recursive: true);
        return null;
    }

    /// <summary>Not a copy of the file's rights: a copy of what may only be read must be written.</summary>
    private static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var target = new FileStream(to, FileMode.CreateNew);
        source.CopyTo(target);
    }

    private static List<(long Length, DateTime Written)> State(string path) =>
        [
            .. ((string[])["", .. Beside])
                .Select(end => new FileInfo(path + end))
                .Select(file => file.Exists ? (file.Length, file.LastWriteTimeUtc) : default),
        ];

    private static bool HasLog(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> header = stackalloc byte[HeaderLength];
        return stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength
            && header[VersionAt] == LogVersion;
    }

    private static SqliteConnectionStringBuilder Address(string source, SqliteOpenMode mode) =>
        new()
        {
            DataSource = source,
            Mode = mode,
            Pooling = false,
        };
}
