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
    [InlineData("zone,use,category,stage", 0)]
    [InlineData("colour", 0)]
    [InlineData("1", 0)]
    [InlineData("", 0)]
    public void Dimensions_are_read_from_a_text_or_refused(string text, int count)
    {
        Assert.Equal(count, AcreageTable.Parse(text)?.Count ?? 0);
    }
}
