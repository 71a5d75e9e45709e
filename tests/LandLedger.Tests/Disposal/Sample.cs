using LandLedger.Fields;
using LandLedger.Metrics;
using LandLedger.Rules;

namespace LandLedger.Tests.Disposal;

/// <summary>Evaluations made by hand, for tests of what is written out of them.</summary>
internal static class Sample
{
    public static readonly DateOnly AsOf = new(2026, 11, 22);

    public static readonly LawReference Article2 = new("order-53", "2(1)", Trust.Read);

    public static readonly RuleSet Rules = new()
    {
        Id = "plain",
        Version = "2026.1",
        Text = RuleSets.Default.Text,
        Title = new Dictionary<string, string> { ["zh"] = "通用", ["en"] = "Plain" },
        Rules =
        [
            new NamedRule("idle.not-started", Category.Idle),
            new NamedRule("low.tax-per-mu", Category.LowEfficiency),
        ],
        Thresholds = [],
        Clauses = new Dictionary<string, LawReference> { ["idle.not-started"] = Article2 },
        Instruments = new Dictionary<string, Instrument>
        {
            ["order-53"] = new(
                "order-53",
                Words("闲置土地处置办法", "Measures for the Disposal of Idle Land"),
                Words("国土资源部", "Ministry of Land and Resources"),
                Words("国土资源部令第53号", "Order 53"),
                new DateOnly(2012, 7, 1),
                Trust.Read
            ),
        },
    };

    private static Dictionary<string, string> Words(string chinese, string english) =>
        new() { ["zh"] = chinese, ["en"] = english };

    public static Evaluation Of(Plot plot, Category category = Category.InOrder, params Measure[] measures) =>
        new()
        {
            Plot = plot.Years.Count > 0 ? plot : plot with { Years = [Taxed(Money.FromWanYuan(100))] },
            AsOf = AsOf,
            Rules = Rules,
            Category = category,
            Cause = category == Category.Idle ? Cause.NotEstablished : null,
            IdleSince = category == Category.Idle ? new DateOnly(2024, 3, 2) : null,
            Findings =
            [
                new("idle.not-started", category == Category.Idle ? Outcome.Met : Outcome.NotMet, Article2, []),
                new(
                    "low.tax-per-mu",
                    category switch
                    {
                        Category.LowEfficiency => Outcome.Met,
                        Category.Undetermined => Outcome.Undetermined,
                        _ => Outcome.NotMet,
                    },
                    Article2,
                    category == Category.Undetermined
                        ? new Conditions(
                            new Condition(
                                "low.tax-per-mu",
                                Outcome.Undetermined,
                                Fact.Unknown,
                                Fact.Unknown,
                                Article2,
                                [PlotFields.Sector]
                            )
                        )
                        : default
                ),
            ],
            Measures = [.. measures],
            Missing = category == Category.Undetermined ? [PlotFields.Sector] : [],
        };

    public static PlotYear Taxed(Money tax) => new() { Year = 2025, Tax = tax };

    public static Plot Plot(string number, decimal? mu, string? zone = null) =>
        new()
        {
            Number = number,
            Zone = zone,
            StatedArea = mu is { } known ? Area.FromMu(known) : null,
        };

    private sealed record NamedRule(string Id, Category? Leads) : IRule
    {
        public Outcome Judge(Judgement judgement) => throw new NotSupportedException();
    }
}
