using System.Globalization;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Import.Checks;
using LandLedger.Metrics;
using LandLedger.Rules;

namespace LandLedger;

/// <summary>The lines of an <see cref="Explanation"/>, in the order in which an officer asks.</summary>
internal static class ExplanationLines
{
    /// <summary>Days that are on record from the signing on.</summary>
    private static readonly string[] Agreed =
    [
        PlotFields.AgreedDelivery.Id,
        PlotFields.AgreedStart.Id,
        PlotFields.AgreedCompletion.Id,
        RowFields.SupplementStart.Id,
        RowFields.SupplementCompletion.Id,
    ];

    public static IEnumerable<string> Of(Explanation explanation, Evaluation evaluation, Texts texts)
    {
        var plot = evaluation.Plot;
        yield return Line(texts, "head", plot.Number, FactText.Day(evaluation.AsOf, texts), explanation.Category);
        var title = evaluation.Rules.Title[texts.Tag];
        yield return Line(texts, "rules", title, evaluation.Rules.Version, evaluation.Rules.Id);
        foreach (var line in CaseWords.Lines(evaluation, texts))
            yield return line;
        if (explanation.IdleSince is { } since)
            yield return Line(texts, evaluation.IsSetApart ? "idle-set" : "idle", since, explanation.Cause);
        if (explanation.Flags.Count > 0)
            yield return Line(texts, "flags", string.Join(texts["explain.comma"], explanation.Flags));
        yield return Areas(evaluation, texts);
        foreach (var line in Charges(evaluation, texts))
            yield return line;
        foreach (var line in Figures(evaluation, texts))
            yield return line;
        if (explanation.Findings.Count > 0)
            yield return texts["explain.marks"];
        var decisive = evaluation.Category == Category.Undetermined ? Outcome.Undetermined : Outcome.Met;
        var row = new DisposalRow(evaluation, texts);
        var others = new List<string>();
        var shown = false;
        for (var i = 0; i < explanation.Findings.Count; i++)
        {
            var lines = Finding(explanation.Findings[i], evaluation.Findings[i], texts);
            var verdict = explanation.Findings[i].Verdict;
            if (verdict != decisive && verdict != Outcome.Met && !row.Decides(i))
            {
                others.AddRange(lines);
                continue;
            }
            shown = true;
            foreach (var line in lines)
                yield return line;
        }
        foreach (var line in Missing(evaluation, texts))
            yield return line;
        foreach (var line in Disorder(plot, evaluation.AsOf, texts))
            yield return line;
        foreach (var measure in explanation.Measures)
            yield return Line(texts, "option", measure);
        if (others.Count > 0)
            yield return texts[shown ? "explain.denied" : "explain.denied-all"];
        foreach (var line in others)
            yield return line;
    }

    private static IEnumerable<string> Finding(FindingText said, Finding finding, Texts texts)
    {
        yield return Line(texts, "finding", said.Title, said.VerdictText, said.Clause);
        for (var i = 0; i < said.Conditions.Count; i++)
        {
            var condition = said.Conditions[i];
            var weighed = finding.Conditions[i].Limit.IsKnown && condition.Outcome != Outcome.Undetermined;
            if (said.Verdict == Outcome.NotMet && condition.Outcome != Outcome.NotMet && !weighed)
                continue;
            var text =
                condition.Clause == said.Clause
                    ? condition.Text
                    : Line(texts, "condition.by", condition.Text, condition.Clause);
            yield return Line(texts, "condition." + Codes.Of(condition.Outcome), text);
        }
    }

    /// <summary>What is known per mu, by which area and of which year; where firms' figures were shared out, by which rule.</summary>
    private static IEnumerable<string> Figures(Evaluation evaluation, Texts texts)
    {
        var figures = evaluation.PerMu;
        var shared = false;
        foreach (
            var (name, figure) in ((string, PerMu)[])
                [("tax", figures.Tax), ("output", figures.Output), ("investment", figures.Investment)]
        )
        {
            if (figure.OrNull is not { } value)
                continue;
            shared |= figure.Figure == YearBasis.Shared;
            yield return Line(
                texts,
                figure.From is { } from ? "per-mu." + Codes.Of(from.Basis) : "per-mu",
                texts["explain." + name],
                FactText.Of(Fact.Of(value, Unit.YuanPerMu), texts, evaluation.DecimalsOf(value)),
                texts["per-mu-area." + Codes.Of(figure.Basis)],
                figure.Year?.ToString(CultureInfo.InvariantCulture),
                SharedBy(figure.From, texts)
            );
        }
        if (shared)
            yield return Line(texts, "sharing", texts["sharing.rule"]);
    }

    /// <summary>What nobody has recorded, and what is recorded but does not tell.</summary>
    private static IEnumerable<string> Missing(Evaluation evaluation, Texts texts)
    {
        foreach (var doubtful in (bool[])[false, true])
        {
            var named = evaluation
                .Missing.Where(missing => (missing as Field)?.Of(evaluation.Plot).IsKnown == true == doubtful)
                .Select(missing => Sentence.Needed(missing.Id, texts))
                .ToList();
            if (named.Count > 0)
                yield return Line(texts, doubtful ? "doubtful" : "missing", string.Join(texts["explain.comma"], named));
        }
    }

    /// <summary>Days on record by the day judged that cannot follow each other.</summary>
    private static IEnumerable<string> Disorder(Plot plot, DateOnly asOf, Texts texts)
    {
        if (plot.Grant.SignedOn > asOf)
            return [];
        var signed = plot.Grant.Supplements.Where(supplement => !(supplement.SignedOn > asOf)).ToList();
        return DateOrder
            .Check(plot with { Grant = plot.Grant with { Supplements = signed } }, file: "", line: null)
            .Where(pair => IsOnRecord(pair, "earlier") && IsOnRecord(pair, "later"))
            .Select(pair => Line(texts, "doubtful", pair.Sentence(texts)));

        bool IsOnRecord(ImportIssue pair, string day) =>
            Agreed.Contains(pair.Arguments[day])
            || string.CompareOrdinal(pair.Arguments[day + "Day"], Fact.Of(asOf).ToString()) <= 0;
    }

    /// <summary>Mortgages that stand on the day judged, and those of which nobody can tell.</summary>
    private static IEnumerable<string> Charges(Evaluation evaluation, Texts texts)
    {
        foreach (var charge in evaluation.Plot.Charges)
        {
            if (charge.StandsOn(evaluation.AsOf) is not false and var stands)
                yield return Line(
                    texts,
                    stands is null ? "charge-unsure" : "charge",
                    FactText.Of(Fact.Of(charge.Certificate), texts),
                    FactText.Of(Fact.Of(charge.Mortgagee), texts),
                    FactText.Of(Fact.Of(charge.RegisteredOn), texts),
                    FactText.Of(Fact.Of(charge.Area), texts),
                    FactText.Of(Fact.Of(charge.Secured), texts)
                );
        }
    }

    private static string SharedBy(PlotYear? year, Texts texts) =>
        year is { SharedBy: not SharingKeys.None }
            ? string.Join(
                texts["explain.comma"],
                Codes.Of(year.SharedBy).Split(',').Select(key => texts["shared-by." + key])
            )
            : texts["figure.shared"];

    /// <summary>Areas that are told to be apart look apart.</summary>
    private static string Areas(Evaluation evaluation, Texts texts)
    {
        var (stated, measured) = (Fact.Of(evaluation.Plot.StatedArea), Fact.Of(evaluation.Plot.Measured?.Plane));
        var decimals = evaluation.Flags.HasFlag(PlotFlags.AreaMismatch) ? FactText.Apart(stated, measured) : 2;
        return Line(texts, "area", FactText.Of(stated, texts, decimals), FactText.Of(measured, texts, decimals));
    }

    private static string Line(Texts texts, string key, params ReadOnlySpan<string?> values)
    {
        var filled = values.ToArray();
        return texts.Fill("explain." + key, place => filled[place[0] - '0']);
    }
}
