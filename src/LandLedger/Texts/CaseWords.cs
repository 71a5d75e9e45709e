using LandLedger.Cases;
using LandLedger.Fields;

namespace LandLedger;

/// <summary>What the open cases of a plot say of it, in words: the same in lists, maps and explanations.</summary>
public static class CaseWords
{
    /// <summary>The class that counts; where a case set it, with the one that the rules give.</summary>
    public static string Class(Evaluation evaluation, Texts texts) =>
        evaluation.Cases?.Set is null
            ? Word(evaluation.Category, texts)
            : texts.Fill("cases.class", name => Word(name == "set" ? evaluation.CountsAs : evaluation.Category, texts));

    /// <summary>What the rules give, and what a case set: "闲置 → 符合要求".</summary>
    public static string Set(Category computed, Category set, Texts texts) =>
        texts.Fill("list.set", name => Word(name == "set" ? set : computed, texts));

    /// <summary>By which case, when, by which document and why a class was set, and which measures are not open for it; null where none is set.</summary>
    public static string? SetBasis(Evaluation evaluation, Texts texts)
    {
        if (evaluation.Cases?.Set is not { } set)
            return null;
        var basis = texts.Fill(
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
        if (!evaluation.IsSetApart)
            return basis;
        var closed = evaluation.ClosedMeasures.Select(measure => Sentence.Of(measure.Kind, measure.IfCause, texts));
        return texts.Fill(
            evaluation.ClosedMeasures.IsEmpty ? "cases.set-apart" : "cases.set-apart-closed",
            name => name == "basis" ? basis : string.Join(texts["list.comma"], closed.Distinct())
        );
    }

    /// <summary>By which case, since when and why a plot is kept off lists; null where it is not.</summary>
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
            : null;

    /// <summary>Number, procedure and state of each open case; null where there is none.</summary>
    public static string? Open(PlotCases? cases, Texts texts) =>
        cases is null
            ? null
            : string.Join(
                texts["list.semicolon"],
                cases.Open.Select(open =>
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
