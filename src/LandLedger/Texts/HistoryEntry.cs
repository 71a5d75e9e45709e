using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import;
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
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
            yield return new(
                entry,
                texts["entry." + CodeText.Of(entry.Kind)],
                SourceOf(entry, texts),
                [.. FactsOf(entry, known, texts)]
            );
    }

    private static IEnumerable<HistoryFact> FactsOf(LedgerEntry entry, Dictionary<string, string> known, Texts texts)
    {
        foreach (var said in entry.Says.EnumerateObject())
        {
            var now = SaidFact.TextOf(said.Value);
            if (known.GetValueOrDefault(said.Name, "") is var before && before == now)
                continue;
            known[said.Name] = now;
            yield return new(
                ChangeText.Title(said.Name, texts),
                before.Length == 0 ? null : ChangeText.Value(said.Name, before, texts),
                ChangeText.Value(said.Name, now, texts)
            );
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
