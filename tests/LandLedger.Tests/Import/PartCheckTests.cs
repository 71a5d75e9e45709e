using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Import.Checks;

namespace LandLedger.Tests.Import;

public sealed class PartCheckTests
{
    [Fact]
    public void Parts_larger_than_their_whole_are_told_with_both_areas()
    {
        var plot = Land(20) with
        {
            ChangedArea = Area.FromMu(25),
            Progress = new() { DevelopedArea = Area.FromMu(18), DevelopableArea = Area.FromMu(12) },
        };

        var issues = PartCheck.Check(plot, new("台账.csv", 2, "Z5")).ToList();

        Assert.Equal([PlotFields.DevelopedMu.Id, PlotFields.ChangedMu.Id], issues.Select(issue => issue.Field));
        Assert.All(issues, issue => Assert.Equal(("area.part", Severity.Warn), (issue.Code, issue.Severity)));
        Assert.Equal(
            ["已开发面积 18 亩，大于应开发面积 12 亩", "改变用途面积 25 亩，大于文件面积 20 亩"],
            issues.Select(issue => issue.Sentence(Texts.Chinese))
        );
    }

    /// <summary>Where the developable area is unknown, the plot is the whole.</summary>
    [Theory]
    [InlineData("20.2", false)]
    [InlineData("20.21", true)]
    public void A_part_may_differ_from_its_whole_by_one_per_cent(string developed, bool told)
    {
        var mu = decimal.Parse(developed, System.Globalization.CultureInfo.InvariantCulture);
        var plot = Land(20) with { Progress = new() { DevelopedArea = Area.FromMu(mu) } };

        Assert.Equal(told, PartCheck.Check(plot, new("台账.csv", 2, "Z5")).Any());
    }

    [Fact]
    public void Without_the_whole_nothing_can_be_told() =>
        Assert.Empty(PartCheck.Check(new() { Number = "Z5", ChangedArea = Area.FromMu(25) }, new("台账.csv", 2, "Z5")));

    [Fact]
    public void Floors_that_no_building_has_are_told_and_land_without_a_paper_is_the_outline()
    {
        var plot = new Plot
        {
            Number = "Z5",
            Measured = new(Area.FromMu(20), "EPSG:4528", Area.FromMu(20)),
            Premises = new() { FloorArea = Area.FromMu(1001), Footprint = Area.FromMu(21) },
        };

        var issues = PartCheck.Check(plot, new("台账.csv", 2, "Z5")).ToList();

        Assert.Equal(["area.part", "area.floors"], issues.Select(issue => issue.Code));
        Assert.Equal(
            [
                "建筑基底面积 21 亩，大于界址图形的量算面积 20 亩",
                "建筑面积 1001 亩，按用地 20 亩计容积率为 50.05，高于 50，不可信，不用于判断",
            ],
            issues.Select(issue => issue.Sentence(Texts.Chinese))
        );
    }

    private static Plot Land(decimal mu) => new() { Number = "Z5", StatedArea = Area.FromMu(mu) };

    [Theory]
    [InlineData(101, true)]
    [InlineData(100, false)]
    public void More_piles_driven_than_there_are_is_named(int driven, bool named)
    {
        var plot = new Plot
        {
            Number = "A",
            Progress = new() { PilesDriven = driven, PilesTotal = 100 },
        };
        var issues = PartCheck.Check(plot, new("ledger.csv", 2, "A")).ToList();
        Assert.Equal(
            named ? ["已打桩数 101 根，多于总桩数 100 根"] : [],
            issues.Select(i => i.Sentence(Texts.Chinese))
        );
        Assert.All(issues, issue => Assert.Equal(("piles.driven", Severity.Warn), (issue.Code, issue.Severity)));
    }
}
