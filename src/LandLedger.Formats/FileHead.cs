using LandLedger.Formats.Text;

namespace LandLedger.Formats;

/// <summary>What a file is told by: its name and its first bytes.</summary>
internal sealed record FileHead(string Path, string Name, string Extension, byte[] Bytes)
{
    private const int Length = 64 * 1024;

    /// <summary>What the content looks like where it is no text (see <see cref="Signature"/>), else null.</summary>
    public string? Looks { get; } = Signature.Of(Bytes);

    public bool IsText => Looks is null && (Bytes.AsSpan().IndexOf((byte)0) < 0 || IsUtf16);

    /// <summary>By extension, or by an opening brace, which no table and no boundary text begins with.</summary>
    public bool IsJson =>
        Extension is ".geojson" or ".json" or ".geojsonl" or ".geojsons"
        || Bytes.AsSpan().TrimStart("\uFEFF"u8).TrimStart(" \t\r\n\u001E"u8) is [(byte)'{', ..];

    /// <summary>Whether the extension alone says what it is: the content begins as no file of a known kind does. It is damaged, or something else.</summary>
    public bool IsOnlyNamed(string extension) => Extension == extension && Looks is null;

    private bool IsUtf16 => Bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || Utf16Order.Of(Bytes) is not null;

    public static FileHead Of(string path)
    {
        using var stream = Read(path);
        var bytes = new byte[Length];
        var read = stream.ReadAtLeast(bytes, Length, throwOnEndOfStream: false);
        return new(
            path,
            System.IO.Path.GetFileName(path),
            System.IO.Path.GetExtension(path).ToLowerInvariant(),
            bytes[..read]
        );
    }

    public Stream Open() => Read(Path);

    // Sharing with a writer: a ledger is often still open in the office program.
    private static FileStream Read(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
}
