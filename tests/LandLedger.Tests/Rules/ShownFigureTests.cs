using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using LandLedger.Disposal;
using LandLedger.Rules;

namespace LandLedger.Tests.Rules;

/// <summary>What is shown of a figure and its limit never looks like another verdict than the one that was given.</summary>
public sealed partial class ShownFigureTests
{
    private static readonly DateOnly AsOf = new(2026, 6, 30);

    /// <summary>Two figures at most 10 apart, down to the last decimal that there is, or the same.</summary>
    private static readonly Gen<decimal> Difference =
        from step in Gen.Choose(-10, 10)
        from decimals in Gen.Choose(0, 22)
        select new decimal(Math.Abs(step), 0, 0, step < 0, (byte)decimals);

    private static readonly Gen<decimal> Limit =
        from cents in Gen.Choose(100, 100_000_000)
        from decimals in Gen.Choose(0, 4)
        select new decimal(cents, 0, 0, false, (byte)decimals);

    [Theory]
    [InlineData("low.tax-per-mu.met", Unit.YuanPerMu)]
    [InlineData("low.investment-shortfall.met", Unit.Yuan)]
    [InlineData("low.floor-area-ratio.met", Unit.Ratio)]
    [InlineData("idle.invested-share.met", Unit.Share)]
    [InlineData("watch.area.met", Unit.Mu)]
    public void In_a_sentence_value_and_limit_stand_to_each_other_as_they_do(string sentence, Unit unit) =>
        Prop.ForAll(
                Arb.From(Limit),
                Arb.From(Difference),
                (limit, difference) =>
                {
                    var value = limit + difference;
                    var (id, clause) = (sentence[..^".met".Length], new LawReference("order-53", "2(1)", Trust.Read));
                    var condition = new Condition(
                        id,
                        LandLedger.Rules.Outcome.Met,
                        Fact.Of(value, unit),
                        Fact.Of(limit, unit),
                        clause,
                        []
                    );
                    var shown = Numbers(Sentence.Of(condition, new() { Number = "1" }, LandLedger.Texts.English));
                    Assert.Equal(value.CompareTo(limit), shown[0].CompareTo(shown[1]));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    /// <summary>0.4 of an average of 185,185.17 yuan is 74,074.068 yuan.</summary>
    [Fact]
    public void In_lists_and_explanations_tax_per_mu_lies_on_its_side_of_a_limit_with_fen() =>
        Prop.ForAll(
                Arb.From(Difference),
                difference =>
                {
                    const decimal limit = 74_074.068m;
                    var tax = Money.FromYuan(limit + difference);
                    var evaluation = new Evaluator(County("185185.17"), AsOf).Evaluate(
                        new Plot
                        {
                            Number = "1",
                            StatedArea = Area.FromMu(1),
                            Years = [new() { Year = 2025, Tax = tax }],
                        }
                    );
                    var cell = DisposalColumns
                        .All.Single(column => column.Id == "tax_per_mu")
                        .Of(new(evaluation, LandLedger.Texts.English));
                    var line = Explanation
                        .Of(evaluation, Language.English)
                        .Lines.First(line => line.StartsWith("Tax per mu ", StringComparison.Ordinal));
                    Assert.Equal(tax.Yuan.CompareTo(limit), cell.Number!.Value.CompareTo(limit));
                    Assert.Equal(tax.Yuan.CompareTo(limit), Numbers(line)[0].CompareTo(limit));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("74074.0675", "74074.0675")]
    [InlineData("74074.068", "74074.068")]
    [InlineData("74074.06", "74074.06")]
    [InlineData("74073.999", "74073.999")]
    public void A_figure_has_as_many_decimals_as_it_takes_and_no_more(string yuan, string shown)
    {
        var numbers = County("185185.17").On(AsOf);
        var figure = decimal.Parse(yuan, CultureInfo.InvariantCulture);
        var decimals = new PerMuLimits(numbers).Decimals(figure);
        Assert.Equal(shown, Rounding.HalfUp(figure, decimals).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>More than 1 % apart, and both 0.01 mu.</summary>
    [Fact]
    public void Areas_that_are_told_to_be_apart_look_apart()
    {
        var evaluation = new Evaluator(RuleSets.Default, AsOf).Evaluate(
            new Plot
            {
                Number = "1",
                StatedArea = Area.FromMu(0.0075m),
                Measured = new(Area.FromMu(0.0076m), "EPSG:4549", Area.FromMu(0.0076m)),
            }
        );
        Assert.True(evaluation.Flags.HasFlag(PlotFlags.AreaMismatch));
        Assert.Contains(
            "Area: 0.0075 mu stated, 0.0076 mu measured",
            Explanation.Of(evaluation, Language.English).Lines
        );
    }

    private static RuleSet County(string average)
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "tests", "cases")))
            folder = Path.GetDirectoryName(folder)!;
        var text = File.ReadAllText(Path.Combine(folder, "tests", "cases", "low-efficiency", "jinhua-county.json"));
        Assert.Contains("\"value\": 200000,", text, StringComparison.Ordinal);
        var changed = text.Replace("\"value\": 200000,", $"\"value\": {average},", StringComparison.Ordinal);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(changed));
        return RuleSets.Read(stream).Rules!;
    }

    private static List<decimal> Numbers(string sentence) =>
        [
            .. ANumber()
                .Matches(sentence)
                .Select(number => decimal.Parse(number.Value, NumberStyles.Number, CultureInfo.InvariantCulture)),
        ];

    [GeneratedRegex(@"-?\d[\d,]*(\.\d+)?")]
    private static partial Regex ANumber();
}
