using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Formats;

/// <summary>Opens the one table of a file that is to be a reference layer.</summary>
public static class LayerFile
{
    /// <summary>The part with geometry, to be disposed by the caller; where it cannot be told, one without rows and with an issue.</summary>
    /// <param name="table">Its name in the file; needed where the file has several.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static RawFile Open(string path, string? table = null, Crs? crs = null)
    {
        var parts = Files.Open(path, crs?.Code);
        var candidates = parts.Where(part => table is null ? part.HasOutlines : TableOf(part) == table).ToList();
        var chosen =
            candidates.Count == 1 || parts.Count == 1 && table is null ? candidates.FirstOrDefault() ?? parts[0] : null;
        foreach (var part in parts.Where(part => part != chosen))
            part.Dispose();
        if (chosen is not null)
            return chosen;
        var known = string.Join('、', parts.Where(part => part.HasOutlines).Select(part => TableOf(part) ?? part.Name));
        var code = table is null && known.Length > 0 ? "layer.which" : "layer.no-table";
        return UnreadFile.Of(FileIssue.Refuse(Path.GetFileName(path), code, value: table).With(("titles", known)));
    }

    private static string? TableOf(RawFile part) =>
        part.Name.LastIndexOf('#') is > 0 and var hash ? part.Name[(hash + 1)..] : null;
}
