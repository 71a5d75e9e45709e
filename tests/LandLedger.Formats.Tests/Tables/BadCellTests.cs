using System.Text;
using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.Tables;

public sealed class BadCellTests
{
    private const string Header = "地块编号,面积（亩）,约定动工日期,是否动工,成交价款（万元）,容积率,供应状态\n";

    /// <summary>Each bad row with the title and code that has to be told.</summary>
    private static readonly (string Row, string Title, string Code)[] Bad =
    [
        ("B-1,202300亩,2021-01-01,是,1,1,已供", "面积（亩）", "number.implausible"),
        ("B-2,-5,2021-01-01,是,1,1,已供", "面积（亩）", "number.implausible"),
        ("B-3,abc,2021-01-01,是,1,1,已供", "面积（亩）", "number.invalid"),
        ("B-4,12,2023-13-45,是,1,1,已供", "约定动工日期", "date.invalid"),
        ("B-5,12,2023-02-30,是,1,1,已供", "约定动工日期", "date.invalid"),
        ("B-6,12,2023月,是,1,1,已供", "约定动工日期", "date.invalid"),
        ("B-7,12,44562,是,1,1,已供", "约定动工日期", "date.invalid"),
        ("B-8,12,2021-01-01,也许,1,1,已供", "是否动工", "flag.invalid"),
        ("B-9,12,2021-01-01,是,1e999,1,已供", "成交价款（万元）", "number.invalid"),
        ("B-10,12,2021-01-01,是,12公顷,1,已供", "成交价款（万元）", "unit.wrong"),
        ("B-11,12,2021-01-01,是,1,51,已供", "容积率", "number.implausible"),
        (",12,2021-01-01,是,1,1,已供", "地块编号", "plot.missing"),
        ("B-12,12,〃,是,1,1,已供", "约定动工日期", "cell.above"),
        ("B-13,12,2021-01-01,同上,1,1,已供", "是否动工", "cell.above"),
    ];

    [Fact]
    public void A_file_with_1000_good_and_14_bad_rows_lists_14_findings_by_line_title_value_and_code()
    {
        var text = new StringBuilder(Header);
        for (var i = 0; i < 1000; i++)
            text.Append("G-").Append(i).Append(",12.5,2021-01-01,否,100,1.2,已供应\n");
        foreach (var bad in Bad)
            text.Append(bad.Row).Append('\n');

        var (rows, issues) = Ledgers.ReadText(text.ToString());

        Assert.Equal(1000, rows.Count(row => !row.Refused));
        Assert.Equal(
            Bad.Select((bad, i) => (1002 + i, bad.Title, bad.Code)),
            issues.Select(issue => (issue.Line!.Value, issue.Title!, issue.Code))
        );
        Assert.All(issues, issue => Assert.Equal(Severity.Refuse, issue.Severity));
        Assert.All(issues, issue => Assert.NotNull(Texts.Chinese.Find("issue." + issue.Code)));
        Assert.Equal(["202300亩", "-5", "abc", "2023-13-45"], issues.Take(4).Select(issue => issue.Value));
    }

    /// <summary>Sorted or printed in part, a list would say of one firm's plot that it is that of another.</summary>
    [Theory]
    [InlineData("同上")]
    [InlineData(" 〃 ")]
    [InlineData("″")]
    [InlineData("Ditto")]
    public void A_text_that_points_to_the_row_above_is_refused(string text)
    {
        var (rows, issues) = Ledgers.ReadText($"地块编号,面积（亩）,使用权人\nA-1,30,甲公司\nA-2,30,{text}\n");
        Assert.Equal([false, true], rows.Select(row => row.Refused));
        Assert.Equal(
            ("cell.above", 3),
            issues
                .Where(issue => issue.Severity == Severity.Refuse)
                .Select(issue => (issue.Code, issue.Line!.Value))
                .Single()
        );
    }

    [Fact]
    public void The_same_file_twice_gives_the_same_answer()
    {
        var text = Header + string.Join('\n', Bad.Select(bad => bad.Row));
        Assert.Equal(Codes(), Codes());

        List<(int?, string)> Codes() => [.. Ledgers.ReadText(text).Issues.Select(issue => (issue.Line, issue.Code))];
    }

    [Theory]
    [InlineData("P-1,1,2,3\n", "row.long")]
    [InlineData("P-1\n", "row.short")]
    [InlineData("\"P-1,1\n", "row.quote")]
    [InlineData("3.31102E+18,1\n", "text.digits-lost")]
    [InlineData("P-1,#REF!\n", "cell.error")]
    public void A_broken_row_is_named(string row, string code) =>
        Assert.Contains(
            Ledgers.ReadText("地块编号,面积（亩）\n" + row).Issues,
            issue => issue.Code == code && issue.Line == 2
        );

    /// <summary>What was cut off in the middle of a copy must not become a smaller price, or half a name.</summary>
    [Theory]
    [InlineData("A-1,30,甲\nA-2,3", "row.cut")]
    [InlineData("A-1,30,甲\nA-2,30,\"乙", "row.cut")]
    [InlineData("A-1,30,\"甲\n甲\"\nA-2,30,\"乙\"\"", "row.cut")]
    [InlineData("A-1,30,甲\nA-2,30,\"乙\n", "row.quote")]
    [InlineData("A-1,30,甲\nA-2,3\n", "row.short")]
    [InlineData("A-1,30,甲\nA-2,30,乙", null)]
    [InlineData("A-1,30,甲\nA-2,30,5\" 管", null)]
    [InlineData("A-1,30,甲\nA-2,30,\"乙 \"\"丙\"\"\"", null)]
    public void A_text_that_ends_inside_a_row_is_named(string rows, string? code)
    {
        var issues = Ledgers.ReadText("地块编号,面积（亩）,使用权人\n" + rows).Issues;
        Assert.Equal(code is null ? [] : [code], issues.Select(issue => issue.Code));
        Assert.All(
            issues,
            issue => Assert.Equal(rows.Count(letter => letter == '\n') + (rows.EndsWith('\n') ? 1 : 2), issue.Line)
        );
    }

    [Fact]
    public void Letters_that_another_program_lost_are_named_and_not_taken_into_a_code()
    {
        var (rows, issues) = Ledgers.ReadText("地块编号,面积（亩）,使用权人\nA-1,30,高\uFFFDZ瑜\nA\uFFFD2,30,乙\n");
        Assert.Equal(
            [("text.letters-lost", Severity.Warn, 2), ("text.letters-lost", Severity.Refuse, 3)],
            issues
                .Where(issue => issue.Code != "plot.missing")
                .Select(issue => (issue.Code, issue.Severity, issue.Line!.Value))
        );
        Assert.Equal("高\uFFFDZ瑜", rows[0].Fact(PlotFields.Holder).Text);
        Assert.Equal([false, true], rows.Select(row => row.Refused));
    }

    [Theory]
    [InlineData("=A2&1,30,甲,2024-01-01", "地块编号", "=A2&1", Severity.Refuse)]
    [InlineData("A-1,=2*15,甲,2024-01-01", "面积（亩）", "=2*15", Severity.Refuse)]
    [InlineData("A-1,30,甲,=TODAY()", "约定动工日期", "=TODAY()", Severity.Refuse)]
    [InlineData("A-1,30,=1+1,2024-01-01", "使用权人", "=1+1", Severity.Warn)]
    public void A_formula_in_a_text_file_is_told_and_no_fact_but_a_text(
        string row,
        string title,
        string formula,
        Severity severity
    )
    {
        var (rows, issues) = Ledgers.ReadText("地块编号,面积（亩）,使用权人,约定动工日期\n" + row);
        var issue = Assert.Single(issues, issue => issue.Code.StartsWith("cell.formula", StringComparison.Ordinal));
        Assert.Equal((severity, title, formula, 2), (issue.Severity, issue.Title, issue.Value, issue.Line));
        Assert.Contains("选择性粘贴为数值", issue.Fix(Texts.Chinese), StringComparison.Ordinal);
        Assert.Equal(severity == Severity.Refuse, rows[0].Refused);
        Assert.Equal(severity == Severity.Refuse ? "甲" : "=1+1", rows[0].Fact(PlotFields.Holder).Text);
    }

    [Theory]
    [InlineData("name,colour\nA,red\n", "layout.unknown")]
    [InlineData("<html><table><tr><td>地块编号</td></tr></table></html>", "file.format")]
    [InlineData("\n\n", "file.no-table")]
    public void A_file_that_is_no_ledger_is_refused_with_a_reason(string text, string code)
    {
        var (rows, issues) = Ledgers.ReadText(text);
        Assert.Empty(rows);
        Assert.Equal(code, Assert.Single(issues).Code);
    }

    [Fact]
    public void A_total_that_its_rows_do_not_add_up_to_is_warned_of_with_both_figures()
    {
        var (rows, issues) = Ledgers.ReadText("地块编号,面积（亩）\nA,10\nB,20.5\n合计,32\n");
        Assert.Equal(2, rows.Count);
        var total = Assert.Single(issues, issue => issue.Code == "table.total");
        Assert.Equal(("32", "30.5"), (total.Arguments["stated"], total.Arguments["sum"]));
    }

    [Theory]
    [InlineData("地块编号,企业名称,年度,税收（万元）,工业增加值（万元）\nA,甲,2025,-5,-3\n", 4, "-5")]
    [InlineData("地块编号,2024年税收（万元）,2025年税收（万元）\nA,7,-2\n", 3, "-2")]
    public void A_tax_below_zero_is_kept_and_told_at_its_cell(string table, int column, string value)
    {
        var (rows, issues) = Ledgers.ReadText(table);
        var issue = Assert.Single(issues, issue => issue.Code == "number.negative");
        Assert.Equal((Severity.Warn, 2, column, value), (issue.Severity, issue.Line, issue.Column, issue.Value));
        Assert.False(rows[0].Refused);
    }

    [Theory]
    [InlineData("产值（万元）")]
    [InlineData("主营业务收入（万元）")]
    public void Output_and_revenue_below_zero_are_refused(string title)
    {
        var (rows, issues) = Ledgers.ReadText($"地块编号,企业名称,年度,{title}\nA,甲,2025,-5\n");
        Assert.True(rows[0].Refused);
        Assert.Equal("number.implausible", Assert.Single(issues, issue => issue.Severity == Severity.Refuse).Code);
    }

    [Theory]
    [InlineData("约定动工日期", "2124-01-05", "“约定动工日期”列的“2124-01-05”超出年份范围（1949 至 2100 年）")]
    [InlineData("约定动工日期", "2023-13-45", "“约定动工日期”列的“2023-13-45”不是有效日期")]
    [InlineData("面积（亩）", "0", "“面积（亩）”列的“0”不合常理（应大于0亩、不超过100,000亩）")]
    [InlineData("约定容积率下限", "51", "“约定容积率下限”列的“51”不合常理（应在0至50之间）")]
    public void What_is_out_of_range_is_told_with_its_range(string title, string value, string said)
    {
        var (_, issues) = Ledgers.ReadText($"地块编号,{title}\nA,{value}\n");
        Assert.Equal(said, Assert.Single(issues).Sentence(Texts.Chinese));
    }

    [Theory]
    [InlineData("", "文件未说明坐标系，图形未导入")]
    [InlineData("带号=", "文件未说明坐标系（写有“带号=”），图形未导入")]
    public void Brackets_stand_only_about_what_a_file_says(string said, string sentence) =>
        Assert.Equal(
            sentence,
            new ImportIssue
            {
                Code = "crs.unknown",
                Severity = Severity.Refuse,
                File = "a.txt",
                Arguments = new Dictionary<string, string> { ["said"] = said },
            }.Sentence(Texts.Chinese)
        );
}
