namespace LandLedger.Cli;

/// <summary>A file that appears whole or not at all: written beside its place, then moved over it.</summary>
internal static class OutputFile
{
    /// <summary>Writes it into a folder that is there.</summary>
    /// <exception cref="FileException">It cannot be written.</exception>
    public static Task WriteAsync(string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancel) =>
        FileException.AtAsync(
            path,
            async () =>
            {
                var full = Path.GetFullPath(path);
                if (IsDevice(full))
                {
                    await using var device = new FileStream(full, FileMode.Open, FileAccess.Write);
                    await write(device, cancel);
                    return;
                }
                var temporary = Path.Combine(
                    Path.GetDirectoryName(full)!,
                    "." + Path.GetRandomFileName() + Path.GetExtension(full)
                );
                try
                {
                    // A file made new and not emptied: ext4 forces to the disk what was emptied, all at once when it is closed.
                    await using (
                        var file = new FileStream(
                            temporary,
                            FileMode.CreateNew,
                            FileAccess.Write,
                            FileShare.None,
                            1 << 16
                        )
                    )
                        await write(file, cancel);
                    File.Move(temporary, full, overwrite: true);
                }
                finally
                {
                    File.Delete(temporary);
                }
            }
        );

    /// <summary>What stands there is no file but a way to one (/dev/null, /dev/stdout): moved over, it would be gone for every program.</summary>
    public static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows()
        && Path.GetFullPath(path) is var full
        && full.StartsWith("/dev/", StringComparison.Ordinal)
        && !full.StartsWith("/dev/shm/", StringComparison.Ordinal)
        && File.Exists(full);
}
