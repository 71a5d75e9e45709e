using System.Text;

namespace LandLedger.Formats.Shapefiles;

/// <summary>The files of one shapefile, opened; all streams can seek.</summary>
internal sealed class ShapefileParts : IDisposable
{
    private const int LargestText = 64 * 1024;

    public required Stream Shp { get; init; }

    public Stream? Shx { get; init; }

    public Stream? Dbf { get; init; }

    public string? Prj { get; init; }

    public string? Cpg { get; init; }

    /// <summary>From the siblings of a .shp on disk, whose endings may be in any case.</summary>
    public static ShapefileParts Of(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var stem = Path.GetFileNameWithoutExtension(path);
        var siblings = Directory
            .EnumerateFiles(folder, stem.Replace('*', '?') + ".*")
            .Where(file => Path.GetFileNameWithoutExtension(file).Equals(stem, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(file => Path.GetFileNameWithoutExtension(file) == stem)
            .ToList();
        var parts = new List<Stream>();
        try
        {
            return Of(ending =>
            {
                var file =
                    ending == ".shp"
                        ? path
                        : siblings.Find(f => Path.GetExtension(f).Equals(ending, StringComparison.OrdinalIgnoreCase));
                if (file is null)
                {
                    return null;
                }
                parts.Add(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 128 * 1024));
                return parts[^1];
            });
        }
        catch
        {
            parts.ForEach(part => part.Dispose());
            throw;
        }
    }

    /// <summary>From whatever opens the part with an ending in lower case, or gives null.</summary>
    public static ShapefileParts Of(Func<string, Stream?> open) =>
        new()
        {
            Shp = open(".shp")!,
            Shx = open(".shx"),
            Dbf = open(".dbf"),
            Prj = Text(open(".prj")),
            Cpg = Text(open(".cpg")) ?? Text(open(".cst")),
        };

    public void Dispose()
    {
        Shp.Dispose();
        Shx?.Dispose();
        Dbf?.Dispose();
    }

    private static string? Text(Stream? stream)
    {
        if (stream is null)
        {
            return null;
        }
        using (stream)
        {
            var bytes = new byte[Math.Min(stream.Length, LargestText)];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Encoding.UTF8.GetString(bytes, 0, read);
        }
    }
}
