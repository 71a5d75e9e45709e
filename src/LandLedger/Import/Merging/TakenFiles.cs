namespace LandLedger.Import.Merging;

/// <summary>Files that the store has taken before, by their names.</summary>
/// <param name="on">The day of this import.</param>
internal sealed class TakenFiles(IReadOnlyList<ImportEntry> imports, DateOnly on)
{
    private readonly HashSet<string> _names = imports
        .SelectMany(import => import.Sources)
        .Select(source => source.Name)
        .ToHashSet(StringComparer.Ordinal);

    private readonly Dictionary<string, DateOnly> _later = imports
        .Where(import => import.On > on)
        .SelectMany(import => import.Sources.Select(source => (source.Name, Day: import.On!.Value)))
        .GroupBy(file => file.Name, file => file.Day, StringComparer.Ordinal)
        .ToDictionary(files => files.Key, files => files.Max(), StringComparer.Ordinal);

    public bool Has(string source) => _names.Contains(source);

    /// <summary>
    /// The last day for which a file of the name stood, where that is after the day of this import: what it said is newer than what this one
    /// leaves out. Null where none did.
    /// </summary>
    public DateOnly? Later(string source) => _later.TryGetValue(source, out var day) ? day : null;
}
