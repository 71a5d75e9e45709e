namespace LandLedger.Import.Merging;

/// <summary>
/// The last day for which the store has taken files of a name, where that is after the day of this import: what such a file said is newer
/// than what an earlier one leaves out.
/// </summary>
internal sealed class LaterFiles(IReadOnlyList<ImportEntry> imports, DateOnly on)
{
    private readonly Dictionary<string, DateOnly> _days = imports
        .Where(import => import.On > on)
        .SelectMany(import => import.Sources.Select(source => (source.Name, Day: import.On!.Value)))
        .GroupBy(file => file.Name, file => file.Day, StringComparer.Ordinal)
        .ToDictionary(files => files.Key, files => files.Max(), StringComparer.Ordinal);

    /// <summary>Null where no file of the name stood for a later day.</summary>
    public DateOnly? Of(string source) => _days.TryGetValue(source, out var day) ? day : null;
}
