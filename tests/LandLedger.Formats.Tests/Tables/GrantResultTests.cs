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

    /// <summary>Six grants have their holder in the second column of holders alone; lines counted in the file.</summary>
    [Fact]
    public void A_holder_in_the_second_column_of_holders_is_the_holder()
    {
        var rows = Read("grants.csv").Rows;
        Assert.DoesNotContain(rows, row => !row.Fact(PlotFields.Holder).IsKnown);
        Assert.Equal("光明日报社", rows.Single(row => row.Line == 53).Fact(PlotFields.Holder).Text);
        Assert.Equal("国网北京市电力公司", rows.Single(row => row.Line == 176).Fact(PlotFields.Holder).Text);
    }

    [Fact]
    public void Two_holders_are_both_named()
    {
        var (rows, _) = Ledgers.ReadText(
            "电子监管号,土地使用权人,土地使用权人2,面积(公顷)\nB1,甲公司,乙公司,2\nB2,甲公司,,2\n",
            Layouts.Find("landchina")
        );
        Assert.Equal(["甲公司、乙公司", "甲公司"], rows.Select(row => row.Fact(PlotFields.Holder).Text));
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
