using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.Cli.Output;

/// <summary>Entries for a reader: one line each, and below it each fact with what it was before.</summary>
internal static class HistoryPage
{
    public static void Write(Shell shell, Texts texts, IEnumerable<LedgerEntry> entries)
    {
        foreach (var told in HistoryEntry.Of(entries, texts))
        {
            shell.WriteLine(texts.Fill("cli.history.entry", name => Of(texts, told, name)));
            foreach (var fact in told.Facts)
                shell.WriteLine("    " + fact.Sentence(texts));
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

    private static string? Of(Texts texts, HistoryEntry told, string name) =>
        name switch
        {
            "number" => Words.Count(told.Entry.Number),
            "at" => LedgerRow.Time(told.Entry.At),
            "since" => Words.Day(told.Entry.Since),
            "kind" => told.Kind,
            "by" => told.Entry.By is { } by ? texts.Fill("cli.history.by", _ => by) : "",
            "why" => told.Entry.Why is { } why ? texts.Fill("cli.history.why", _ => why) : "",
            _ => told.Source.Length > 0 ? texts.Fill("cli.history.from", _ => told.Source) : "",
        };
}
