namespace LandLedger.Cli;

/// <summary>A file that appears whole or not at all: written beside its place, then moved over it.</summary>
internal static class OutputFile
{
    public static async Task WriteAsync(
        string path,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancel
    ) =>
        await WriteAsync(
            path,
            async temporary =>
            {
                await using var file = File.Create(temporary, bufferSize: 1 << 16);
                await write(file, cancel);
            }
        );

    public static async Task WriteAsync(string path, Func<string, Task> write)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var temporary = Path.Combine(
            Path.GetDirectoryName(full)!,
            "." + Path.GetRandomFileName() + Path.GetExtension(full)
        );
        try
        {
            await write(temporary);
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
