using LandLedger.Acreage;
using LandLedger.Tests.Disposal;

namespace LandLedger.Tests.Acreage;

public sealed class AcreageTableTests
{
    private static readonly LandUse Industrial = new("工业用地", null, LandUseSystem.NameOnly, UseGroup.Industrial);

    private static readonly Evaluation[] Plots =
    [
        Sample.Of(Sample.Plot("1", 100.5m, "东区") with { GrantedUse = Industrial }, Category.Idle),
        Sample.Of(Sample.Plot("2", 50.25m, "东区") with { GrantedUse = Industrial }),
        Sample.Of(Sample.Plot("3", 7m, "西区")),
        Sample.Of(Sample.Plot("4", null)),
    ];

    [Fact]
    public void Mu_and_plots_are_counted_by_one_dimension_with_the_unknown_last()
    {
        var table = AcreageTable.Of(Plots, [AcreageBy.Zone]);

        Assert.Equal(
            [("东区", 2, 150.75m), ("西区", 1, 7m), (null, 1, 0m)],
            table.Rows.Select(row => (row.Keys[0], row.Sum.Plots, row.Sum.Stated.Mu))
        );
        Assert.Equal((4, 157.75m, 1), (table.Total.Plots, table.Total.Stated.Mu, table.Total.WithoutStated));
    }

    [Fact]
    public void Three_dimensions_add_up_to_the_same_whole()
    {
        var table = AcreageTable.Of(Plots, [AcreageBy.Zone, AcreageBy.Use, AcreageBy.Category]);

        Assert.Equal(4, table.Rows.Count);
        Assert.Equal(["东区", "industrial", "idle"], table.Rows[0].Keys);
        Assert.Equal(157.75m, table.Rows.Sum(row => row.Sum.Stated.Mu));
    }

    [Fact]
    public void Supply_is_counted_by_the_year_of_signing_and_each_row_can_name_its_plots()
    {
        var table = AcreageTable.Of(
            [
                Signed("A-1", 10, new(2025, 1, 1)),
                Signed("A-2", 20, new(2024, 12, 31)),
                Signed("A-3", 30, new(2025, 12, 31)),
                Signed("A-4", 40, null),
            ],
            [AcreageBy.Year],
            plots: true
        );

        Assert.Equal(
            ["2024: 20 A-2", "2025: 40 A-1 A-3", ": 40 A-4"],
            table.Rows.Select(row => $"{row.Keys[0]}: {row.Sum.Stated.Mu} {string.Join(' ', row.Plots!)}")
        );
        Assert.Null(AcreageTable.Of(Plots, [AcreageBy.Year]).Rows[0].Plots);

        static Evaluation Signed(string number, decimal mu, DateOnly? on) =>
            Sample.Of(Sample.Plot(number, mu) with { Grant = new() { SignedOn = on } });
    }

    [Fact]
    public void Every_dimension_and_every_code_in_it_has_a_word_in_both_languages()
    {
        foreach (var texts in (Texts[])[LandLedger.Texts.Chinese, LandLedger.Texts.English])
        {
            Assert.All(Enum.GetValues<AcreageBy>(), by => Assert.NotEmpty(AcreageWords.Title(by, texts)));
            foreach (var group in Enum.GetValues<UseGroup>())
                Assert.NotEmpty(AcreageWords.Key(AcreageBy.Use, Fields.Codes.Of(group), texts));
            foreach (var category in Enum.GetValues<Category>())
                Assert.NotEmpty(AcreageWords.Key(AcreageBy.Category, Fields.Codes.Of(category), texts));
            foreach (var stage in Enum.GetValues<SupplyStage>())
                Assert.NotEmpty(AcreageWords.Key(AcreageBy.Stage, Fields.Codes.Of(stage), texts));
        }
    }

    [Fact]
    public void The_remainder_of_rounding_is_told()
    {
        // Rounded to whole mu half up: 151 + 7 + 0 = 158 = 157.75 rounded; to whole mu by plot it would be 101 + 50 + 7 + 0.
        Assert.True(AcreageTable.Of(Plots, [AcreageBy.Zone]).Remainder(0).IsZero);
        // 0.4 + 0.4 + 0.4 = 1.2: shown 0 + 0 + 0 against 1.
        var thirds = new[] { "a", "b", "c" }.Select(zone => Sample.Of(Sample.Plot(zone, 0.4m, zone)));
        Assert.Equal(new(1m, 0m), AcreageTable.Of(thirds, [AcreageBy.Zone]).Remainder(0));
    }

    [Theory]
    [InlineData("zone,use,category", 3)]
    [InlineData("Town", 1)]
    [InlineData("zone,zone", 0)]
    [InlineData("zone,use,category,year", 4)]
    [InlineData("zone,use,category,stage,town", 0)]
    [InlineData("colour", 0)]
    [InlineData("1", 0)]
    [InlineData("", 0)]
    public void Dimensions_are_read_from_a_text_or_refused(string text, int count)
    {
        Assert.Equal(count, AcreageTable.Parse(text)?.Count ?? 0);
    }
}
