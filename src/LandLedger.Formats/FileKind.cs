using LandLedger.Import;

namespace LandLedger.Formats;

/// <summary>One kind of file: how it is told by name and first bytes, and how it is opened.</summary>
/// <param name="Open">Given the head and the system that the caller states ("EPSG:n" or null).</param>
internal sealed record FileKind(
    string Name,
    Func<FileHead, bool> Is,
    Func<FileHead, string?, IReadOnlyList<RawFile>> Open
);
