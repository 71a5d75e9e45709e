using LandLedger.Fields;

namespace LandLedger.Cli.Tests;

/// <summary>Titles whose unit, group or year makes another figure of a column than its name alone would: nothing of it becomes a fact.</summary>
public sealed class TitleMeaningTests : IDisposable
{
    private readonly Scratch _scratch = new();

    /// <summary>A price per mu is no price, a share of land no area; the unit above the header must not take its place.</summary>
    [Theory]
    [InlineData("出让价款（万元/亩）", "20", "万元/亩", "成交价款")]
    [InlineData("成交价格（元/㎡）", "450", "元/平方米", "成交价款")]
    [InlineData("2025年税收（万元/亩）", "12", "万元/亩", "税收")]
    [InlineData("2025年税收（‰）", "12", "千分比", "税收")]
    [InlineData("已开发面积（%）", "25", "百分比", "已开发面积")]
    [InlineData("已打桩数（%）", "50", "百分比", "已打桩数")]
    public void A_unit_of_another_kind_in_a_title_is_refused_by_name(
        string title,
        string value,
        string unit,
        string field
    )
    {
        foreach (var heading in (string[])["", "单位：万元、亩,,\n"])
        {
            var run = Import("台账.csv", $"{heading}地块编号,文件面积（亩）,{title}\nA-1,30,{value}\n").Expect(1);
            Assert.Contains("[unit.other-kind]", run.Out, StringComparison.Ordinal);
            Assert.Contains($"单位“{unit}”与该列的数据“{field}”不符", run.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Years_piles_and_amounts_per_mu_may_say_their_unit()
    {
        const string Titles =
            "地块编号,文件面积（亩）,土地使用年限（年）,总桩数（根）,已打桩数（个）,约定亩均税收（万元/公顷）,容积率（%）";
        Import("台账.csv", Titles + "\nA-1,30,50,200,120,15,120\n").Expect(0);
        Assert.Equal(
            "50|200|120|10000|1.2",
            Read("term_years, piles_total, piles_driven, agreed_tax_per_mu, floor_area_ratio")
        );
    }

    /// <summary>The area of a mortgage, the price of a sale, the tax of half a year are none of the plot's own.</summary>
    [Theory]
    [InlineData("抵押情况,,", "面积（亩）,金额（万元）,日期", "99,500,2024-01-01")]
    [InlineData("征收情况,,转让情况", "面积（亩）,价款（万元）,受让人", "99,500,乙")]
    [InlineData("厂房情况,,", "面积（平方米）,层数,用途", "66000,3,仓储")]
    public void A_column_under_a_group_of_something_else_is_left_out_and_told(string group, string titles, string row)
    {
        Import("台账.csv", "地块编号,文件面积（亩）,使用权人\nA-1,30,甲\n").Expect(0);
        var run = Import("情况.csv", $"地块编号,{group}\n,{titles}\nA-1,{row}\n").Expect(0);
        Assert.Contains("[column.unknown]", run.Out, StringComparison.Ordinal);
        Assert.Contains(group.Split(',')[0] + "/", run.Out, StringComparison.Ordinal);
        Assert.Equal("30|甲||", Read("stated_mu, holder, price, actual_use"));
    }

    [Theory]
    [InlineData("2024年,,2025年,", "税收（万元）,产值（万元）,税收（万元）,产值（万元）", "2024 1 2,2025 3 4")]
    [InlineData("2025年1-6月,,2024年,", "税收（万元）,产值（万元）,税收（万元）,产值（万元）", "2024 3 4")]
    [InlineData(
        "上半年,,全年,",
        "2025年税收（万元）,2025年产值（万元）,2025年税收（万元）,2025年产值（万元）",
        "2025 3 4"
    )]
    public void Groups_of_years_are_read_and_those_of_a_part_of_a_year_left_out(
        string group,
        string titles,
        string years
    )
    {
        Import("台账.csv", "地块编号,文件面积（亩）\nA-1,30\n").Expect(0);
        Import("年度.csv", $"地块编号,{group}\n,{titles}\nA-1,1,2,3,4\n").Expect(0);
        Assert.Equal(years, Years());
    }

    /// <summary>A heading that names a part of a year, or what it is to bring, states no year of a table.</summary>
    [Theory]
    [InlineData("2025年上半年企业纳税情况表")]
    [InlineData("2025年半年度企业情况")]
    [InlineData("2025年第三季度")]
    [InlineData("2025年前三季度企业纳税情况")]
    [InlineData("2025年累计（至9月）")]
    [InlineData("2025年1-6月")]
    [InlineData("2025年企业纳税预计表")]
    public void The_figures_of_a_part_of_a_year_are_not_those_of_the_year(string heading)
    {
        Import("台账.csv", "地块编号,文件面积（亩）\nA-1,30\n").Expect(0);
        var run = Import("企业.csv", $"{heading},,\n企业名称,地块编号,税收（万元）\n甲公司,A-1,60\n").Expect(1);
        Assert.Contains("[layout.year-missing]", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025年度企业纳税情况表")]
    [InlineData("2025年企业纳税情况（填报日期：2026年6月30日）")]
    [InlineData("2025年1-12月企业纳税情况")]
    [InlineData("2025年（1月至12月）")]
    [InlineData("2025年全年")]
    public void The_figures_of_a_year_are(string heading)
    {
        Import("台账.csv", "地块编号,文件面积（亩）\nA-1,30\n").Expect(0);
        Import("企业.csv", $"{heading},,\n企业名称,地块编号,税收（万元）\n甲公司,A-1,60\n").Expect(0);
        Assert.Equal(
            "2025|600000",
            Tool.Sqlite(_scratch["park.gpkg"], "SELECT year, CAST(tax AS INTEGER) FROM firm_years").TrimEnd('\n')
        );
    }

    [Theory]
    [InlineData("2025年1-12月税收（万元）")]
    [InlineData("税收（2025年全年）")]
    public void A_title_with_all_months_of_a_year_is_of_that_year(string title)
    {
        Import("台账.csv", $"单位：万元、亩,,\n地块编号,文件面积（亩）,{title}\nA-1,30,10\n").Expect(0);
        Assert.Equal("2025 10 ", Years());
    }

    /// <summary>A file of another program of ours, or of somebody who copied the dictionary's first column.</summary>
    [Fact]
    public void The_ids_of_all_fields_are_titles()
    {
        var ids = PlotFields.All.Select(field => field.Id).ToList();
        var values = ids.Select(id =>
            id switch
            {
                "plot" => "A-1",
                "county" => "360700",
                "stated_mu" => "30",
                "agreed_tax_per_mu" => "150000",
                _ => "",
            }
        );
        Import("台账.csv", string.Join(',', ids) + "\n" + string.Join(',', values) + "\n").Expect(0);
        Assert.Equal("30|150000", Read("stated_mu, agreed_tax_per_mu"));
    }

    [Fact]
    public void Staff_of_a_plot_is_told_as_left_out()
    {
        var run = Import("台账.csv", "地块编号,文件面积（亩）,年度,从业人数（人）,税收（万元）\nA-1,30,2025,120,10\n")
            .Expect(0);
        Assert.Contains("[column.of-firms]", run.Out, StringComparison.Ordinal);
        Assert.Equal("2025 10 ", Years());
    }

    [Fact]
    public void A_title_of_megabytes_is_told_by_its_beginning()
    {
        var run = Import("坏.csv", new string('a', 3_000_000)).Expect(1);
        Assert.InRange(run.Out.Length, 1, 2000);
    }

    public void Dispose() => _scratch.Dispose();

    private CommandRun Import(string name, string text) =>
        CommandRun.Of("import", _scratch.Write(name, text), "--store", _scratch["park.gpkg"], "--on", "2026-06-30");

    private string Read(string columns) =>
        Tool.Sqlite(
                _scratch["park.gpkg"],
                $"SELECT {string.Join(", ", columns.Split(", ").Select(column => $"CASE WHEN {column} = CAST({column} AS INTEGER) THEN CAST({column} AS INTEGER) ELSE {column} END"))} FROM plots"
            )
            .TrimEnd('\n');

    /// <summary>Each year with its tax and output in 万元.</summary>
    private string Years() =>
        Tool.Sqlite(
                _scratch["park.gpkg"],
                "SELECT group_concat(year || ' ' || coalesce(CAST(tax / 10000 AS INTEGER), '') || ' ' || coalesce(CAST(output / 10000 AS INTEGER), '')) FROM plot_years ORDER BY year"
            )
            .TrimEnd('\n');
}
