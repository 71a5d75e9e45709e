using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.Tables;

/// <summary>The 189 grant results of Beijing in three forms; the counts are those of the README beside the data.</summary>
public sealed class GrantResultTests
{
    [Theory]
    [InlineData("grants.csv")]
    [InlineData("grants.zh-header.csv")]
    [InlineData("grants.xlsx")]
    public void Grant_results_of_the_land_market_are_read_by_their_own_layout(string file)
    {
        var (rows, issues) = Read(file);

        Assert.Equal(189, rows.Count);
        Assert.Equal(188, rows.Count(row => row.Fact(PlotFields.Price).IsKnown));
        Assert.Equal(66, rows.Count(row => row.Fact(PlotFields.AgreedStart).IsKnown));
        Assert.Equal(66, rows.Count(row => row.Fact(PlotFields.AgreedCompletion).IsKnown));
        Assert.Equal(39, rows.Count(row => row.Fact(PlotFields.FloorAreaRatioMin).IsKnown));
        Assert.Equal(56, rows.Count(row => row.Fact(PlotFields.FloorAreaRatioMax).IsKnown));
        Assert.Equal(0, rows.Count(row => row.Fact(PlotFields.BegunOn).IsKnown));
        Assert.DoesNotContain(rows, row => row.Refused);
        Assert.DoesNotContain(issues, issue => issue.Code == "unit.assumed");

        // First row of the file: 0.120605 ha × 15 and 284.5022 万元, signed 2019年06月27日; its number is the 电子监管号.
        Assert.Equal("1101002019B01585", rows[0].Plot);
        Assert.Equal(1.809075m, rows[0].Number(PlotFields.StatedMu));
        Assert.Equal(2_845_022m, rows[0].Number(PlotFields.Price));
        Assert.Equal(new DateOnly(2019, 6, 27), rows[0].Fact(PlotFields.SignedOn).Date);
    }

    [Fact]
    public void The_three_forms_of_the_grant_results_give_equal_rows()
    {
        var english = Read("grants.csv").Rows.Select(Ledgers.Told);
        Assert.Equal(english, Read("grants.zh-header.csv").Rows.Select(Ledgers.Told));
        Assert.Equal(english, Read("grants.xlsx").Rows.Select(Ledgers.Told));
    }

    private static (List<ParsedRow> Rows, List<ImportIssue> Issues) Read(string file) =>
        Ledgers.ReadFile(SharedData.Path("landchina-beijing-2019", file));
}
