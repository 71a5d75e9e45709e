using LandLedger.Fields;
using LandLedger.Rules;
using LandLedger.Rules.IdleLand;

namespace LandLedger;

/// <summary>A condition in words.</summary>
public sealed record ConditionText(string Id, Outcome Outcome, string Text, string Clause);

/// <summary>A finding in words: what the rule asks, how it came out, under which clause, and each condition.</summary>
public sealed record FindingText(
    string Rule,
    string Title,
    Outcome Verdict,
    string VerdictText,
    string Clause,
    IReadOnlyList<ConditionText> Conditions
);

/// <summary>An evaluation in words (说明), all of it read off the evaluation.</summary>
public sealed record Explanation
{
    /// <summary>The class that counts; where a case set it, with the one that the rules give.</summary>
    public required string Category { get; init; }

    /// <summary>Cause of idleness, or null unless idle.</summary>
    public string? Cause { get; init; }

    /// <summary>First idle day, or null.</summary>
    public string? IdleSince { get; init; }

    public required IReadOnlyList<FindingText> Findings { get; init; }

    /// <summary>What is missing: titles of fields of the plot, numbers of the package with their ids.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    public required IReadOnlyList<string> Measures { get; init; }

    public required IReadOnlyList<string> Flags { get; init; }

    /// <summary>
    /// The whole as lines for a reader: class, area and figures, what decided, what may be done; then the other rules, of which only
    /// what denies them and what has a value against a limit.
    /// </summary>
    public required IReadOnlyList<string> Lines { get; init; }

    public static Explanation Of(Evaluation evaluation, Language language)
    {
        var texts = Texts.In(language);
        var explanation = new Explanation
        {
            Category = CaseWords.Class(evaluation, texts),
            Cause = evaluation.Cause is { } cause
                ? texts[IsPart(evaluation) ? "cause.part" : "cause." + Codes.Of(cause)]
                : null,
            IdleSince = evaluation.IdleSince is { } since ? FactText.Day(since, texts) : null,
            Findings = [.. evaluation.Findings.Select(finding => Finding(finding, evaluation, texts))],
            Missing = [.. evaluation.Missing.Select(missing => Sentence.Needed(missing.Id, texts))],
            Measures = [.. evaluation.Measures.Select(measure => MeasureText(measure, evaluation.Rules, texts))],
            Flags = [.. Codes.Of(evaluation.Flags).Split(',').Where(f => f.Length > 0).Select(f => texts["flag." + f])],
            Lines = [],
        };
        return explanation with { Lines = [.. ExplanationLines.Of(explanation, evaluation, texts)] };
    }

    /// <summary>Whether a cause is established for some days alone.</summary>
    private static bool IsPart(Evaluation evaluation) =>
        evaluation.Findings.Any(finding => finding.Conditions.Any(condition => condition.Id == RestCause.Id));

    private static FindingText Finding(Finding finding, Evaluation evaluation, Texts texts) =>
        new(
            finding.Rule,
            texts["rule." + finding.Rule],
            finding.Verdict,
            texts["outcome." + Codes.Of(finding.Verdict)],
            Sentence.Of(finding.Clause, evaluation.Rules, texts),
            [
                .. finding.Conditions.Select(condition => new ConditionText(
                    condition.Id,
                    condition.Outcome,
                    Sentence.Of(condition, evaluation.Plot, texts),
                    Sentence.Of(condition.Clause, evaluation.Rules, texts)
                )),
            ]
        );

    private static string MeasureText(Measure measure, RuleSet rules, Texts texts) =>
        texts.Fill(
            "explain.measure",
            place => place == "measure" ? Sentence.Of(measure, texts) : Sentence.Of(measure.Clause, rules, texts)
        );
}
