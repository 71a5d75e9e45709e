using System.Globalization;
using LandLedger.Cases;
using LandLedger.Fields;

namespace LandLedger.Cli.Output;

/// <summary>A case for a reader: where it stands, its periods, its marks, and step by step what was said.</summary>
internal static class CasePage
{
    public static void Write(Shell shell, Texts texts, FiledCase filed, HolidayCalendar calendar)
    {
        var one = filed.Case;
        shell.WriteLine(texts.Fill("cli.case.head", name => Word(filed, name, texts)));
        if (one.Responsible is { } responsible)
            shell.WriteLine(texts.Fill("cli.case.responsible", _ => Said(responsible, texts)));
        foreach (var mark in one.Procedure.Marks.Where(mark => one.Marks.ContainsKey(mark.Id)))
            shell.WriteLine(
                texts.Fill(
                    "cli.case.mark",
                    name =>
                        name switch
                        {
                            "title" => Title(mark.Title, texts),
                            "day" => Words.Day(one.Marks[mark.Id].Day),
                            _ => one.Marks[mark.Id].Reason ?? "",
                        }
                )
            );
        if (one.Override is { } set)
            shell.WriteLine(
                texts.Fill(
                    "cli.case.set-category",
                    name =>
                        name switch
                        {
                            "computed" => texts["category." + CodeText.Of(set.Computed)],
                            "set" => texts["category." + CodeText.Of(set.Set)],
                            _ => set.Document,
                        }
                )
            );
        foreach (var clock in one.Clocks)
            shell.WriteLine(Line(clock, calendar, texts));
        WriteOwed(shell, texts, one);
        foreach (var (step, entry) in one.Steps.Zip(filed.Entries))
            Write(shell, texts, one.Procedure.FindStep(step.Kind)!, step, entry);
    }

    /// <summary>What is left to be paid, where something is.</summary>
    public static void WriteOwed(Shell shell, Texts texts, Case one)
    {
        if (one.Owed is { } owed)
            shell.WriteLine(texts.Fill("cli.case.owed", _ => Sentence.Of(Fact.Of(owed), texts)));
    }

    /// <summary>What stands in a place of a sentence about a case.</summary>
    public static string? Word(FiledCase filed, string name, Texts texts) =>
        name switch
        {
            "number" => filed.Number.ToString(),
            "plot" => filed.Case.Plot.ToString(),
            "procedure" => Title(filed.Case.Procedure.Title, texts),
            "version" => filed.Case.Procedure.Version,
            "state" => Title(filed.Case.State.Title, texts),
            "step" => Title(filed.Case.Procedure.FindStep(filed.Case.Steps[^1].Kind)!.Title, texts),
            _ => null,
        };

    /// <summary>A clock with its due day, or why there is none.</summary>
    public static string Line(CaseClock clock, HolidayCalendar calendar, Texts texts)
    {
        var key = clock.IsRunning ? "cli.case.clock" : "cli.case.clock.stopped";
        return texts.Fill(
            key,
            name =>
                name switch
                {
                    "title" => Title(clock.Rule.Title, texts),
                    "begun" => Words.Day(clock.Begun),
                    "stopped" => Words.Day(clock.Stopped!.Value),
                    _ => Due(clock.Due(calendar), texts),
                }
        );
    }

    public static string Due(DueDay due, Texts texts) =>
        due switch
        {
            { IsSuspended: true } => texts["cli.case.suspended"],
            { MissingYear: { } year } => texts.Fill(
                "cli.case.missing-year",
                name => name == "nominal" ? Words.Day(due.Nominal!.Value) : year.ToString(CultureInfo.InvariantCulture)
            ),
            _ => Words.Day(due.Day!.Value),
        };

    public static string Said(Responsible responsible, Texts texts) =>
        string.Join(texts["list.comma"], new[] { responsible.Unit, responsible.Person }.OfType<string>());

    public static string Title(IReadOnlyDictionary<string, string> title, Texts texts) => title[texts.Tag];

    private static void Write(Shell shell, Texts texts, ProcedureStep rule, CaseStep step, long entry)
    {
        shell.WriteLine(
            texts.Fill(
                "cli.case.step-line",
                name =>
                    name switch
                    {
                        "day" => Words.Day(step.Day),
                        "title" => Title(rule.Title, texts),
                        "who" => step.Who,
                        "role" => texts["role." + CodeText.Of(step.Role)],
                        _ => Words.Count(entry),
                    }
            )
        );
        if (step.Reason is { } reason)
            shell.WriteLine(texts.Fill("cli.case.reason-line", _ => reason));
        foreach (var asked in rule.Asks)
        {
            if (step.Facts.GetValueOrDefault(asked.Id) is { IsKnown: true } fact)
                shell.WriteLine(
                    texts.Fill(
                        "cli.case.fact-line",
                        name => name == "title" ? Title(asked.Title, texts) : Sentence.Of(fact, texts)
                    )
                );
        }
        if (rule.Paper is { } paper)
            shell.WriteLine(texts.Fill("cli.case.paper-line", _ => texts["paper." + CodeText.Of(paper)]));
    }
}
