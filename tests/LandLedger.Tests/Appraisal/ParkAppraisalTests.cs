using LandLedger.Appraisal;

namespace LandLedger.Tests.Appraisal;

public class ParkAppraisalTests
{
    [Fact]
    public void What_grades_cost_all_firms_is_the_sum_of_what_is_known_and_says_how_many_are_not()
    {
        var firms = new[] { ("A", 1_000m), ("B", 2_000m), ("C", (decimal?)null) }.Select(one => new FirmFigures
        {
            Code = one.Item1,
            Name = one.Item1,
            Sector = "31",
            Land = Area.FromMu(10),
            Tax = Money.FromWanYuan(50),
            Water = one.Item2,
        });
        var prices = AppraisalPackages.FindPrices("linhai-2022")!;
        var appraisal = new Appraiser(PackageReading.Package("forms.json"), [prices]).Appraise([.. firms]);

        Assert.Equal(
            new PriceTotal(prices, Carrier.Water, Money.FromYuan(900), Firms: 3, Unknown: 1),
            Assert.Single(appraisal.Prices)
        );
    }

    [Fact]
    public void A_package_without_a_year_has_to_be_taken_for_one()
    {
        var jingde = AppraisalPackages.Find("jingde")!;
        Assert.Throws<ArgumentException>(() => new Appraiser(jingde));
        Assert.Empty(new Appraiser(jingde.For(2021)).Appraise([]).Firms);
    }

    /// <summary>Tongling 2021 adds up; of Jingning 2022 the line below scale does not, and is reported as printed.</summary>
    [Theory]
    [InlineData(154, 341, 223, 37, 755, 0)]
    [InlineData(11, 21, 7, 0, 39, 0)]
    [InlineData(4, 21, 0, 3, 36, 8)]
    [InlineData(4, 21, 0, 3, 27, -1)]
    public void A_published_line_that_does_not_add_up_is_reported(int a, int b, int c, int d, int total, int open)
    {
        var line = new PublishedCount(
            new Dictionary<Grade, int>
            {
                [Grade.A] = a,
                [Grade.B] = b,
                [Grade.C] = c,
                [Grade.D] = d,
            },
            total
        );
        Assert.Equal((open, open == 0), (line.Unaccounted, line.AddsUp));
        Assert.Equal(open != 0, line.In(Language.English).Contains($"{open} apart", StringComparison.Ordinal));
        Assert.Contains(open == 0 ? "与公布的总数" : "不符", line.In(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void A_firm_of_the_store_gives_what_the_store_has()
    {
        var firm = new Firm
        {
            Name = "甲厂",
            CreditCode = "91330000000000000A",
            Sector = "C13",
            Occupancies =
            [
                new() { Plot = "1", Land = Area.FromMu(10) },
                new()
                {
                    Plot = "2",
                    Year = 2022,
                    Land = Area.FromMu(5),
                },
                new() { Plot = "3", Year = 2021 },
            ],
            Years =
            [
                new()
                {
                    Year = 2022,
                    Tax = Money.FromWanYuan(30),
                    AboveScale = true,
                },
            ],
        };
        var figures = FirmFigures.Of(firm, 2022);
        Assert.Equal(
            ("91330000000000000A", 15m, 30m),
            (figures.Code, figures.Of(FirmFigure.Land), figures.Of(FirmFigure.Tax))
        );
        Assert.Null(FirmFigures.Of(firm, 2021).Land);
        Assert.Null(figures.Energy);
    }
}
