using LandLedger.Fields;
using LandLedger.Issuing;
using Spectre.Console;

namespace LandLedger.Cli.Output;

/// <summary>Issued lists for a reader.</summary>
internal static class IssuedPage
{
    /// <summary>What became of a list or a step about one, or why it was refused.</summary>
    public static int Tell(Shell shell, Texts texts, string told, IssuedList? list, ListRefusal? refusal)
    {
        if (list is null)
        {
            shell.Error.WriteLine(refusal!.In(texts.Language));
            return Exit.InputRefused;
        }
        shell.WriteLine(texts.Fill(told, name => Word(list, name, texts)));
        return Exit.Done;
    }

    /// <summary>What holds kept off a list when it was issued.</summary>
    public static void HeldBack(Shell shell, Texts texts, IssuedList list)
    {
        if (list.Totals.HeldBack is { Plots: > 0 } heldBack)
            shell.WriteLine(texts.Fill("cli.issued.held-back", name => Words.Of(heldBack, name)));
    }

    /// <summary>One a row.</summary>
    public static void Write(Shell shell, Texts texts, IReadOnlyList<IssuedList> lists)
    {
        if (lists.Count == 0)
        {
            shell.WriteLine(texts["cli.issued.none"]);
            return;
        }
        string[] columns = ["number", "day", "as-of", "rules", "plots", "stated", "measured", "state", "open"];
        var table = new Table();
        foreach (var column in columns)
            table.AddColumn(texts["cli.issued.column." + column]);
        foreach (var list in lists)
            table.AddRow([.. columns.Select(column => new Text(Word(list, column, texts) ?? ""))]);
        var page = new Page(shell);
        page.Add(table);
        page.Print();
    }

    /// <summary>All of one but its rows.</summary>
    public static void Write(Shell shell, Texts texts, IssuedList list)
    {
        foreach (var line in (string[])["head", "made", "sum"])
            shell.WriteLine(texts.Fill("cli.issued.show." + line, name => Word(list, name, texts)));
        HeldBack(shell, texts, list);
        if (list.Reason is { } reason)
            shell.WriteLine(texts.Fill("cli.case.reason-line", _ => reason));
        if (list.Document is { } document)
            shell.WriteLine(texts.Fill("cli.issued.show.document", _ => document));
        foreach (var (form, digest) in list.Files)
            shell.WriteLine(texts.Fill("cli.issued.show.file", name => name == "form" ? form : digest));
        for (var i = 0; i < list.Steps.Count; i++)
            Write(shell, texts, list.Steps[i], i + 1, list.Entries[i]);
    }

    private static void Write(Shell shell, Texts texts, ListStep step, int place, long entry)
    {
        var kind =
            step.Kind == ListStepKind.Decided && step.IsUpheld is { } upheld
                ? upheld
                    ? "upheld"
                    : "rejected"
                : CodeText.Of(step.Kind);
        shell.WriteLine(
            texts.Fill(
                "cli.issued.step." + kind,
                name =>
                    name switch
                    {
                        "place" => Words.Count(place),
                        "day" => Words.Day(step.Day),
                        "who" => step.Who,
                        "entry" => Words.Count(entry),
                        "row" => Words.Count(step.Row ?? 0),
                        "objection" => Words.Count(step.Objection ?? 0),
                        "objector" => step.Objector,
                        "until" => step.Until is { } until ? Words.Day(until) : "",
                        _ => step.Redaction,
                    }
            )
        );
        if (step.Counted is { } counted)
            shell.WriteLine(texts.Fill("cli.issued.show.counted", _ => counted.In(texts)));
        if (step.Reason is { } reason)
            shell.WriteLine(texts.Fill("cli.case.reason-line", _ => reason));
        if (step.Document is { } document)
            shell.WriteLine(texts.Fill("cli.issued.show.document", _ => document));
    }

    private static string? Word(IssuedList list, string name, Texts texts) =>
        name switch
        {
            "number" => list.Number.ToString(),
            "day" => Words.Day(list.Day),
            "as-of" => Words.Day(list.AsOf),
            "rules" => $"{list.Package}@{list.Version}",
            "state" => texts["list.state." + CodeText.Of(list.State)],
            "open" => Words.Count(list.Objections.Count(objection => objection.Decision is null)),
            "categories" => list.Categories.Count == 0
                ? texts["cli.issued.act"]
                : string.Join(
                    texts["list.comma"],
                    list.Categories.Select(category => texts["category." + Codes.Of(category)])
                ),
            "facts" => list.Facts.ToString(),
            "sha256" => list.Sha256,
            "who" => list.Who,
            "data" => list.Data ?? texts["list.data-unstated"],
            "entry" => Words.Count(list.Entry),
            "until" => list.Publication?.Until is { } until ? Words.Day(until) : "",
            "place" => Words.Count(list.Steps.Count),
            "row" => Words.Count(list.Steps[^1].Row ?? 0),
            "outcome" => texts[list.Steps[^1].IsUpheld == true ? "list.objection.upheld" : "list.objection.rejected"],
            "objection" => Words.Count(list.Steps[^1].Objection ?? 0),
            _ => Words.Of(list.Totals.Total, name),
        };
}
