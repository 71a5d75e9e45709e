using System.Globalization;

namespace LandLedger.Cli;

/// <summary>A file or folder that cannot be read or written: which one, and why, in words.</summary>
internal sealed class FileException(string path, Exception cause) : Exception(cause.Message, cause)
{
    private const int Lower = 0xFFFF;

    // Error numbers of Linux and macOS, and of Windows (the lower half of the HRESULT).
    private static readonly (string Reason, int[] Posix, int[] Windows)[] Numbers =
    [
        ("full", [28], [112, 39]),
        ("taken", [17, 20], [80, 183]),
        ("folder", [21], []),
        ("busy", [11, 16, 26], [32, 33]),
        ("read-only", [30], [19]),
    ];

    public string In(Texts texts) => texts.Fill("cli.file." + Reason, name => name == "file" ? path : Number);

    /// <summary>Runs what uses the file or folder.</summary>
    /// <exception cref="FileException">It could not be used.</exception>
    public static T At<T>(string path, Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception e) when (IsTrouble(e))
        {
            throw new FileException(path, e);
        }
    }

    /// <inheritdoc cref="At{T}(string, Func{T})"/>
    public static async Task AtAsync(string path, Func<Task> use)
    {
        try
        {
            await use();
        }
        catch (Exception e) when (IsTrouble(e))
        {
            throw new FileException(path, e);
        }
    }

    /// <summary>What disks, folders and rights lead to; all else is a bug.</summary>
    public static bool IsTrouble(Exception e) => e is IOException or UnauthorizedAccessException;

    private string Reason =>
        InnerException switch
        {
            FileNotFoundException or DirectoryNotFoundException => "missing",
            UnauthorizedAccessException => "denied",
            PathTooLongException => "too-long",
            { HResult: var code } => Array
                .Find(Numbers, row => (code < 0 ? row.Windows : row.Posix).Contains(code & Lower))
                .Reason
                ?? "failed",
            null => "failed",
        };

    private string Number => ((InnerException?.HResult ?? 0) & Lower).ToString(CultureInfo.InvariantCulture);
}
