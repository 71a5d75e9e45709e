using System.Runtime.InteropServices;

namespace LandLedger.GeoPackage.Sqlite;

/// <summary>The calls that functions of ours are made of, on plain pointers as in <see cref="Native"/>.</summary>
internal static unsafe partial class NativeFunctions
{
    private const string Library = "e_sqlite3";

    [LibraryImport(Library, EntryPoint = "sqlite3_create_function_v2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Create(
        nint connection,
        string name,
        int arguments,
        int flags,
        nint data,
        delegate* unmanaged[Cdecl]<nint, int, nint*, void> function,
        nint step,
        nint final,
        nint destroy
    );

    /// <summary>Lends an object to a statement, which gives it back once it is bound anew or ended.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_pointer")]
    public static partial int BindPointer(
        nint statement,
        int index,
        nint value,
        byte* kind,
        delegate* unmanaged[Cdecl]<nint, void> release
    );

    [LibraryImport(Library, EntryPoint = "sqlite3_value_pointer")]
    [SuppressGCTransition]
    public static partial nint Pointer(nint value, byte* kind);

    [LibraryImport(Library, EntryPoint = "sqlite3_result_null")]
    [SuppressGCTransition]
    public static partial void Null(nint context);

    [LibraryImport(Library, EntryPoint = "sqlite3_result_int64")]
    [SuppressGCTransition]
    public static partial void Result(nint context, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_result_text")]
    public static partial void Result(nint context, byte* text, int length, nint release);

    [LibraryImport(Library, EntryPoint = "sqlite3_result_error")]
    public static partial void Error(nint context, byte* text, int length);
}
