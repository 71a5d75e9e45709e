using LandLedger.Fields;
using LandLedger.Metrics;

namespace LandLedger.Tests;

public class SharingTests
{
    private const int Year = 2024;
    private const string County = "331102";

    /// <summary>Worked out on paper; the left-over fen is said beside each firm.</summary>
    private static readonly Firm[] TenFirms =
    [
        Firm("F01", 100.00m, On("A")),
        Firm("F02", 1000.01m, On("A", share: 0.6m), On("B", share: 0.4m)), // 600.006 and 400.004: the fen goes to A
        Firm("F03", 100.00m, On("A", land: 1), On("B", land: 1), On("C", land: 1)), // 33.33 each: the fen goes to A
        Firm("F04", 10.01m, On("B", floor: 1), On("D", floor: 3)), // 2.5025 and 7.5075: the fen goes to D
        Firm("F05", 0m, On("C")),
        Firm("F06", 250_000.50m, On("D")),
        Firm("F07", 0.01m, On("C", land: 2), On("D", land: 1)), // the only fen goes to C
        Firm("F08", 12_345.6789m, On("D")),
        Firm("F09", -50.00m, On("B")),
        Firm("F10", 999_999.99m, On("A", share: 0.25m), On("C", share: 0.75m)), // 249999.9975 and 749999.9925: A
    ];

    [Fact]
    public void Ten_firms_on_four_plots_add_up_to_the_last_digit()
    {
        var result = Sharing.Of(TenFirms);

        Assert.Equal(250_733.35m, Tax(result, "A"));
        Assert.Equal(385.83m, Tax(result, "B"));
        Assert.Equal(750_033.33m, Tax(result, "C"));
        Assert.Equal(262_353.6889m, Tax(result, "D"));
        Assert.Equal(1_263_506.1989m, result.ByPlot.Values.Sum(years => years[0].Tax!.Value.Yuan));
        Assert.Equal(1_263_506.1989m, TenFirms.Sum(firm => firm.Years[0].Tax!.Value.Yuan));
    }

    [Fact]
    public void The_rule_and_the_key_of_every_firm_come_with_the_result()
    {
        var result = Sharing.Of(TenFirms);

        Assert.NotNull(Texts.Chinese.Find(result.RuleText));
        Assert.NotNull(Texts.English.Find(result.RuleText));
        Assert.Equal(
            [
                SharingKeys.SinglePlot,
                SharingKeys.DeclaredShare,
                SharingKeys.LandArea,
                SharingKeys.FloorArea,
                SharingKeys.SinglePlot,
                SharingKeys.SinglePlot,
                SharingKeys.LandArea,
                SharingKeys.SinglePlot,
                SharingKeys.SinglePlot,
                SharingKeys.DeclaredShare,
            ],
            result.Firms.Select(firm => firm.Key)
        );
        Assert.Equal([new(SharingProblemKind.FigureNegative, Year, "F09", Value: -50m)], result.Problems);
    }

    [Fact]
    public void A_plot_knows_by_which_keys_its_firms_shared_out_their_figures()
    {
        var result = Sharing.Of(TenFirms);

        const SharingKeys AllButFloor = SharingKeys.DeclaredShare | SharingKeys.SinglePlot | SharingKeys.LandArea;
        Assert.Equal(AllButFloor, result.ByPlot[new(County, "A")][0].SharedBy);
        Assert.Equal(
            SharingKeys.SinglePlot | SharingKeys.LandArea | SharingKeys.FloorArea,
            result.ByPlot[new(County, "D")][0].SharedBy
        );
        Assert.Equal(SharingKeys.SinglePlot, Sharing.Of([Firm("F", 1m, On("Z"))]).ByPlot[new(County, "Z")][0].SharedBy);
    }

    [Fact]
    public void Every_problem_has_a_text_in_both_languages()
    {
        foreach (var kind in Enum.GetValues<SharingProblemKind>())
        {
            Assert.NotNull(Texts.Chinese.Find("issue.firm." + CodeText.Of(kind)));
            Assert.NotNull(Texts.English.Find("issue.firm." + CodeText.Of(kind)));
        }
    }

    [Fact]
    public void The_order_of_firms_and_plots_does_not_matter()
    {
        var forward = Sharing.Of(TenFirms);
        var backward = Sharing.Of(
            TenFirms.Reverse().Select(firm => firm with { Occupancies = [.. firm.Occupancies.Reverse()] })
        );

        Assert.Equal(forward.ByPlot.Keys.Order(), backward.ByPlot.Keys.Order());
        foreach (var (plot, years) in forward.ByPlot)
            Assert.Equal(years, backward.ByPlot[plot]);
        Assert.Equal(forward.Problems, backward.Problems);
    }

    [Fact]
    public void One_unknown_figure_makes_the_plot_unknown_and_never_zero()
    {
        var absent = new Firm { Name = "H", Occupancies = [On("C")] };

        var result = Sharing.Of([Firm("F", 10m, On("A")), Firm("G", null, On("A"))]);
        var withAbsent = Sharing.Of([Firm("F", 10m, On("C")), absent]);

        Assert.Null(result.ByPlot[new(County, "A")][0].Tax);
        Assert.Null(withAbsent.ByPlot[new(County, "C")][0].Tax);
        Assert.Null(withAbsent.ByPlot[new(County, "C")][0].KilowattHours);
    }

    [Fact]
    public void A_firm_without_a_row_for_a_later_year_leaves_the_plot_unknown_and_is_named()
    {
        // Each row is 10 of tax: one firm has come in 2023, two in 2024; of 2025 and 2026 one row is there and one is missing.
        var result = Sharing.Of([
            Rows("F", (2023, "A"), (2024, "A"), (2025, "A"), (2026, "A")),
            Rows("G", (2024, "A")),
        ]);

        Assert.Equal([10m, 20m, null, null], Taxes(result, "A"));
        Assert.Equal(
            [
                new(SharingProblemKind.YearMissing, 2025, "G", "A") { County = County },
                new(SharingProblemKind.YearMissing, 2026, "G", "A") { County = County },
            ],
            result.Problems
        );
    }

    [Fact]
    public void A_year_missing_between_two_others_is_unknown_alone()
    {
        var result = Sharing.Of([
            Rows("F", (2023, "A"), (2024, "A"), (2025, "A")),
            Rows("G", (2023, "A"), (2025, "A")),
        ]);

        Assert.Equal([20m, null, 20m], Taxes(result, "A"));
    }

    [Fact]
    public void A_firm_placed_elsewhere_has_left_and_one_placed_nowhere_has_not()
    {
        var stayed = Rows("F", (2024, "A"), (2025, "A"));

        var moved = Sharing.Of([stayed, Rows("G", (2024, "A"), (2025, "B"))]);
        var unplaced = Sharing.Of([stayed, Rows("G", (2024, "A"), (2025, null))]);

        Assert.Equal([20m, 10m], Taxes(moved, "A"));
        Assert.Equal([10m], Taxes(moved, "B"));
        Assert.Empty(moved.Problems);
        Assert.Equal([20m, null], Taxes(unplaced, "A"));
        Assert.Equal([new(SharingProblemKind.NoPlot, 2025, "G")], unplaced.Problems);
    }

    [Fact]
    public void An_entry_for_the_year_goes_before_one_for_every_year()
    {
        var firm = Firm("F", 100m, On("A", share: 1), On("A", share: 0.3m) with { Year = Year }, On("B", share: 0.7m));

        Assert.Equal(30m, Tax(Sharing.Of([firm]), "A"));
        Assert.Equal(70m, Tax(Sharing.Of([firm]), "B"));
    }

    [Fact]
    public void Shares_that_do_not_add_to_one_are_named_with_their_sum()
    {
        var result = Sharing.Of([Firm("F", 100m, On("A", share: 0.5m), On("B", share: 0.4999m))]);

        Assert.Equal([new(SharingProblemKind.SharesNotOne, Year, "F", Value: 0.9999m)], result.Problems);
        Assert.Null(result.ByPlot[new(County, "A")][0].Tax);
    }

    /// <summary>100 by 10 and 20 mu: 33.33 and 66.67, not the 20 of the share.</summary>
    [Fact]
    public void A_share_that_is_declared_for_one_plot_alone_is_named_as_not_used()
    {
        var result = Sharing.Of([Firm("F", 100m, On("A", share: 0.2m, land: 10), On("B", land: 20))]);

        Assert.Equal([new(SharingProblemKind.ShareUnused, Year, "F")], result.Problems);
        Assert.Equal((33.33m, 66.67m), (Tax(result, "A"), Tax(result, "B")));
    }

    [Fact]
    public void What_cannot_be_shared_is_named_and_left_unknown()
    {
        Named(SharingProblemKind.ShareUnknown, Firm("F", 1m, On("A", land: 1), On("B")));
        Named(SharingProblemKind.WeightsNotPositive, Firm("F", 1m, On("A", land: 0), On("B", land: 0)));
        Named(SharingProblemKind.WeightsNotPositive, Firm("F", 1m, On("A", share: 2), On("B", share: -1)));
        Named(SharingProblemKind.TwoOccupancies, Firm("F", 1m, On("A", land: 1), On("A", land: 2), On("B", land: 1)));
        Named(SharingProblemKind.NoPlot, Firm("F", 1m));
        Named(SharingProblemKind.TwoFigures, Firm("F", 1m, On("A")), Firm("F", 2m, On("A")));
        Named(
            SharingProblemKind.FigureTooLarge,
            Firm("F", decimal.MaxValue, On("A")),
            Firm("G", decimal.MaxValue, On("A"))
        );

        static void Named(SharingProblemKind kind, params Firm[] firms)
        {
            var result = Sharing.Of(firms);
            Assert.Equal(kind, Assert.Single(result.Problems).Kind);
            Assert.All(result.ByPlot.Values, years => Assert.Null(years[0].Tax));
        }
    }

    [Fact]
    public void The_same_row_twice_counts_once()
    {
        var firm = Firm("F", 100m, On("A"), On("A"));

        var result = Sharing.Of([firm, firm]);

        Assert.Equal(100m, Tax(result, "A"));
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void Areas_told_for_every_year_share_out_a_year_that_names_the_plots_alone()
    {
        var firm = Firm(
            "F",
            300_000m,
            On("A") with
            {
                Year = Year,
            },
            On("B") with
            {
                Year = Year,
            },
            On("A", land: 5),
            On("B", land: 15)
        );

        Assert.Equal([75_000m, 225_000m], [Tax(Sharing.Of([firm]), "A"), Tax(Sharing.Of([firm]), "B")]);
        // What the year itself says goes before it: 10 of 25 mu.
        var own = firm with
        {
            Occupancies = [.. firm.Occupancies.Skip(1), On("A", land: 10) with { Year = Year }],
        };
        Assert.Equal([120_000m, 180_000m], [Tax(Sharing.Of([own]), "A"), Tax(Sharing.Of([own]), "B")]);
    }

    [Fact]
    public void A_firm_with_and_without_its_code_is_one_firm()
    {
        var coded = Firm("甲（集团）公司", 55m, On("A")) with { CreditCode = "91331102MA2E000019" };
        var uncoded = Firm(" 甲(集团) 公司", 55m, On("A"));

        var result = Sharing.Of([uncoded, coded]);

        Assert.Equal(55m, Tax(result, "A"));
        Assert.Equal("91331102MA2E000019", Assert.Single(result.Firms).Firm);
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void Figures_of_a_firm_that_may_be_one_of_two_leave_the_plots_of_all_three_unknown()
    {
        var one = Firm("甲", 1m, On("A")) with { CreditCode = "91331102MA2E000019" };
        var two = Firm("甲", 2m, On("B")) with { CreditCode = "91331102MA2E00002X" };
        var either = Firm("甲", 4m, On("C"));
        var other = Firm("乙", 8m, On("D"));

        var result = Sharing.Of([one, two, either, other]);

        Assert.All(["A", "B", "C"], plot => Assert.Equal([null], Taxes(result, plot)));
        Assert.Equal(8m, Tax(result, "D"));
        Assert.Equal(
            ["A", "B", "C"],
            result.Problems.Where(problem => problem.Kind == SharingProblemKind.NameShared).Select(p => p.Plot)
        );
        Assert.All(
            result.Problems,
            problem => Assert.Equal((County, "甲", Year), (problem.County, problem.Firm, problem.Year))
        );
        Assert.Equal([1m, 2m], [Tax(Sharing.Of([one, two]), "A"), Tax(Sharing.Of([one, two]), "B")]);
    }

    [Fact]
    public void A_firm_on_one_of_two_plots_of_a_number_leaves_both_unknown_and_adds_to_none()
    {
        var here = Firm("F", 10m, On("A"));
        var somewhere = Firm("G", 20m, On("A") with { County = null });

        var result = Sharing.Of([here, somewhere]);

        Assert.Equal(10m, Tax(result, "A"));
        Assert.Single(result.ByPlot);
        foreach (var county in new[] { County, "331081" })
        {
            var year = Assert.Single(result.Of(new(county, "A")));
            Assert.Equal((Year, null), (year.Year, year.Tax));
        }
        Assert.Empty(result.Of(new(County, "B")));
    }

    private static decimal Tax(SharingResult result, string plot) =>
        Assert.Single(result.ByPlot[new(County, plot)]).Tax!.Value.Yuan;

    private static IEnumerable<decimal?> Taxes(SharingResult result, string plot) =>
        result.ByPlot[new(County, plot)].Select(year => year.Tax?.Yuan);

    /// <summary>A firm with a tax of 10 in each row.</summary>
    private static Firm Rows(string name, params (int Year, string? Plot)[] rows) =>
        new()
        {
            Name = name,
            Occupancies = [.. rows.Where(r => r.Plot is not null).Select(r => On(r.Plot!) with { Year = r.Year })],
            Years = [.. rows.Select(r => new FirmYear { Year = r.Year, Tax = Money.FromYuan(10) })],
        };

    private static Firm Firm(string name, decimal? tax, params Occupancy[] occupancies) =>
        new()
        {
            Name = name,
            Occupancies = occupancies,
            Years = [new() { Year = Year, Tax = tax is { } yuan ? Money.FromYuan(yuan) : null }],
        };

    private static Occupancy On(string plot, decimal? share = null, decimal? land = null, decimal? floor = null) =>
        new()
        {
            Plot = plot,
            County = County,
            Share = share,
            Land = land is { } mu ? Area.FromMu(mu) : null,
            Floor = floor is { } floorMu ? Area.FromMu(floorMu) : null,
        };
}
