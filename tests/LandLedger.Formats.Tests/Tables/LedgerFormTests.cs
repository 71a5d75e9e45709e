using System.Text;
using LandLedger.Fields;
using LandLedger.Formats.Tables;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.Tables;

/// <summary>Forms that ledgers of offices come in.</summary>
public sealed class LedgerFormTests
{
    [Fact]
    public void Two_messy_header_rows_of_a_csv_are_read_with_their_groups()
    {
        var row = One(
            "某园区台账,,,,,\n单位：亩、万元,,,,,\n宗地编号,约定,,实际,,成交\n,开工日期,竣工日期,开工日期,竣工日期,价款\nA,2021-01-01,2022-01-01,2021-02-01,,5\n"
        );
        Assert.Equal(
            "plot=A price=50000 agreed_start=2021-01-01 agreed_completion=2022-01-01 begun_on=2021-02-01",
            Ledgers.Told(row)
        );
    }

    [Theory]
    [InlineData("sep=;\n地块编号;面积（亩）\nA;1,5\n", "number.invalid")]
    [InlineData("sep=;\r\n地块编号;面积（亩）\r\nA;1.5\r\n", null)]
    [InlineData("地块编号\t面积（亩）\nA\t1.5\n", null)]
    [InlineData("地块编号|面积（亩）\nA|1.5\n", null)]
    public void The_separator_is_the_stated_or_the_agreed_one(string text, string? code)
    {
        var (rows, issues) = Ledgers.ReadText(text);
        Assert.Equal("A", Assert.Single(rows).Plot);
        Assert.Equal(code, issues.SingleOrDefault()?.Code);
    }

    [Fact]
    public void Line_ends_inside_quotes_keep_the_lines_of_what_follows()
    {
        var (rows, _) = Ledgers.ReadText("地块编号,备注,面积（亩）\nA,\"一\n二, \"\"三\"\"\",1\nB,,2\n");
        Assert.Equal([(2, "A"), (4, "B")], rows.Select(row => (row.Line, row.Plot!)));
        Assert.Equal("一 二, \"三\"", rows[0].Fact(PlotFields.Remark).Text);
    }

    [Fact]
    public void Short_and_long_rows_are_named_and_only_long_ones_refused()
    {
        var (rows, issues) = Ledgers.ReadText("地块编号,面积（亩）,备注\nA,1\nB,2,x,y\nC,3,,\n");
        Assert.Equal([false, true, false], rows.Select(row => row.Refused));
        Assert.Equal([("row.short", 2), ("row.long", 3)], issues.Select(issue => (issue.Code, issue.Line!.Value)));
    }

    [Fact]
    public void Years_in_titles_give_the_figures_of_those_years()
    {
        var row = One(
            "地块编号,2023年税收（万元）,2024年税收（万元）,2024年产值(亿元),税收,年度\nA,12,15.5,0.3,160000元,2025\n"
        );
        Assert.Equal([2023, 2024, 2025], row.Years.Select(year => year.Year));
        Assert.Equal([120_000m, 155_000m, 160_000m], row.Years.Select(year => year.Tax!.Value.Yuan));
        Assert.Equal([null, 30_000_000m, null], row.Years.Select(year => year.Output?.Yuan));
    }

    [Theory]
    [InlineData("地块编号,税收（万元）,\n,2023年,2024年度\nG-7,1,2\n")]
    [InlineData("地块编号,2023,2024\n,税收（万元）,税收（万元）\nG-7,1,2\n")]
    [InlineData("地块编号,税收(2023年)(万元),税收(2024年度)/万元\nG-7,1,2\n")]
    public void A_year_may_stand_in_either_header_row_or_in_brackets(string text)
    {
        var row = One(text);
        Assert.Equal([(2023, 10_000m), (2024, 20_000m)], row.Years.Select(year => (year.Year, year.Tax!.Value.Yuan)));
    }

    [Fact]
    public void Firms_with_a_column_a_year_need_no_year_of_their_own()
    {
        var row = One("企业名称,地块编号,用地面积（亩）,2023年税收（万元）,2024年税收（万元）\n甲公司,A,20,1,\n");
        Assert.Equal((2023, 10_000m), row.FirmYears.Select(year => (year.Year, year.Tax!.Value.Yuan)).Single());
        Assert.Null(Assert.Single(row.Occupancies).Year);
    }

    [Fact]
    public void A_year_in_the_title_of_something_else_is_not_swallowed()
    {
        var (rows, issues) = Ledgers.ReadText("地块编号,2023年面积（亩）,2021-2023年税收（万元）\nG-7,1,2\n");
        Assert.Empty(rows[0].Years);
        Assert.False(rows[0].Fact(PlotFields.StatedMu).IsKnown);
        Assert.Equal("2", Assert.Single(issues).Arguments["count"]);
    }

    [Theory]
    [InlineData("城东片区小计,,30")]
    [InlineData("合计（50宗）,,30")]
    [InlineData("50宗,,30")]
    [InlineData(",小计,30")]
    [InlineData("合计：,2,30")]
    [InlineData("南塘片区合计(2宗),,30")]
    public void A_total_of_a_section_is_no_plot(string total)
    {
        var (rows, issues) = Ledgers.ReadText($"地块编号,项目名称,面积（亩）\nA,甲,10\nB,乙,20\n{total}\n");
        Assert.Equal(["A", "B"], rows.Select(row => row.Plot));
        Assert.Equal("table.total-row", Assert.Single(issues).Code);
    }

    [Fact]
    public void A_count_of_plots_behind_the_word_total_is_no_plot_number()
    {
        var (rows, _) = Ledgers.ReadText("序号,地块编号,面积（亩）\n1,A,10\n2,B,20\n合计,2,30\n");
        Assert.Equal(["A", "B"], rows.Select(row => row.Plot));
    }

    [Theory]
    [InlineData("na")]
    [InlineData("NA")]
    [InlineData("n/a")]
    [InlineData("N/A")]
    [InlineData("无数据")]
    [InlineData("--")]
    [InlineData("／")]
    [InlineData("—")]
    [InlineData("　")]
    public void What_stands_for_nothing_is_unknown(string text)
    {
        var (rows, issues) = Ledgers.ReadText($"地块编号,面积（亩）,约定动工日期,备注\nA,{text},{text},{text}\n");
        Assert.Equal("plot=A", Ledgers.Told(Assert.Single(rows)));
        Assert.Empty(issues);
    }

    [Theory]
    [InlineData("是否动工", "在建", true)]
    [InlineData("是否动工", "已停工", true)]
    [InlineData("是否动工", "未动工", false)]
    [InlineData("是否竣工", "在建", false)]
    [InlineData("是否竣工", "已动工", false)]
    [InlineData("是否竣工", "已投产", true)]
    [InlineData("是否停工", "在建", false)]
    [InlineData("是否停工", "√", true)]
    public void A_state_of_building_is_yes_or_no_by_its_column(string title, string word, bool yes)
    {
        var row = One($"地块编号,面积（亩）,{title}\nA,1,{word}\n");
        Assert.Equal(yes, row.Facts[^1].Fact.Flag);
    }

    [Fact]
    public void The_newer_notices_of_the_land_market_are_read_in_square_metres_and_wan_yuan()
    {
        var row = One(
            "xzqFullName,zdBh,zdZl,mj,tdYt,gyFs,crNx,cjJg,srDw,qdRq,dzBaBh\n丽水市莲都区,2023-5,南路,20000,工业用地,挂牌,50,1234.5,甲公司,2023-06-01,3311022023B00012\n"
        );
        Assert.Equal(
            "plot=2023-5 location=南路 holder=甲公司 granted_use=工业用地 stated_mu=30 supervision_number=3311022023B00012 supply_way=挂牌 signed_on=2023-06-01 price=12345000 term_years=50",
            Ledgers.Told(row)
        );
    }

    [Fact]
    public void An_outline_states_its_own_system_and_a_broken_one_where_it_breaks()
    {
        var (rows, issues) = Ledgers.ReadText(
            "地块编号,面积（亩）,WKT\nA,1,\"SRID=4526;POLYGON((0 0,1 0,1 1,0 0))\"\nB,1,\"POLYGON((0 0,1 zero,1 1,0 0))\"\n"
        );
        Assert.Equal("EPSG:4526", rows[0].Shape!.Crs);
        var broken = Assert.Single(issues);
        Assert.Equal(("shape.unreadable", 3), (broken.Code, broken.Line));
        Assert.DoesNotContain("{", broken.Sentence(Texts.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void Issues_speak_titles_units_and_codes_in_the_language_of_the_reader()
    {
        var (_, issues) = Ledgers.ReadText("地块编号,成交价款,供应状态,容积率下限\nA,1,卖了,60\n");
        var code = issues.Single(issue => issue.Code == "code.invalid");
        Assert.Contains("批而未供、", code.Sentence(Texts.Chinese), StringComparison.Ordinal);
        Assert.Contains("in reserve", code.Sentence(Texts.English), StringComparison.Ordinal);
        var unit = issues.Single(issue => issue.Code == "unit.assumed");
        Assert.Equal("“成交价款”没有注明单位，有 1 个数按元读取（第 2 行的“1”读作 1元）", unit.Sentence(Texts.Chinese));
        Assert.DoesNotContain(
            issues,
            issue => issue.Sentence(Texts.English).Contains("floor_area_ratio", StringComparison.Ordinal)
        );
        var (_, missing) = Ledgers.ReadText("企业名称,年度\n甲,2024\n", Layouts.Find("own"));
        Assert.Contains("缺少必需的列：地块编号", missing[0].Sentence(Texts.Chinese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file.line-too-long", 3)]
    [InlineData("row.quote", 3)]
    public void A_record_without_end_is_named_and_takes_no_memory(string code, int line)
    {
        var endless = code == "row.quote" ? "B,\"" + new string('x', 30) + "\n" + Long("y\n") : "B," + Long("x");
        var issue = Limited(endless);
        Assert.Equal((code, line, Severity.Refuse), (issue.Code, issue.Line, issue.Severity));
    }

    [Fact]
    public void Endless_cells_in_one_line_are_named()
    {
        var issue = Limited("B" + Long(",1"));
        Assert.Equal(("file.line-too-long", 3), (issue.Code, issue.Line));
    }

    /// <summary>Thousands of commas are cells, except in an outline between quotation marks.</summary>
    [Theory]
    [InlineData(20_000, false, true)]
    [InlineData(3_000_000, false, true)]
    [InlineData(600_000, true, false)]
    public void A_line_of_more_cells_than_a_sheet_has_is_named(int commas, bool isQuoted, bool named)
    {
        var cells = new string(',', commas);
        var (_, issues) = Ledgers.ReadText("地块编号,备注\nA,1\nB," + (isQuoted ? $"\"{cells}\"" : cells) + "\n");
        Assert.Equal(named, issues.Any(issue => issue is { Code: "file.line-too-long", Line: 3 }));
    }

    private static string Long(string piece) => string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));

    /// <summary>Reads with cells of at most 1000 characters.</summary>
    private static ImportIssue Limited(string record)
    {
        var issues = new List<ImportIssue>();
        var text = "地块编号,备注\nA,1\n" + record + "\nC,1\n";
        using var file = CsvTable.Open(
            new MemoryStream(Encoding.UTF8.GetBytes(text)),
            "t.csv",
            issues,
            longestCell: 1000
        );
        Assert.Equal("A", Assert.Single(file!.Rows()).Cells[0]);
        return Assert.Single(file.Issues);
    }

    private static ParsedRow One(string text)
    {
        var (rows, issues) = Ledgers.ReadText(text);
        Assert.DoesNotContain(issues, issue => issue.Severity == Severity.Refuse);
        return Assert.Single(rows);
    }
}
