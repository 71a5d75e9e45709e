using LandLedger.Rules.Loading;

namespace LandLedger.Appraisal.Loading;

/// <summary>Reads indicators, their formulas, benchmarks and policies.</summary>
internal static class IndicatorText
{
    private const decimal Most = 1_000_000_000m;
    private const decimal MostPoints = 1000m;

    public static ScoreFormula? Formula(Node? found)
    {
        if (found is not { } node)
            return null;
        node.Only("form", "base", "from", "trust");
        var form = node.Code<ScoreForm>("form");
        var start = form == ScoreForm.MinMax ? Cited.Number(node, "base", 0, 100) : null;
        var from = form == ScoreForm.Inverse ? Cited.Number(node, "from", 0, 100) : null;
        if (form is not null && form != ScoreForm.MinMax)
            Needless(node, "base");
        if (form is not null && form != ScoreForm.Inverse)
            Needless(node, "from");
        var trust = node.Trust();
        return form is { } known && trust is { } mark ? new(known, start, from, mark) : null;
    }

    public static Indicator? Indicator(Node node, ScoreFormula? ofGroup)
    {
        node.Only("kind", "weight", "formula", "benchmark", "min", "max", "missing", "zero", "negative");
        var kind = node.Code<IndicatorKind>("kind");
        var weight = Cited.Number(node, "weight", 0.0001m, MostPoints);
        var formula = Formula(node.Member("formula", required: false)) ?? ofGroup;
        if (formula is null)
            node.Report("no-formula", "null", "formula");
        var benchmark = BenchmarkOf(node, formula);
        var min = Cited.OpenNumber(node, "min", -MostPoints, MostPoints);
        var max = Cited.OpenNumber(node, "max", -MostPoints, MostPoints);
        if (min?.Value > max?.Value)
            node.Report("floor-above-cap", $"{min.Value.Value} > {max.Value.Value}", "min");
        var missing = Policy(node, "missing");
        var zero = Policy(node, "zero");
        var negative = Policy(node, "negative");
        return kind is { } known && weight is { } points && formula is not null
            ? new()
            {
                Kind = known,
                Weight = points,
                Formula = formula,
                Benchmark = benchmark,
                MinFactor = min,
                MaxFactor = max,
                Missing = missing,
                Zero = zero,
                Negative = negative,
            }
            : null;
    }

    private static Benchmark? BenchmarkOf(Node node, ScoreFormula? formula)
    {
        if (formula is { Form: ScoreForm.MinMax })
        {
            Needless(node, "benchmark");
            return null;
        }
        if (node.Member("benchmark") is not { } found)
            return null;
        found.Only("kind", "value", "factor", "trust");
        var kind = found.Code<BenchmarkKind>("kind");
        var number = kind switch
        {
            BenchmarkKind.Given => found.Number("value", 0.000001m, Most),
            BenchmarkKind.LastYearMean => found.Number("factor", 0.0001m, MostPoints),
            _ => 1m,
        };
        if (kind is not null && kind != BenchmarkKind.Given)
            Needless(found, "value");
        if (kind is not null && kind != BenchmarkKind.LastYearMean)
            Needless(found, "factor");
        var trust = found.Trust();
        return kind is { } known && number is { } value && trust is { } mark ? new(known, value, mark) : null;
    }

    private static ScorePolicy? Policy(Node node, string name)
    {
        if (node.Open(name) is not { } found)
            return null;
        found.Only("answer", "points", "trust");
        var answer = found.Code<ScoreAnswer>("answer");
        if (answer == ScoreAnswer.AsIs && name != "negative")
            found.Report("nothing-as-is", "as-is", "answer");
        var points = answer == ScoreAnswer.Penalty ? found.Number("points", 0, MostPoints) : 0m;
        if (answer is not null && answer != ScoreAnswer.Penalty)
            Needless(found, "points");
        var trust = found.Trust();
        return answer is { } known && points is { } off && trust is { } mark ? new(known, off, mark) : null;
    }

    /// <summary>Notes a member that the form has no use for, so that nobody believes that it counts.</summary>
    private static void Needless(Node node, string name)
    {
        if (node.Member(name, required: false) is { } found)
            node.Report("needless", found.Element.GetRawText(), name);
    }
}
