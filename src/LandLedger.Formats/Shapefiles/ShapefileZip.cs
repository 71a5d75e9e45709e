using System.Globalization;
using System.IO.Compression;
using LandLedger.Formats.Text;
using LandLedger.Import;

namespace LandLedger.Formats.Shapefiles;

/// <summary>A shapefile in a .zip, unpacked to temporary files that vanish when they are closed.</summary>
internal static class ShapefileZip
{
    public const int MostEntries = 1_000;

    /// <summary>Bytes of all parts once unpacked.</summary>
    public const long MostBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>Unpacked to packed; asked only beyond <see cref="AlwaysAllowed"/>.</summary>
    public const int HighestRatio = 200;

    public const long AlwaysAllowed = 10L * 1024 * 1024;

    private const int BufferBytes = 128 * 1024;

    private static readonly string[] _endings = [".shp", ".shx", ".dbf", ".prj", ".cpg", ".cst"];

    /// <summary>The parts, or the issue that says why not.</summary>
    public static (ShapefileParts? Parts, ImportIssue? Issue) Open(string path)
    {
        var name = Path.GetFileName(path);
        var opened = new List<Stream>();
        try
        {
            // Names without the UTF-8 mark come from Chinese Windows.
            using var zip = ZipFile.Open(path, ZipArchiveMode.Read, TextEncoding.Gb18030);
            if (zip.Entries.Count > MostEntries)
            {
                return (null, Bomb(name, string.Create(CultureInfo.InvariantCulture, $"> {MostEntries}")));
            }
            var entries = zip.Entries.Where(IsPart).ToList();
            var shapes = entries.FindAll(entry => Ending(entry) == ".shp");
            if (shapes.Count != 1)
            {
                var count = shapes.Count.ToString(CultureInfo.InvariantCulture);
                return (null, FileIssue.Refuse(name, "file.zip-content", value: count));
            }
            var stem = Stem(shapes[0]);
            var parts = entries.FindAll(entry => Stem(entry).Equals(stem, StringComparison.OrdinalIgnoreCase));
            var left = MostBytes;
            foreach (var entry in parts)
            {
                opened.Add(Temporary());
                if (Unpack(entry, opened[^1], ref left) is { } bound)
                {
                    opened.ForEach(stream => stream.Dispose());
                    return (null, Bomb(name, bound));
                }
            }
            return (ShapefileParts.Of(ending => Find(parts, opened, ending)), null);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            opened.ForEach(stream => stream.Dispose());
            return (null, FileIssue.Refuse(name, "file.zip"));
        }
    }

    private static Stream? Find(List<ZipArchiveEntry> parts, List<Stream> opened, string ending)
    {
        var index = parts.FindIndex(entry => Ending(entry) == ending);
        return index < 0 ? null : opened[index];
    }

    private static FileStream Temporary() =>
        new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
                BufferSize = BufferBytes,
            }
        );

    /// <summary>The bound that the entry breaks, whatever its header claims, or null.</summary>
    private static string? Unpack(ZipArchiveEntry entry, Stream to, ref long left)
    {
        using var packed = entry.Open();
        var buffer = new byte[BufferBytes];
        var written = 0L;
        int read;
        while ((read = packed.Read(buffer)) > 0)
        {
            written += read;
            left -= read;
            if (left < 0)
            {
                return "> 2 GB";
            }
            if (written > AlwaysAllowed && written > HighestRatio * Math.Max(1, entry.CompressedLength))
            {
                return string.Create(CultureInfo.InvariantCulture, $"> {HighestRatio} : 1");
            }
            to.Write(buffer, 0, read);
        }
        to.Position = 0;
        return null;
    }

    private static bool IsPart(ZipArchiveEntry entry) =>
        !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)
        && !entry.Name.StartsWith('.')
        && Array.IndexOf(_endings, Ending(entry)) >= 0;

    private static string Ending(ZipArchiveEntry entry) => Path.GetExtension(entry.Name).ToLowerInvariant();

    private static string Stem(ZipArchiveEntry entry) => entry.FullName[..^Path.GetExtension(entry.Name).Length];

    private static ImportIssue Bomb(string name, string what) => FileIssue.Refuse(name, "file.zip-bomb", value: what);
}
