using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LandLedger.GeoPackage.Sqlite;

/// <summary>
/// Objects as values of parameters: a function of ours gets the object itself, SQL sees null. The statement keeps it alive and
/// lets it go with the binding.
/// </summary>
internal static unsafe class LentObject
{
    /// <summary>A constant of the assembly, which never moves; SQLite keeps the pointer.</summary>
    private static byte* Kind => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference("landledger\0"u8));

    public static int Bind(nint statement, int index, object thing) =>
        NativeFunctions.BindPointer(statement, index, GCHandle.ToIntPtr(GCHandle.Alloc(thing)), Kind, &Release);

    /// <summary>Null where the value is no object of ours.</summary>
    public static object? Of(nint value) =>
        NativeFunctions.Pointer(value, Kind) is var pointer and not 0 ? GCHandle.FromIntPtr(pointer).Target : null;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Release(nint pointer) => GCHandle.FromIntPtr(pointer).Free();
}
