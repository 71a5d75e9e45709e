using System.Globalization;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Ledger;

namespace LandLedger.Cli.Output;

/// <summary>A case for a reader: where it stands, its periods, its marks, and step by step what was said.</summary>
internal static class CasePage
{
    public static void Write(Shell shell, Texts texts, BookedCase booked, HolidayCalendar calendar)
    {
        shell.WriteLine(texts.Fill("cli.case.head", name => Word(booked, name, texts)));
        if (booked.Responsible is { } responsible)
            shell.WriteLine(texts.Fill("cli.case.responsible", _ => Said(responsible, texts)));
        if (booked is FiledCase { Case: var one })
            WriteFollowing(shell, texts, one, calendar);
        else
            shell.WriteLine(texts["cli.case.unread"]);
        foreach (var (step, entry) in booked.Steps.Zip(booked.Entries))
            Write(shell, texts, booked, step, entry);
    }

    /// <summary>What follows from the steps by the procedure.</summary>
    private static void WriteFollowing(Shell shell, Texts texts, Case one, HolidayCalendar calendar)
    {
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
        if (one.Clocks.Count > 0)
            shell.WriteLine(
                texts.Fill("cli.case.calendar", name => name == "years" ? calendar.Span : calendar.Text.Digest)
            );
        WriteOwed(shell, texts, one);
    }

    /// <summary>What is left to be paid, was paid beyond what is owed, and is held of a deposit, where something is.</summary>
    public static void WriteOwed(Shell shell, Texts texts, Case one)
    {
        if (one.Owed is { } owed)
            shell.WriteLine(texts.Fill("cli.case.owed", _ => Amount(owed, texts)));
        if (one.Overpaid is { } over)
            shell.WriteLine(texts.Fill("cli.case.overpaid", _ => Amount(over, texts)));
        if (one.Deposit is { } deposit)
            shell.WriteLine(
                texts.Fill(
                    "cli.case.deposit",
                    name =>
                        name switch
                        {
                            "held" => Amount(deposit.Held, texts),
                            "left" => Amount(deposit.Left, texts),
                            _ => string.Join(texts["list.comma"], deposit.Taken.Select(taken => Taken(taken, texts))),
                        }
                )
            );
    }

    private static string Taken((ProcedureStep Step, Money Sum) taken, Texts texts) =>
        texts.Fill(
            "cli.case.deposit-taken",
            name => name == "sum" ? Amount(taken.Sum, texts) : Title(taken.Step.Title, texts)
        );

    private static string Amount(Money amount, Texts texts) => Sentence.Of(Fact.Of(amount), texts);

    /// <summary>What stands in a place of a sentence about a case.</summary>
    public static string? Word(BookedCase booked, string name, Texts texts) =>
        name switch
        {
            "number" => booked.Number.ToString(),
            "plot" => booked.Plot.ToString(),
            "procedure" => booked is FiledCase ? CaseWords.Procedure(booked, texts) : booked.Follows.Id,
            "version" => booked.Follows.Version,
            "state" => State(booked, texts),
            "step" => CaseWords.Step(booked, booked.Steps[^1], texts),
            _ => null,
        };

    /// <summary>The title of the procedure, or which one is not at hand.</summary>
    public static string Procedure(BookedCase booked, Texts texts)
    {
        var procedure = CaseWords.Procedure(booked, texts);
        return booked is FiledCase ? procedure : texts.Fill("cli.case.not-at-hand", _ => procedure);
    }

    /// <summary>The title of the state; as it is stored where the procedure is not at hand.</summary>
    public static string State(BookedCase booked, Texts texts) =>
        booked switch
        {
            FiledCase { Case.State: var state } => Title(state.Title, texts),
            UnreadCase { State: { } stored } => stored,
            _ => texts["cases.state-unknown"],
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

    /// <summary>The files behind the steps of a case.</summary>
    public static void WriteEvidence(Shell shell, Texts texts, BookedCase booked)
    {
        foreach (var (step, entry) in booked.Steps.Zip(booked.Entries).Where(one => one.First.Evidence.Count > 0))
        {
            WriteHead(shell, texts, booked, step, entry);
            foreach (var file in step.Evidence)
                shell.WriteLine(texts.Fill("cli.case.evidence-line", name => Word(file, name)));
        }
        if (booked.Steps.All(step => step.Evidence.Count == 0))
            shell.WriteLine(texts["cli.case.evidence.nothing"]);
    }

    /// <summary>What stands in a place of a sentence about a file.</summary>
    public static string Word(KeptFile file, string name) =>
        name switch
        {
            "name" => file.Name,
            "type" => file.MediaType,
            "size" => Words.Count(file.Size),
            _ => file.Sha256,
        };

    public static string Said(Responsible responsible, Texts texts) =>
        string.Join(texts["list.comma"], new[] { responsible.Unit, responsible.Person }.OfType<string>());

    public static string Title(IReadOnlyDictionary<string, string> title, Texts texts) => title[texts.Tag];

    private static void Write(Shell shell, Texts texts, BookedCase booked, CaseStep step, long entry)
    {
        WriteHead(shell, texts, booked, step, entry);
        if (step.Reason is { } reason)
            shell.WriteLine(texts.Fill("cli.case.reason-line", _ => reason));
        foreach (var (title, _, fact) in CaseWords.Said(booked, step, texts))
            shell.WriteLine(
                texts.Fill("cli.case.fact-line", name => name == "title" ? title : Sentence.Of(fact, texts))
            );
        foreach (var file in step.Evidence)
            shell.WriteLine(texts.Fill("cli.case.evidence-line", name => Word(file, name)));
        if (booked.Rule(step)?.Paper is { } paper)
            shell.WriteLine(texts.Fill("cli.case.paper-line", _ => texts["paper." + CodeText.Of(paper)]));
        if (booked is FiledCase { Case: var one } && CaseWords.Annulled(one, step, texts) is { } annulled)
            shell.WriteLine(texts.Fill("cli.case.annulled-line", _ => annulled));
    }

    private static void WriteHead(Shell shell, Texts texts, BookedCase booked, CaseStep step, long entry) =>
        shell.WriteLine(
            texts.Fill(
                "cli.case.step-line",
                name =>
                    name switch
                    {
                        "day" => Words.Day(step.Day),
                        "title" => CaseWords.Step(booked, step, texts),
                        "who" => step.Who,
                        "role" => texts["role." + CodeText.Of(step.Role)],
                        _ => Words.Count(entry),
                    }
            )
        );
}
