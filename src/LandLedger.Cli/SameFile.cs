using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LandLedger.Cli;

/// <summary>
/// Whether two paths lead to one file: through links, relative, in another case where the file system knows none, and under a
/// second name of the same file where the system tells (Linux).
/// </summary>
internal static class SameFile
{
    // struct statx of Linux: the inode, then both halves of the device.
    private const int StatSize = 256;
    private const int Inode = 32;
    private const int Device = 136;
    private const int CurrentFolder = -100;
    private const uint WantInode = 0x100;

    public static bool Are(string one, string other) =>
        string.Equals(Real(one), Real(other), Comparison) || (Identity(one) is { } file && file == Identity(other));

    private static StringComparison Comparison =>
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;

    /// <summary>The full path with every link in it followed; a file need not be there yet.</summary>
    private static string Real(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } folder)
            return full;
        var here = Path.Combine(Real(folder), Path.GetFileName(full));
        try
        {
            FileSystemInfo entry = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
            return entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? here;
        }
        catch (Exception e) when (FileException.IsTrouble(e))
        {
            return here;
        }
    }

    /// <summary>Device and inode of a file that is there, or null where nobody says.</summary>
    private static (ulong Device, ulong Inode)? Identity(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var stat = new byte[StatSize];
        try
        {
            return Statx(CurrentFolder, path, 0, WantInode, stat) == 0
                ? (
                    BinaryPrimitives.ReadUInt64LittleEndian(stat.AsSpan(Device)),
                    BinaryPrimitives.ReadUInt64LittleEndian(stat.AsSpan(Inode))
                )
                : null;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(
        int folder,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string path,
        int flags,
        uint mask,
        [Out] byte[] stat
    );
}
