using System.Globalization;
using System.Text.Json;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>
/// Holds the imports that a store lists, with their files, against the entries about them. Imports of before the ledger began stand in no entry, nor does one
/// without files, as it makes a store anew.
/// </summary>
internal static class ImportCheck
{
    private const string SourcesName = "sources";

    public static IEnumerable<LedgerFault> Faults(IPlotStore store)
    {
        var stored = store.Imports();
        if (stored is [{ Sources: [] }])
            yield break;
        // The ledger tells the last ones: those of before it began come first.
        List<LedgerEntry> told = [.. Told(store.Ledger)];
        List<ImportEntry> listed = [.. stored.Where(import => import.Sources.Count > 0)];
        for (var back = 1; back <= told.Count; back++)
        {
            var entry = told[^back];
            if (back > listed.Count)
                yield return new("not-stored", entry.Number, Subject.Imports);
            else
                foreach (var name in Differences(entry, listed[^back]))
                    yield return ProjectionCheck.Differs(Of(listed[^back]), name);
        }
    }

    private static IEnumerable<LedgerEntry> Told(ILedger ledger) =>
        ledger
            .About(Subject.Imports)
            .Select(row => LedgerEntry.Read(row.Bytes))
            .OfType<LedgerEntry>()
            .Where(entry => Sources(entry).Count > 0);

    private static string Of(ImportEntry import) =>
        string.Create(CultureInfo.InvariantCulture, $"{Subject.Imports}/{import.Id}");

    /// <summary>The names of what differs. An entry is never recorded before the one before it, so that a clock that ran back leaves an earlier time in the list.</summary>
    private static IEnumerable<string> Differences(LedgerEntry entry, ImportEntry import)
    {
        (string Name, int Count)[] counts =
        [
            ("added", import.Added),
            ("changed", import.Changed),
            ("ended", import.Ended),
            ("refused", import.Refused),
            ("same", import.Same),
        ];
        foreach (var (name, count) in counts)
        {
            if (entry.Says.Whole(name) != count)
                yield return name;
        }
        if (string.CompareOrdinal(LedgerRow.Time(import.RecordedAt), LedgerRow.Time(entry.At)) > 0)
            yield return Members.At;
        if (import.On is { } day && day != entry.Since)
            yield return Members.Since;
        if (!Sources(entry).SequenceEqual(import.Sources.Select(source => (source.Name, source.Sha256))))
            yield return SourcesName;
    }

    private static List<(string Name, string Sha256)> Sources(LedgerEntry entry) =>
        entry.Says.TryGetProperty(SourcesName, out var sources) && sources.ValueKind == JsonValueKind.Array
            ? [.. sources.EnumerateArray().Select(source => ($"{source.Text("name")}", $"{source.Text("sha256")}"))]
            : [];
}
