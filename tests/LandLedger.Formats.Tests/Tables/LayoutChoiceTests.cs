using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.Tables;

/// <summary>Which layout a table is read by, and that no layout brings units along that nobody stated.</summary>
public sealed class LayoutChoiceTests
{
    private const string ByNumberOfSupervision =
        "电子监管号,项目名称,土地使用权人,土地用途,面积,合同签订日期,成交价格\nA,甲,乙,工业用地,45,2021-1-1,5000000\n";

    [Theory]
    [InlineData("宗地编号,面积\nA,45\n")]
    [InlineData("地块编号,项目名称,面积\nA,甲,45\n")]
    [InlineData("地块编号,项目名称,土地用途,面积,批准单位\nA,甲,工业用地,45,某县\n")]
    [InlineData("ZDBH,MJ,TDYT,CJJG,QDRQ\nA,45,工业用地,,2021-01-01\n")]
    public void An_ordinary_ledger_is_read_by_our_own_layout_with_the_unit_told(string table)
    {
        var (rows, issues) = Ledgers.ReadText(table);
        Assert.Equal(45, Assert.Single(rows).Number(PlotFields.StatedMu));
        var assumed = Assert.Single(issues, issue => issue.Code == "unit.assumed");
        Assert.Equal((Severity.Warn, 2, "45"), (assumed.Severity, assumed.Line, assumed.Value));
        Assert.Contains("的“45”读作 45亩", assumed.Sentence(Texts.Chinese), StringComparison.Ordinal);
        Assert.Contains("面积（亩）", assumed.Fix(Texts.Chinese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025年度企业税收情况,,\n企业名称,所在地块,税收（万元）\n甲,Y-1,5\n")]
    [InlineData("企业税收,,\n2025年,,填报日期：2026年3月1日\n企业名称,所在地块,税收（万元）\n甲,Y-1,5\n")]
    [InlineData("2025年度税收,,,\n企业名称,地块编号,用地面积（亩）,税收（万元）\n甲,Y-1,10,5\n")]
    public void A_table_whose_heading_names_one_year_is_of_that_year_and_this_is_told(string table)
    {
        var (rows, issues) = Ledgers.ReadText(table);
        var row = Assert.Single(rows);
        Assert.Equal((2025, 50_000m), (Assert.Single(row.FirmYears).Year, row.FirmYears[0].Tax!.Value.Yuan));
        Assert.Equal(2025, Assert.Single(row.Occupancies).Year);
        var told = Assert.Single(issues, issue => issue.Code == "year.stated");
        Assert.Equal((Severity.Warn, "2025"), (told.Severity, told.Arguments["year"]));
        Assert.Equal(2025, Assert.Single(Ledgers.ReadText(table, Layouts.Find("firms")).Rows).FirmYears[0].Year);
    }

    [Theory]
    [InlineData("企业名称,所在地块,税收（万元）\n甲,Y-1,5\n")]
    [InlineData("2024、2025年企业税收,,\n企业名称,所在地块,税收（万元）\n甲,Y-1,5\n")]
    [InlineData("2023-2025年企业税收,,\n企业名称,所在地块,税收（万元）\n甲,Y-1,5\n")]
    [InlineData("填报日期：2026年3月1日,,\n企业名称,所在地块,税收（万元）\n甲,Y-1,5\n")]
    [InlineData("企业名称,地块编号,用地面积（亩）,税收（万元）\n甲,Y-1,10,-\n")]
    public void A_table_of_yearly_figures_without_a_year_is_refused_for_that(string table)
    {
        var (rows, issues) = Ledgers.ReadText(table);
        Assert.Empty(rows);
        var missing = Assert.Single(issues);
        Assert.Equal(("layout.year-missing", Severity.Refuse), (missing.Code, missing.Severity));
        Assert.Contains("没有说明是哪一年", missing.Sentence(Texts.Chinese), StringComparison.Ordinal);
        Assert.Contains("请加一列“年度”", missing.Fix(Texts.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void Sheets_that_are_called_by_their_year_are_each_of_theirs()
    {
        const string Rows =
            """<row r="1"><c t="str"><v>企业名称</v></c><c t="str"><v>所在地块</v></c><c t="str"><v>税收（万元）</v></c></row><row r="2"><c t="str"><v>甲</v></c><c t="str"><v>Y-1</v></c><c><v>5</v></c></row>""";
        using var book = new Book().Sheet("2024", Rows).Sheet("2025年", Rows).Write();

        var (rows, issues) = Ledgers.Read(book, "企业.xlsx");

        Assert.Equal([2024, 2025], rows.Select(row => Assert.Single(row.FirmYears).Year));
        Assert.Equal(["2024", "2025年"], issues.Where(i => i.Code == "year.stated").Select(i => i.Value));
    }

    /// <summary>A workbook of one sheet is no other than one of two.</summary>
    [Theory]
    [InlineData("2024", 2024)]
    [InlineData("2024年度", 2024)]
    [InlineData("Sheet1", null)]
    public void The_only_sheet_is_called_by_its_year_too(string sheet, int? year)
    {
        using var book = new Book()
            .Sheet(
                sheet,
                """<row r="1"><c t="str"><v>企业名称</v></c><c t="str"><v>税收（万元）</v></c></row><row r="2"><c t="str"><v>甲</v></c><c><v>5</v></c></row>"""
            )
            .Write();

        var (rows, issues) = Ledgers.Read(book, "企业.xlsx");

        Assert.Equal(year, rows.Count == 0 ? null : Assert.Single(rows[0].FirmYears).Year);
        Assert.Equal(year is null ? "layout.year-missing" : "year.stated", Assert.Single(issues).Code);
    }

    [Fact]
    public void A_ledger_of_plots_takes_the_year_of_its_heading_for_figures_without_one()
    {
        var (rows, issues) = Ledgers.ReadText(
            "2025年度亩均税收台账,,,,\n地块编号,项目名称,土地用途,面积（亩）,税收（万元）\nA,甲,工业用地,45,90\n"
        );

        var year = Assert.Single(Assert.Single(rows).Years);
        Assert.Equal((2025, 900_000m), (year.Year, year.Tax!.Value.Yuan));
        Assert.Single(issues, issue => issue.Code == "year.stated");
    }

    [Fact]
    public void A_table_that_two_layouts_read_in_other_units_is_refused_with_both_and_what_to_pass()
    {
        var (rows, issues) = Ledgers.ReadText(ByNumberOfSupervision);
        Assert.Empty(rows);
        var tie = Assert.Single(issues);
        Assert.Equal(("layout.tie", Severity.Refuse), (tie.Code, tie.Severity));
        Assert.Equal(
            "列标题同时符合表式 own（地块台账）、landchina（土地市场网供地结果），但没有一种来源特有的列，“面积、成交价格”未注明单位，各表式的单位不同，无法确定用哪一个",
            tie.Sentence(Texts.Chinese)
        );
        Assert.Contains("“面积, 成交价格” state no unit", tie.Sentence(Texts.English), StringComparison.Ordinal);
        Assert.Contains("--layout own", tie.Fix(Texts.Chinese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("own", 45, 5_000_000, "unit.assumed", Severity.Warn)]
    [InlineData("landchina", 675, 50_000_000_000, "unit.layout", Severity.Note)]
    public void The_layout_that_is_asked_for_is_taken_and_its_units_are_told(
        string layout,
        decimal mu,
        decimal yuan,
        string code,
        Severity severity
    )
    {
        var (rows, issues) = Ledgers.ReadText(ByNumberOfSupervision, Layouts.Find(layout));
        Assert.Equal((mu, yuan), (rows[0].Number(PlotFields.StatedMu), rows[0].Number(PlotFields.Price)));
        Assert.Equal(
            [("stated_mu", "45"), ("price", "5000000")],
            issues.Where(issue => issue.Code == code && issue.Severity == severity).Select(i => (i.Field!, i.Value!))
        );
    }

    [Theory]
    [InlineData("面积（亩）,合同签订日期,成交价格（元）", "")]
    [InlineData("面积,合同签订日期,成交价格", "单位：亩、元\n")]
    public void Stated_units_settle_it(string titles, string above)
    {
        var (rows, issues) = Ledgers.ReadText(
            above + $"电子监管号,项目名称,土地使用权人,土地用途,{titles}\nA,甲,乙,工业用地,45,2021-1-1,5000000\n"
        );
        Assert.Equal((45m, 5_000_000m), (rows[0].Number(PlotFields.StatedMu), rows[0].Number(PlotFields.Price)));
        Assert.Equal("column.supervision", Assert.Single(issues).Code);
    }

    [Theory]
    [InlineData("行政区,电子监管号,项目名称,面积,土地来源,土地用途,供地方式,土地级别,成交价格,合同签订日期")]
    [InlineData(
        "District,Electronic supervision number,Project name,Area,Land source,Land utilisation,Land supply method,Land grade,Transaction price,Contract signing date"
    )]
    public void A_table_that_bears_the_signature_of_its_source_is_read_in_the_units_of_that_source(string titles)
    {
        var (rows, issues) = Ledgers.ReadText(titles + "\n某市,B1,甲,3,0,工业用地,挂牌,一级,500,2021-1-1\n");
        Assert.Equal((45m, 5_000_000m), (rows[0].Number(PlotFields.StatedMu), rows[0].Number(PlotFields.Price)));
        Assert.Equal(2, issues.Count(issue => issue.Code == "unit.layout"));
    }

    [Theory]
    [InlineData("own")]
    [InlineData("landchina")]
    public void A_blank_plot_number_leaves_the_supervision_number_to_name_the_plot_and_that_is_told(string layout)
    {
        var (rows, issues) = Ledgers.ReadText(
            "地块编号,电子监管号,面积（亩）\nA,B1,1\n,B2,2\n,,3\n",
            Layouts.Find(layout)
        );
        Assert.Equal(["A", "B2", null], rows.Select(row => row.Plot));
        Assert.Equal(
            [("plot.by-supervision", 3), ("plot.missing", 4)],
            issues.Where(i => i.Code.StartsWith("plot.", StringComparison.Ordinal)).Select(i => (i.Code, i.Line!.Value))
        );
    }

    [Fact]
    public void A_unit_in_every_cell_needs_none_in_the_title()
    {
        var (rows, issues) = Ledgers.ReadText("地块编号,面积,总投资额\nA,30亩,3亿元\nB,2公顷,人民币100万元\n");
        Assert.Equal([30m, 30m], rows.Select(row => row.Number(PlotFields.StatedMu)!.Value));
        Assert.Equal([300_000_000m, 1_000_000m], rows.Select(row => row.Number(PlotFields.TotalInvestment)!.Value));
        Assert.Empty(issues);
    }

    [Fact]
    public void The_column_that_is_kept_of_two_with_one_title_is_named_by_number_and_letter()
    {
        var (rows, issues) = Ledgers.ReadText(
            "地块编号,约定开工日期,面积（亩）,约定开工日期\nA,2022-01-01,1,2023-01-01\n"
        );
        Assert.Equal("plot=A stated_mu=1 agreed_start=2022-01-01", Ledgers.Told(rows[0]));
        Assert.Equal(
            "第 4 (D) 列“约定开工日期”与第 2 (B) 列“约定开工日期”是同一字段，只采用第 2 (B) 列",
            Assert.Single(issues).Sentence(Texts.Chinese)
        );
    }
}
