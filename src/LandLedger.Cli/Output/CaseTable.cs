using LandLedger.Cases;
using LandLedger.Fields;
using Spectre.Console;

namespace LandLedger.Cli.Output;

/// <summary>Cases, deadlines and allowed steps for a reader, one a row.</summary>
internal static class CaseTable
{
    public static void Write(Shell shell, Texts texts, IReadOnlyList<BookedCase> cases) =>
        Write(
            shell,
            texts,
            "cli.case.none",
            ["number", "plot", "procedure", "state", "last-day", "responsible"],
            cases.Select(booked =>
                (string[])
                    [
                        booked.Number.ToString(),
                        booked.Plot.ToString(),
                        CasePage.Procedure(booked, texts),
                        CasePage.State(booked, texts),
                        Words.Day(booked.Steps[^1].Day),
                        Responsible(booked, texts),
                    ]
            )
        );

    public static void Write(Shell shell, Texts texts, IReadOnlyList<DueCase> due) =>
        Write(
            shell,
            texts,
            "cli.case.nothing-due",
            ["number", "plot", "state", "clock", "due", "over", "responsible"],
            due.Select(one =>
                (string[])
                    [
                        one.Booked.Number.ToString(),
                        one.Booked.Plot.ToString(),
                        CasePage.State(one.Booked, texts),
                        one.Deadline is { } deadline
                            ? CasePage.Title(deadline.Clock.Rule.Title, texts)
                            : CasePage.Procedure(one.Booked, texts),
                        one.Deadline is null ? texts["cli.case.unknown"] : CasePage.Due(one.Deadline.Due, texts),
                        one.Deadline?.DaysOver is { } over ? Words.Count(over) : "",
                        Responsible(one.Booked, texts),
                    ]
            )
        );

    public static void Write(Shell shell, Texts texts, IReadOnlyList<ProcedureStep> steps) =>
        Write(
            shell,
            texts,
            "cli.case.nothing-allowed",
            ["kind", "title", "asks", "paper"],
            steps.Select(step =>
                (string[])
                    [
                        step.Id,
                        CasePage.Title(step.Title, texts),
                        string.Join(texts["list.comma"], Asks(step, texts)),
                        step.Paper is { } paper ? texts["paper." + CodeText.Of(paper)] : "",
                    ]
            )
        );

    /// <summary>What has to be there: facts with their ids, and a reason.</summary>
    private static IEnumerable<string> Asks(ProcedureStep step, Texts texts)
    {
        foreach (var asked in step.Asks.Where(asked => asked.IsNeeded))
            yield return $"{CasePage.Title(asked.Title, texts)} ({asked.Id})";
        if (step.IsReasonNeeded)
            yield return texts["cli.case.reason-needed"];
    }

    private static string Responsible(BookedCase booked, Texts texts) =>
        booked.Responsible is { } responsible ? CasePage.Said(responsible, texts) : "";

    private static void Write(Shell shell, Texts texts, string none, string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table();
        foreach (var column in columns)
            table.AddColumn(texts["cli.case.column." + column]);
        foreach (var row in rows)
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        if (table.Rows.Count == 0)
        {
            shell.WriteLine(texts[none]);
            return;
        }
        var page = new Page(shell);
        page.Add(table);
        page.Print();
    }
}
