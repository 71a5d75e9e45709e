using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.Cli.Output;

/// <summary>Entries for a reader: one line each, and below it each fact with what it was before.</summary>
internal static class HistoryPage
{
    public static void Write(Shell shell, Texts texts, IEnumerable<LedgerEntry> entries)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            shell.WriteLine(texts.Fill("cli.history.entry", name => Of(texts, entry, name)));
            foreach (var said in entry.Says.EnumerateObject())
            {
                var now = SaidFact.TextOf(said.Value);
                if (known.GetValueOrDefault(said.Name, "") is var before && before == now)
                    continue;
                known[said.Name] = now;
                shell.WriteLine(
                    texts.Fill(
                        before.Length == 0 ? "cli.history.fact" : "cli.history.changed",
                        name =>
                            name switch
                            {
                                "field" => ChangeText.Title(said.Name, texts),
                                "old" => ChangeText.Value(said.Name, before, texts),
                                _ => ChangeText.Value(said.Name, now, texts),
                            }
                    )
                );
            }
        }
    }

    /// <summary>The facts as they were held to be, each with the entry that said it last.</summary>
    public static void WriteHeld(Shell shell, Texts texts, PlotState state)
    {
        shell.WriteLine(texts[state.Plot is null ? "cli.history.not-held" : "cli.history.held"]);
        foreach (var fact in state.Facts)
            shell.WriteLine(
                texts.Fill(
                    "cli.history.held-fact",
                    name =>
                        name switch
                        {
                            "field" => ChangeText.Title(fact.Name, texts),
                            "number" => Words.Count(fact.Entry),
                            _ => ChangeText.Value(fact.Name, fact.Text, texts),
                        }
                )
            );
    }

    private static string? Of(Texts texts, LedgerEntry entry, string name) =>
        name switch
        {
            "number" => Words.Count(entry.Number),
            "at" => LedgerRow.Time(entry.At),
            "since" => entry.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "kind" => texts["entry." + CodeText.Of(entry.Kind)],
            "by" => entry.By is { } by ? texts.Fill("cli.history.by", _ => by) : "",
            "why" => entry.Why is { } why ? texts.Fill("cli.history.why", _ => why) : "",
            _ => entry.File is { } file
                ? texts.Fill(
                    entry.Line is null ? "cli.history.file" : "cli.history.row",
                    place => place == "file" ? file : entry.Line?.ToString(CultureInfo.InvariantCulture)
                )
                : "",
        };
}
