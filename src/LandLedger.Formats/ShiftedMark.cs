using LandLedger.Import;

namespace LandLedger.Formats;

/// <summary>
/// How positions that were shifted for the base maps of Chinese web services (GCJ-02) are marked wherever we write them: behind the name
/// of a collection or layer, and by a member of the collection and of the properties of each feature, which conversions keep. A file
/// that bears a mark is not read: such positions are no boundaries.
/// </summary>
public static class ShiftedMark
{
    public const string Member = "landledger:shifted";
    public const string Value = "GCJ-02";

    private const string Ending = ".gcj02";

    /// <summary>All that a Shapefile keeps of the name of a property.</summary>
    private const string Cut = "landledger";

    public static string Name(string plain) => plain + Ending;

    internal static bool IsOn(string? name) =>
        name is not null && name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>The part of a file as it came, or in its place one that says why it is not read.</summary>
    internal static RawFile Refused(RawFile part)
    {
        var (file, layer) = part.Name.LastIndexOf('#') is > 0 and var hash
            ? (part.Name[..hash], part.Name[(hash + 1)..])
            : (part.Name, null);
        if (
            !IsOn(layer)
            && !IsOn(Path.GetFileNameWithoutExtension(file))
            && !part.Columns.Any(column => column.Title is Member or Cut)
        )
            return part;
        part.Dispose();
        return UnreadFile.Of(FileIssue.Refuse(part.Name, "crs.shifted"));
    }
}
