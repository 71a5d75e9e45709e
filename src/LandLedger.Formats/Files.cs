using LandLedger.Formats.BoundaryText;
using LandLedger.Formats.GeoJson;
using LandLedger.Formats.GeoPackages;
using LandLedger.Formats.Shapefiles;
using LandLedger.Formats.Tables;
using LandLedger.Formats.Text;
using LandLedger.Import;

namespace LandLedger.Formats;

/// <summary>Opens any file that LandLedger takes in. The content tells the kind, the extension only where content does not.</summary>
public static class Files
{
    /// <summary>Asked in this order; text of no other kind is a table.</summary>
    private static readonly FileKind[] Kinds =
    [
        new(
            "boundary text",
            head => head.IsText && BoundaryTextFile.Sniff(new MemoryStream(head.Bytes)),
            (head, crs) => [BoundaryTextFile.Open(head.Open(), head.Name, crs)]
        ),
        new(
            "VCT",
            head => head.IsText && head.Bytes.AsSpan().TrimStart(" \r\n\t\uFEFF"u8).StartsWith("HeadBegin"u8),
            (head, _) => [UnreadFile.Of(FileIssue.Refuse(head.Name, "file.vct"))]
        ),
        new("GeoJSON", head => head.IsText && head.IsJson, (head, _) => [GeoJsonFile.Open(head.Open(), head.Name)]),
        new(
            "shapefile",
            head => head.Looks == "SHP" || head.IsOnlyNamed(".shp"),
            (head, _) => [ShapefileFile.Open(head.Path)]
        ),
        // A workbook is a zip too; only the ending tells that this one is not.
        new("zipped shapefile", head => head.Extension == ".zip", (head, _) => [ShapefileFile.OpenZip(head.Path)]),
        new(
            "GeoPackage",
            head => head.Looks == Signature.Sqlite || head.IsOnlyNamed(".gpkg"),
            (head, _) => GeoPackageFile.Open(head.Path)
        ),
        // Office programs save text under the name of a workbook, too.
        new(
            "damaged workbook",
            head => !head.IsText && (head.IsOnlyNamed(".xlsx") || head.IsOnlyNamed(".xls")),
            (head, _) => [UnreadFile.Of(FileIssue.Refuse(head.Name, "file.damaged"))]
        ),
        new(
            "table",
            head => head.Looks is null or "ZIP / XLSX" or "ZIP" or "XLS / DOC",
            (head, _) => TableFile.Open(head.Open(), head.Name)
        ),
    ];

    /// <summary>The tables or layers of a file, to be disposed by the caller. A file of no known kind comes as one part with an issue.</summary>
    /// <param name="crs">"EPSG:n" where the caller states the system of the coordinates, else null.</param>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IReadOnlyList<RawFile> Open(string path, string? crs = null)
    {
        var head = FileHead.Of(path);
        if (head.Bytes.Length == 0)
            return [UnreadFile.Of(FileIssue.Refuse(head.Name, "file.empty"))];
        return Kinds.FirstOrDefault(kind => kind.Is(head)) is { } kind
            ? [.. kind.Open(head, crs).Select(ShiftedMark.Refused)]
            : [UnreadFile.Of(FileIssue.Refuse(head.Name, "file.kind", value: head.Looks ?? head.Extension))];
    }
}
