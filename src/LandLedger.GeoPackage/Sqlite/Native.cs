using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]

namespace LandLedger.GeoPackage.Sqlite;

/// <summary>
/// The calls that run for every value of every row, on plain pointers. SQLitePCLRaw, which brings the library and does all
/// the rest, passes a safe handle with each call; over 65 columns that costs more than the reading itself.
/// </summary>
internal static unsafe partial class Native
{
    private const string Library = "e_sqlite3";

    /// <summary>SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.</summary>
    public static readonly nint Copy = -1;

    /// <summary>SQLITE_STATIC: the bytes stay as they are until the binding is cleared.</summary>
    public static readonly nint Stands;

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    public static partial int Reset(nint statement);

    /// <summary>Calls back to give up a <see cref="LentObject"/>.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_clear_bindings")]
    public static partial int ClearBindings(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    [SuppressGCTransition]
    public static partial int BindInt64(nint statement, int index, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_double")]
    [SuppressGCTransition]
    public static partial int BindDouble(nint statement, int index, double value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text")]
    [SuppressGCTransition]
    public static partial int BindText(nint statement, int index, byte* value, int length, nint release);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_blob")]
    public static partial int BindBlob(nint statement, int index, byte* value, int length, nint release);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    [SuppressGCTransition]
    public static partial int ColumnType(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [SuppressGCTransition]
    public static partial long ColumnInt64(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_double")]
    [SuppressGCTransition]
    public static partial double ColumnDouble(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    [SuppressGCTransition]
    public static partial byte* ColumnBlob(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [SuppressGCTransition]
    public static partial int ColumnBytes(nint statement, int column);

    /// <summary>The value in a column, looked up once for all that is asked of it; good until the next step.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_column_value")]
    [SuppressGCTransition]
    public static partial nint ColumnValue(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_type")]
    [SuppressGCTransition]
    public static partial int ValueType(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_int64")]
    [SuppressGCTransition]
    public static partial long ValueInt64(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_double")]
    [SuppressGCTransition]
    public static partial double ValueDouble(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_blob")]
    [SuppressGCTransition]
    public static partial byte* ValueBlob(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_bytes")]
    [SuppressGCTransition]
    public static partial int ValueBytes(nint value);

    [LibraryImport(Library, EntryPoint = "sqlite3_value_text")]
    public static partial byte* ValueText(nint value);

    /// <summary>Of a connection that reads: the header of its log, <see cref="SnapshotLength"/> bytes, to be given back.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_snapshot_get", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SnapshotGet(nint connection, string schema, out nint snapshot);

    [LibraryImport(Library, EntryPoint = "sqlite3_snapshot_free")]
    public static partial void SnapshotFree(nint snapshot);

    public const int SnapshotLength = 48;

    /// <summary>Asks what is known of an open file.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int FileControl(nint connection, string schema, int asked, out int answer);

    /// <summary>SQLITE_FCNTL_HAS_MOVED.</summary>
    public const int HasMoved = 20;

    /// <summary>The open file of a connection, a <c>sqlite3_file</c>.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FileOf(nint connection, string schema, int asked, out nint file);

    /// <summary>SQLITE_FCNTL_FILE_POINTER.</summary>
    private const int FilePointer = 7;

    /// <summary>
    /// Reads from the open file by SQLite's own handle: to open and close the file for it would give up the locks that SQLite holds.
    /// A <c>sqlite3_file</c> begins with the address of its methods: a version, xClose, xRead(file, buffer, length, offset).
    /// </summary>
    public static bool Read(nint connection, Span<byte> bytes, long offset)
    {
        const int Place = 2;
        if (FileOf(connection, "main", FilePointer, out var file) != 0 || file == 0 || *(nint*)file == 0)
            return false;
        var read = (delegate* unmanaged[Cdecl]<nint, byte*, int, long, int>)(*(nint**)file)[Place];
        fixed (byte* to = bytes)
            return read(file, to, bytes.Length, offset) == 0;
    }
}
