using LandLedger.Cases;
using LandLedger.Fields;

namespace LandLedger;

/// <summary>What the open cases of a plot say of it, in words: the same in lists, maps and explanations.</summary>
public static class CaseWords
{
    /// <summary>The class that counts; where a case set it, with the one that the rules give.</summary>
    public static string Class(Evaluation evaluation, Texts texts) =>
        evaluation.Cases?.Counts is null
            ? Word(evaluation.Category, texts)
            : texts.Fill("cases.class", name => Word(name == "set" ? evaluation.CountsAs : evaluation.Category, texts));

    /// <summary>What the rules give, and what a case set: "闲置 → 符合要求".</summary>
    public static string Set(Category computed, Category set, Texts texts) =>
        texts.Fill("list.set", name => Word(name == "set" ? set : computed, texts));

    /// <summary>By which case, when, by which document and why a class was set, and which measures are not open for it; null where none is set.</summary>
    public static string? SetBasis(Evaluation evaluation, Texts texts)
    {
        if (evaluation.Cases is not { Counts: not null } cases)
            return null;
        var isKnown = cases.MaySet.Count == 0;
        var basis = isKnown
            ? Basis(cases.Set!, texts)
            : string.Join(texts["list.semicolon"], cases.MaySet.Select(unread => MaySet(unread, texts)));
        if (!evaluation.IsSetApart)
            return basis;
        var closed = evaluation.ClosedMeasures.Select(measure => Sentence.Of(measure.Kind, measure.IfCause, texts));
        var key = isKnown ? "cases.set-apart" : "cases.may-set";
        return texts.Fill(
            evaluation.ClosedMeasures.IsEmpty ? key : key + "-closed",
            name => name == "basis" ? basis : string.Join(texts["list.comma"], closed.Distinct())
        );
    }

    private static string Basis(SetCategory set, Texts texts) =>
        texts.Fill(
            "cases.set",
            name =>
                name switch
                {
                    "case" => set.Case.ToString(),
                    "day" => FactText.Day(set.By.Day, texts),
                    "document" => set.By.Document,
                    _ => set.By.Reason,
                }
        );

    /// <summary>By which step a case may have set a class, and why nobody can tell.</summary>
    private static string MaySet(UnreadCase unread, Texts texts) =>
        texts.Fill(
            "cases.may-set-by",
            name =>
                name == "set"
                    ? Said(unread.Override!.Step.Fact(CaseOverride.SetClass), texts)
                    : May(unread, unread.Override!.Step, name, texts)
        );

    /// <summary>The word of a class; what a step said as it is where it is none of ours.</summary>
    private static string Said(Fact set, Texts texts) => texts.Find("category." + set.Text) ?? set.ToString();

    private static string? May(UnreadCase unread, CaseStep step, string name, Texts texts) =>
        name switch
        {
            "case" => unread.Number.ToString(),
            "procedure" => Procedure(unread, texts),
            "step" => Step(unread, step, texts),
            "reason" => step.Reason,
            _ => FactText.Day(step.Day, texts),
        };

    /// <summary>The title of the procedure of a case; its id and version where it is not at hand.</summary>
    public static string Procedure(BookedCase booked, Texts texts) =>
        booked is FiledCase { Case.Procedure: var procedure }
            ? procedure.Title[texts.Tag]
            : $"{booked.Follows.Id} {booked.Follows.Version}";

    /// <summary>The title of a step of a case; of one that only a procedure has which is not at hand its id.</summary>
    public static string Step(BookedCase booked, CaseStep step, Texts texts) =>
        (booked.Rule(step) ?? Procedures.Common.GetValueOrDefault(step.Kind))?.Title[texts.Tag] ?? step.Kind;

    /// <summary>
    /// What a step of a case says, in the order of its procedure, each with what it was asked as; where that is not at hand by ids and without.
    /// </summary>
    public static IEnumerable<(string Title, AskedFact? Asked, Fact Fact)> Said(
        BookedCase booked,
        CaseStep step,
        Texts texts
    )
    {
        var said = booked.Rule(step) is { } rule
            ? rule.Asks.Select(asked => (asked.Title[texts.Tag], (AskedFact?)asked, step.Fact(asked.Id)))
            : step
                .Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal)
                .Select(fact => (fact.Key, (AskedFact?)null, fact.Value));
        return said.Where(one => one.Item3.IsKnown);
    }

    /// <summary>By which step, when, and by which document what a step decided was annulled; null where it was not.</summary>
    public static string? Annulled(Case one, CaseStep step, Texts texts) =>
        one.AnnulledBy(step) is { } by
            ? texts.Fill(
                "cases.annulled",
                name =>
                    name switch
                    {
                        "day" => FactText.Day(by.Day, texts),
                        "step" => one.Procedure.FindStep(by.Kind)!.Title[texts.Tag],
                        _ => by.Fact(CaseOverride.DocumentNumber).Text ?? texts["cases.no-document"],
                    }
            )
            : null;

    /// <summary>By which case, since when and why a plot is kept off lists, or may be; null where it is not.</summary>
    public static string? HoldBasis(PlotCases? cases, Texts texts) =>
        cases?.Hold is { } hold
            ? texts.Fill(
                "cases.hold",
                name =>
                    name switch
                    {
                        "case" => hold.Case.ToString(),
                        "day" => FactText.Day(hold.Day, texts),
                        _ => hold.Reason,
                    }
            )
        : cases is { MayHold: { Count: > 0 } may }
            ? string.Join(
                texts["list.semicolon"],
                may.Select(unread => texts.Fill("cases.may-hold", name => May(unread, unread.Hold!.Step, name, texts)))
            )
        : null;

    /// <summary>Number, procedure and state of each open case; null where there is none.</summary>
    public static string? Open(PlotCases? cases, Texts texts) =>
        cases is null
            ? null
            : string.Join(
                texts["list.semicolon"],
                cases
                    .Open.Select(open =>
                        texts.Fill(
                            "cases.open",
                            name =>
                                name switch
                                {
                                    "number" => open.Number.ToString(),
                                    "procedure" => open.Procedure.Title[texts.Tag],
                                    _ => open.State.Title[texts.Tag],
                                }
                        )
                    )
                    .Concat(cases.Unread.Select(unread => Unread(unread, texts)))
            );

    /// <summary>An open case with the procedure that is not at hand.</summary>
    private static string Unread(UnreadCase unread, Texts texts) =>
        texts.Fill(
            "cases.unread",
            name =>
                name switch
                {
                    "number" => unread.Number.ToString(),
                    "procedure" => Procedure(unread, texts),
                    _ => unread.State ?? texts["cases.state-unknown"],
                }
        );

    /// <summary>What an explanation says of the cases of a plot, line by line.</summary>
    internal static IEnumerable<string> Lines(Evaluation evaluation, Texts texts)
    {
        if (evaluation.Cases is not { } cases)
            yield break;
        if (SetBasis(evaluation, texts) is { } basis)
            yield return texts.Fill("explain.set", _ => basis);
        if (cases.Set is { } set && set.By.Computed != evaluation.Category)
            yield return texts.Fill(
                "explain.set-then",
                name => Word(name == "then" ? set.By.Computed : evaluation.Category, texts)
            );
        if (HoldBasis(cases, texts) is { } hold)
            yield return texts.Fill("explain.held", _ => hold);
        yield return texts.Fill("explain.cases", _ => Open(cases, texts));
    }

    private static string Word(Category category, Texts texts) => texts["category." + Codes.Of(category)];
}
