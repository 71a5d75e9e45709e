namespace LandLedger.Formats.Text;

/// <summary>What a file that is no text looks like, by its first bytes, in names that read the same in every language.</summary>
internal static class Signature
{
    public const string Sqlite = "GPKG / SQLite";
    public const string Zip = "ZIP / XLSX";
    public const string Nul = "NUL";

    private static readonly (byte[] Start, string Looks)[] Known =
    [
        ([0x50, 0x4B, 0x03, 0x04], Zip),
        ([0x50, 0x4B, 0x05, 0x06], "ZIP"),
        ([0x25, 0x50, 0x44, 0x46], "PDF"),
        ([0xD0, 0xCF, 0x11, 0xE0], "XLS / DOC"),
        ([.. "SQLite format 3\0"u8], Sqlite),
        ([0x00, 0x00, 0x27, 0x0A], "SHP"),
        ([0x1F, 0x8B], "GZIP"),
        ([0x52, 0x61, 0x72, 0x21], "RAR"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7Z"),
        ([0x89, 0x50, 0x4E, 0x47], "PNG"),
        ([0xFF, 0xD8, 0xFF], "JPEG"),
        ([0x47, 0x49, 0x46, 0x38], "GIF"),
        ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"),
        ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
    ];

    public static string? Of(ReadOnlySpan<byte> head)
    {
        foreach (var (start, looks) in Known)
        {
            if (head.StartsWith(start))
                return looks;
        }
        return null;
    }
}
