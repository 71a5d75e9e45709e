using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Import.Columns;

namespace LandLedger.Formats.Tests.Tables;

/// <summary>Units that a table states above its header or in its titles.</summary>
public sealed class StatedUnitTests
{
    private const string ThreeUnits = "地块编号,面积（公顷）,面积（平方米）,面积（亩）,坐落\n";

    /// <summary>1 ha is 15 mu is 10000 m². Written to 0.01 ha (0.075 mu to either side) and 0.01 mu.</summary>
    [Theory]
    [InlineData("2,,30", "30")]
    [InlineData(",,45", "45")]
    [InlineData(",20000,", "30")]
    [InlineData("2.67,,40.02", "40.02")]
    [InlineData("2.67,,40.13", "40.13")]
    [InlineData("2.0000,20000,30", "30")]
    public void Of_columns_in_several_units_the_one_that_is_filled_counts(string areas, string mu)
    {
        var (rows, issues) = Ledgers.ReadText($"{ThreeUnits}A,{areas},东\n");
        Assert.Equal(
            decimal.Parse(mu, System.Globalization.CultureInfo.InvariantCulture),
            rows[0].Number(PlotFields.StatedMu)
        );
        Assert.DoesNotContain(issues, issue => issue.Severity != Severity.Note);
    }

    [Fact]
    public void Columns_in_several_units_that_differ_refuse_their_row_with_both()
    {
        var (rows, issues) = Ledgers.ReadText($"{ThreeUnits}A,2.67,,40.14,东\nB,3,,30,西\nC,3,,45,西\n");
        Assert.Equal([true, true, false], rows.Select(row => row.Refused));
        var refused = issues.Where(issue => issue.Severity == Severity.Refuse).ToList();
        Assert.Equal([(2, 4), (3, 4)], refused.Select(issue => (issue.Line!.Value, issue.Column!.Value)));
        Assert.Equal("“面积（亩）”列的“30”与“面积（公顷）”列的“3”换算后不相等", refused[1].Sentence(Texts.Chinese));
    }

    /// <summary>What another column states is no part of the sum of the first.</summary>
    [Fact]
    public void The_total_of_each_unit_is_held_against_its_own_column()
    {
        var (_, issues) = Ledgers.ReadText($"{ThreeUnits}A,2,,,东\nB,,,45,西\n合计,2,,45,\n");
        Assert.DoesNotContain(issues, issue => issue.Code == "table.total");
    }

    [Fact]
    public void Two_names_of_the_area_are_held_against_each_other_row_by_row()
    {
        var (rows, issues) = Ledgers.ReadText(
            "地块编号,宗地面积（亩）,用地面积（㎡）\nA,30,20000\nB,,20000\nC,30,26000\n"
        );
        Assert.Equal([30m, 30m], rows.Take(2).Select(row => row.Number(PlotFields.StatedMu)));
        Assert.Equal([false, false, true], rows.Select(row => row.Refused));
        var refused = Assert.Single(issues);
        Assert.Equal(("column.units-differ", "C", 3), (refused.Code, refused.Plot, refused.Column));
        Assert.Equal(
            "“用地面积（㎡）”列的“26000”与“宗地面积（亩）”列的“30”换算后不相等",
            refused.Sentence(Texts.Chinese)
        );
    }

    [Fact]
    public void Of_two_columns_in_one_unit_the_first_is_read_and_the_other_told()
    {
        var (rows, issues) = Ledgers.ReadText("地块编号,面积（亩）,面积（亩）\nA,30,45\n");
        Assert.Equal(30m, rows[0].Number(PlotFields.StatedMu));
        Assert.Contains(issues, issue => issue.Code == "column.twice");
    }

    [Theory]
    [InlineData("单位：公顷、万元")]
    [InlineData("单位:公顷,万元")]
    [InlineData("单 位：公顷  万元")]
    [InlineData("计量单位：公顷/万元")]
    [InlineData("（单位：公顷、万元）")]
    [InlineData("某县台账（单位：公顷、万元）")]
    [InlineData("单位：公顷、万元    填报日期：2026年6月30日")]
    [InlineData("金额单位：万元    面积单位：公顷    2026年6月")]
    [InlineData("面积单位：公顷；金额单位：万元")]
    [InlineData("填报单位：某局    单位：公顷、万元")]
    [InlineData("单位：公顷、万元；填报单位：某局")]
    [InlineData("单位：面积公顷，金额万元")]
    [InlineData("单位：公顷（面积）、万元（金额）")]
    [InlineData("单位：公顷、人民币万元")]
    [InlineData("面积以公顷为单位，金额以万元为单位")]
    [InlineData("面积以公顷计，金额以万元计")]
    [InlineData("面积：公顷  金额：万元")]
    [InlineData("（面积：公顷；成交价款：万元）")]
    [InlineData("面积：300亩    单位：公顷、万元")]
    [InlineData("Units: hectares, 10,000 yuan")]
    [InlineData("unit: ha / ten thousand yuan")]
    [InlineData("单位：\",\"公顷、万元")]
    public void Units_above_the_header_are_read(string heading)
    {
        var (rows, issues) = Read(heading);
        Assert.Equal((30m, 6_000_000m), (rows[0].Number(PlotFields.StatedMu), rows[0].Number(PlotFields.Price)));
        Assert.Empty(issues);
    }

    [Theory]
    [InlineData("单位：公顷、百元", "成交价款")]
    [InlineData("单位：公顷  百元", "成交价款")]
    [InlineData("计量单位：公亩", "面积、成交价款")]
    [InlineData("金额单位：见附表", "面积、成交价款")]
    [InlineData("单位：公顷、亩、万元", "面积")]
    [InlineData("面积单位：公顷    建筑面积单位：平方米    金额单位：万元", "面积")]
    [InlineData("单位：万元/亩", "面积、成交价款")]
    [InlineData("面积以公亩为单位", "面积、成交价款")]
    [InlineData("面积以公亩计", "面积、成交价款")]
    public void Units_that_cannot_be_read_refuse_the_table_with_the_text(string heading, string titles)
    {
        var (rows, issues) = Read(heading);
        Assert.Empty(rows);
        var issue = Assert.Single(issues);
        Assert.Equal(("unit.heading", Severity.Refuse), (issue.Code, issue.Severity));
        Assert.Equal($"表头上方的“{heading}”没有写清“{titles}”的单位", issue.Sentence(Texts.Chinese));
        Assert.Contains("单位：公顷、万元", issue.Fix(Texts.Chinese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("填报单位：昌吉市自然资源局")]
    [InlineData("填 报 单 位：某某有限责任")]
    [InlineData("单位：昌吉市自然资源局")]
    [InlineData("单位（盖章）：")]
    [InlineData("单位负责人：张三")]
    [InlineData("面积：300亩，金额：约500万元")]
    [InlineData("金额：见附表")]
    [InlineData("面积以合同计")]
    [InlineData("Reporting unit: Land Bureau")]
    public void An_office_is_no_unit(string heading)
    {
        var (rows, issues) = Read(heading);
        Assert.Equal((2m, 600m), (rows[0].Number(PlotFields.StatedMu), rows[0].Number(PlotFields.Price)));
        Assert.Equal(["unit.assumed", "unit.assumed"], issues.Select(issue => issue.Code));
    }

    [Fact]
    public void A_unit_that_cannot_be_read_is_no_matter_where_all_titles_state_theirs()
    {
        var (rows, issues) = Ledgers.ReadText("单位：公亩\n地块编号,面积（公顷）,成交价款（万元）\nA,2,600\n");
        Assert.Equal(30m, rows[0].Number(PlotFields.StatedMu));
        Assert.Empty(issues);
    }

    [Theory]
    [InlineData("成交价款（万元，人民币）")]
    [InlineData("成交价款（人民币、万元）")]
    [InlineData("成交价款（人民币万元）")]
    [InlineData("成交价款（万元）（人民币）")]
    [InlineData("Price (10,000 yuan)")]
    [InlineData("Grant price (ten thousand yuan)")]
    public void Units_in_titles_are_read_as_people_and_our_own_pages_write_them(string title)
    {
        var (rows, issues) = Ledgers.ReadText($"地块编号,\"{title}\"\nA,600\n");
        Assert.Equal(6_000_000m, rows[0].Number(PlotFields.Price));
        Assert.Empty(issues);
    }

    [Fact]
    public void Every_unit_is_known_by_the_name_that_the_field_page_prints()
    {
        foreach (var unit in FileUnit.All)
        {
            foreach (var texts in new[] { Texts.Chinese, Texts.English })
            {
                if (texts.Find("file-unit." + unit.Id) is { } name)
                    Assert.Equal(unit.Id, FileUnit.Named(name)?.Id);
            }
        }
    }

    [Theory]
    [InlineData("106.200000000000003", "106.2", false)]
    [InlineData("30.000000000000000", "30", false)]
    [InlineData("30.1234567890123456789", "30.1234567890123", true)]
    public void Digits_are_told_where_some_are_lost_and_not_where_a_format_added_them(
        string text,
        string kept,
        bool told
    )
    {
        var (rows, issues) = Ledgers.ReadText($"地块编号,面积（亩）\nA,{text}\n");
        Assert.Equal("plot=A stated_mu=" + kept, Ledgers.Told(rows[0]));
        Assert.Equal(told, issues.Exists(issue => issue.Code == "number.digits"));
    }

    [Fact]
    public void Lists_of_titles_have_the_commas_of_the_language()
    {
        var (_, issues) = Ledgers.ReadText("地块编号,甲乙,丙丁\nA,1,2\n");
        var unknown = Assert.Single(issues);
        Assert.EndsWith("甲乙、丙丁", unknown.Sentence(Texts.Chinese), StringComparison.Ordinal);
        Assert.EndsWith("甲乙, 丙丁", unknown.Sentence(Texts.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("注：面积单位为公顷，金额单位为元", "ha", "mu", "面积")]
    [InlineData("说明：面积以平方米计", "m2", "mu", "面积")]
    [InlineData("注：单位：亩、万元", "wan-yuan", "yuan", "成交价款")]
    public void A_unit_in_a_note_below_the_records_is_told_with_what_to_write(
        string note,
        string unit,
        string readAs,
        string title
    )
    {
        var (rows, issues) = Ledgers.ReadText($"地块编号,项目名称,面积,成交价款\nA,甲,2,600\n\"{note}\",,,\n");
        Assert.Equal((2m, 600m), (rows[0].Number(PlotFields.StatedMu), rows[0].Number(PlotFields.Price)));
        var issue = Assert.Single(issues, issue => issue.Code == "unit.note");
        Assert.Equal((Severity.Warn, 3, note), (issue.Severity, issue.Line, issue.Value));
        Assert.Equal(
            (unit, readAs, title),
            (issue.Arguments["unit"], issue.Arguments["asUnit"], issue.Arguments["titles"])
        );
        var name = Texts.Chinese["file-unit." + unit];
        Assert.Contains($"“{title}（{name}）”", issue.Fix(Texts.Chinese), StringComparison.Ordinal);
        Assert.Contains("--layout", issue.Fix(Texts.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("地块编号,面积（公顷）\nA,2\n注：面积单位为亩,\n")]
    [InlineData("地块编号,面积\nA,2\n注：面积单位为亩,\n")]
    [InlineData("地块编号,面积\nA,2\n注：金额以万元计,\n")]
    public void A_note_that_changes_nothing_is_no_warning(string table) =>
        Assert.DoesNotContain(Ledgers.ReadText(table).Issues, issue => issue.Code == "unit.note");

    private static (List<ParsedRow> Rows, List<ImportIssue> Issues) Read(string heading) =>
        Ledgers.ReadText($"某县台账\n\"{heading}\"\n地块编号,项目名称,面积,成交价款\nA,甲,2,600\n");
}
