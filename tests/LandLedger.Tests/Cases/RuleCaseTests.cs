using System.Globalization;
using LandLedger.Fields;
using LandLedger.Metrics;
using LandLedger.Rules;

namespace LandLedger.Tests.Cases;

/// <summary>Runs every case under <c>tests/cases</c>: the facts as written, judged on the day, against what the law says.</summary>
public class RuleCaseTests
{
    public static TheoryData<string, string> Cases() =>
        [.. CaseFiles.All.SelectMany(file => file.Value.Cases.Select(one => (file.Key, one.Name)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case(string path, string name)
    {
        var file = CaseFiles.All[path];
        var one = file.Cases.Single(other => other.Name == name);
        var rules = CaseFiles.Package(file.Package);
        var evaluation = new Evaluator(rules, CasePlot.Day(one.AsOf)!.Value).Evaluate(CasePlot.Of(file, one));
        var expect = one.Expect;

        Assert.Equal(expect.Category, Codes.Of(evaluation.Category));
        Assert.Equal(expect.Cause, evaluation.Cause is { } cause ? Codes.Of(cause) : null);
        Assert.Equal(CasePlot.Day(expect.IdleSince), evaluation.IdleSince);
        if (expect.Flags is { } flags)
            Assert.Equal(flags.Order(), Codes.Of(evaluation.Flags).Split(',').Where(f => f.Length > 0).Order());
        if (expect.Missing is { } missing)
            Assert.Equal(missing.Order(), evaluation.Missing.Select(field => field.Id).Order());
        if (expect.Measures is { } measures)
            Assert.Equal(measures, evaluation.Measures.Select(Text));
        foreach (var (figure, value) in expect.PerMu)
            AssertFits(value, Fact.Of(Figure(evaluation.PerMu, figure).OrNull, Unit.YuanPerMu), figure);
        foreach (var (rule, finding) in expect.Findings)
            AssertFinding(finding, Assert.Single(evaluation.Findings, f => f.Rule == rule));
    }

    [Fact]
    public void Names_tell_the_cases_of_a_file_apart_and_there_are_enough_of_them()
    {
        Assert.All(
            CaseFiles.All.Values,
            file => Assert.Equal(file.Cases.Count, file.Cases.Select(c => c.Name).Distinct().Count())
        );
        var idle = CaseFiles.All.Where(file => file.Key.StartsWith("idle/", StringComparison.Ordinal));
        var low = CaseFiles.All.Where(file => file.Key.StartsWith("low-efficiency/", StringComparison.Ordinal));
        Assert.InRange(low.Sum(file => file.Value.Cases.Count), 30, 1000);
        Assert.InRange(idle.Sum(file => file.Value.Cases.Count), 60, 1000);
    }

    private static void AssertFinding(ExpectedFinding expect, Finding finding)
    {
        if (expect.Verdict is { } verdict)
            Assert.Equal(verdict, Codes.Of(finding.Verdict));
        if (expect.Clause is { } clause)
            Assert.Equal(clause, $"{finding.Clause.Instrument} {finding.Clause.Article}");
        foreach (var wanted in expect.Conditions)
        {
            var found = finding.Conditions.Where(condition => condition.Id == wanted["id"]).ToList();
            Assert.True(
                found.Exists(condition => Fits(wanted, condition)),
                $"{Written(wanted)} among {string.Join("; ", found.Select(Written))}"
            );
        }
    }

    private static bool Fits(Dictionary<string, string> wanted, Condition condition) =>
        wanted.All(part =>
            part.Key switch
            {
                "id" => true,
                "outcome" => part.Value == Codes.Of(condition.Outcome),
                "value" => Fits(part.Value, condition.Value),
                "limit" => Fits(part.Value, condition.Limit),
                "clause" => part.Value == $"{condition.Clause.Instrument} {condition.Clause.Article}",
                _ => throw new FormatException($"no part {part.Key} of a condition"),
            }
        );

    private static void AssertFits(string expected, Fact actual, string what) =>
        Assert.True(Fits(expected, actual), $"{what}: {expected} expected, {actual} found");

    /// <summary>Numbers agree when they do so at the decimals that are written; <c>unknown</c> is no value.</summary>
    private static bool Fits(string expected, Fact actual)
    {
        if (expected == "unknown")
            return !actual.IsKnown;
        if (actual.Number is not { } number)
            return expected == actual.ToString();
        var wanted = CasePlot.Decimal(expected)!.Value;
        return wanted == Rounding.HalfUp(number, wanted.Scale);
    }

    private static string Text(Measure measure)
    {
        var text = Codes.Of(measure.Kind);
        if (measure.IfCause is { } cause)
            text = $"if {Codes.Of(cause)}: {text}";
        if (measure.Amount is { } amount)
            text += " " + amount.ToYuan().ToString("0.00", CultureInfo.InvariantCulture);
        return measure.Missing is { } missing ? $"{text} needs {missing.Id}" : text;
    }

    private static PerMu Figure(PerMuFigures figures, string name) =>
        name switch
        {
            "tax" => figures.Tax,
            "output" => figures.Output,
            "investment" => figures.Investment,
            "assessed_value" => figures.AssessedValue,
            _ => throw new FormatException($"no figure {name}"),
        };

    private static string Written(Dictionary<string, string> wanted) =>
        string.Join(' ', wanted.Select(part => $"{part.Key} {part.Value}"));

    private static string Written(Condition condition) =>
        $"{condition.Id} {Codes.Of(condition.Outcome)} {condition.Value} / {condition.Limit} ({condition.Clause.Article})";
}
