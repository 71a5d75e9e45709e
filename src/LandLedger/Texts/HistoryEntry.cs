using System.Globalization;
using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Import.Merging;
using LandLedger.Ledger;

namespace LandLedger;

/// <summary>A fact that an entry tells anew, in words; <paramref name="Before"/> is null where nothing was known of it before.</summary>
public sealed record HistoryFact(string Title, string? Before, string Now)
{
    public string Sentence(Texts texts) =>
        texts.Fill(
            Before is null ? "history.fact" : "history.changed",
            name =>
                name switch
                {
                    "field" => Title,
                    "old" => Before,
                    _ => Now,
                }
        );
}

/// <summary>An entry of a plot's history in words: what it did, where it came from, and what it tells that the entries before it did not.</summary>
public sealed record HistoryEntry(LedgerEntry Entry, string Kind, string Source, IReadOnlyList<HistoryFact> Facts)
{
    /// <summary>The entries of one plot, in the order of their numbers.</summary>
    public static IEnumerable<HistoryEntry> Of(IEnumerable<LedgerEntry> entries, Texts texts)
    {
        var known = new Known();
        foreach (var entry in entries)
            yield return new(
                entry,
                texts["entry." + CodeText.Of(entry.Kind)],
                SourceOf(entry, texts),
                [.. FactsOf(entry, known, texts)]
            );
    }

    private static IEnumerable<HistoryFact> FactsOf(LedgerEntry entry, Known known, Texts texts)
    {
        foreach (var said in entry.Says.EnumerateObject())
        {
            var now = SaidFact.TextOf(said.Value);
            var moved = said.Name == PartChanges.Shape ? known.Moved(said.Value) : "";
            if (known.Texts.GetValueOrDefault(said.Name, "") is var before && before == now && moved.Length == 0)
                continue;
            known.Texts[said.Name] = now;
            yield return new(
                ChangeText.Title(said.Name, texts),
                before.Length == 0 ? null : ChangeText.Value(said.Name, before, texts),
                ChangeText.Value(said.Name, now + moved, texts)
            );
        }
    }

    /// <summary>What the entries so far have told.</summary>
    private sealed class Known
    {
        private PlotShape? _outline;

        public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

        /// <summary>Takes the outline in; how far it lies from the one before, empty where it is the same or the first.</summary>
        public string Moved(JsonElement said)
        {
            var (before, now) = (_outline, said.ValueKind == JsonValueKind.Object ? SaidParts.Shape(said) : null);
            _outline = now;
            return before is null || now is null || before.Wkb.Span.SequenceEqual(now.Wkb.Span)
                ? ""
                : OutlineShift.Said(before, now, CrsTable.Zone3At((now.West + now.East) / 2));
        }
    }

    /// <summary>File and row; empty where it came from no file.</summary>
    private static string SourceOf(LedgerEntry entry, Texts texts) =>
        entry.File is { } file
            ? texts.Fill(
                entry.Line is null ? "history.file" : "history.row",
                place => place == "file" ? file : entry.Line?.ToString(CultureInfo.InvariantCulture)
            )
            : "";
}
