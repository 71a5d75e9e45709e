using System.Buffers.Binary;
using System.Globalization;
using LandLedger.Import;
using SQLitePCL;

namespace LandLedger.GeoPackage.Sqlite;

/// <summary>One connection to one file, used by one thread at a time. Statements are prepared once and kept.</summary>
internal sealed class Connection : IDisposable
{
    private readonly sqlite3 _handle;

    /// <summary>By reference, as hashing a long text costs more than a small insert: most SQL texts are constants.</summary>
    private readonly Dictionary<object, Statement> _statements = new(ReferenceEqualityComparer.Instance);

    /// <summary>All of them, for texts that are put together anew each time.</summary>
    private readonly Dictionary<string, Statement> _byText = new(StringComparer.Ordinal);

    private readonly HashSet<object> _found = new(ReferenceEqualityComparer.Instance);

    static Connection() => Batteries_V2.Init();

    private Connection(sqlite3 handle, string path)
    {
        _handle = handle;
        Path = path;
    }

    public sqlite3 Handle => _handle;

    public string Path { get; }

    public static Connection Open(string path, int flags, TimeSpan wait) => OpenNamed(path, path, flags, wait);

    /// <summary>Makes a file; trouble with it names the path where it is to be.</summary>
    public static Connection OpenNew(string file, string path, TimeSpan wait) =>
        OpenNamed(file, path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, wait);

    /// <summary>For files where no side file can be made: read-only media and folders. Nobody may write meanwhile.</summary>
    public static Connection OpenImmutable(string path, TimeSpan wait) =>
        OpenNamed(
            "file:" + Uri.EscapeDataString(System.IO.Path.GetFullPath(path)) + "?immutable=1",
            path,
            raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI,
            wait
        );

    private static Connection OpenNamed(string name, string path, int flags, TimeSpan wait)
    {
        var code = raw.sqlite3_open_v2(name, out var handle, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        var connection = new Connection(handle, path);
        if (code != raw.SQLITE_OK)
        {
            var trouble = connection.Trouble(code);
            connection.Dispose();
            throw trouble;
        }
        _ = raw.sqlite3_busy_timeout(handle, (int)wait.TotalMilliseconds);
        return connection;
    }

    /// <summary>The statement, reset and unbound. It stays with the connection: do not dispose it.</summary>
    public Statement this[string sql]
    {
        get
        {
            if (_statements.TryGetValue(sql, out var statement) || _byText.TryGetValue(sql, out statement))
            {
                statement.Reset();
                return statement;
            }
            return _statements[sql] = _byText[sql] = Prepare(sql);
        }
    }

    /// <summary>A statement for one use, of a text that is made for it. The caller disposes it.</summary>
    public Statement Prepare(string sql)
    {
        var code = raw.sqlite3_prepare_v2(_handle, sql, out var handle);
        return code == raw.SQLITE_OK ? new Statement(this, handle) : throw Trouble(code);
    }

    /// <summary>Runs several statements, separated by semicolons, that are needed once.</summary>
    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(_handle, sql);
        if (code != raw.SQLITE_OK)
            throw Trouble(code);
    }

    public long? Number(string sql)
    {
        var statement = this[sql];
        long? value = statement.Step() && !statement.IsNull(0) ? statement.Int64(0) : null;
        statement.Reset();
        return value;
    }

    /// <summary>Whether a constant query finds a row of what stays once it is there: a table or a column, looked for until it is.</summary>
    public bool Finds(string sql) => _found.Contains(sql) || (Number(sql) is not null && _found.Add(sql));

    /// <summary>Statements that a caller left in the middle would hold the snapshot.</summary>
    public void ResetAll()
    {
        foreach (var statement in _byText.Values)
            statement.Reset();
    }

    public long LastRow => raw.sqlite3_last_insert_rowid(_handle);

    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>
    /// Whether the file no longer stands at its path, or another one does. On Windows never: there a file that is open keeps its place.
    /// </summary>
    public bool HasMoved =>
        Native.FileControl(_handle.DangerousGetHandle(), "main", Native.HasMoved, out var moved) == raw.SQLITE_OK
        && moved != 0;

    /// <summary>
    /// The commit that a connection in the middle of reading sees, by the header of the log: its random salt, its length and the
    /// checksum over all of it. Null where nothing stands in a log, or there is none.
    /// </summary>
    public unsafe string? Commit()
    {
        if (Native.SnapshotGet(_handle.DangerousGetHandle(), "main", out var snapshot) != raw.SQLITE_OK)
            return null;
        var header = new ReadOnlySpan<byte>((void*)snapshot, Native.SnapshotLength);
        var commit = Convert.ToHexString(header);
        Native.SnapshotFree(snapshot);
        return commit;
    }

    /// <summary>
    /// How many commits a file without log counts in its header; a connection in the middle of reading sees the last of them. Null where it
    /// cannot be read.
    /// </summary>
    public uint? Commits()
    {
        const int Place = 24;
        Span<byte> counter = stackalloc byte[sizeof(uint)];
        return Native.Read(_handle.DangerousGetHandle(), counter, Place)
            ? BinaryPrimitives.ReadUInt32BigEndian(counter)
            : null;
    }

    /// <summary>Until it is disposed, a statement that runs when this is cancelled ends with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationTokenRegistration StopOn(CancellationToken cancel) =>
        cancel.UnsafeRegister(static handle => raw.sqlite3_interrupt((sqlite3)handle!), _handle);

    public StoreException Trouble(int code)
    {
        var extended = raw.sqlite3_extended_errcode(_handle);
        var reason = (code & 0xFF) switch
        {
            // There is not even room for the index of the log, which lies beside the file.
            raw.SQLITE_IOERR when extended == raw.SQLITE_IOERR_SHMSIZE => "full",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "locked",
            raw.SQLITE_FULL => "full",
            raw.SQLITE_READONLY => "read-only",
            raw.SQLITE_NOTADB => "not-a-database",
            raw.SQLITE_CORRUPT => "damaged",
            raw.SQLITE_CANTOPEN => Directory.Exists(Path) ? "folder" : "closed",
            _ => "failed",
        };
        var number = "SQLite " + extended.ToString(CultureInfo.InvariantCulture);
        var said = new IOException($"{number}: {raw.sqlite3_errmsg(_handle).utf8_to_string()}");
        return Problem.Of(reason, Path, said, ("number", number));
    }

    public void Dispose()
    {
        foreach (var statement in _byText.Values)
            statement.Dispose();
        _statements.Clear();
        _byText.Clear();
        _handle.Dispose();
    }
}
