using LandLedger.Import;

namespace LandLedger.Formats.Tests.BoundaryText;

public class BoundaryTextCrsTests
{
    private static string Header(string key, string value)
    {
        var start = Sheet.Whole.IndexOf(key + "=", StringComparison.Ordinal);
        var end = Sheet.Whole.IndexOf('\n', start);
        return Sheet.Whole[..start] + key + "=" + value + Sheet.Whole[end..];
    }

    [Fact]
    public void Eastings_without_zone_go_by_the_central_meridian_of_the_header()
    {
        var text = Sheet.Whole.Replace(",40520", ",520", StringComparison.Ordinal);
        Sheet.Clean(text);
        Assert.Equal("EPSG:4549", Sheet.Read(text).Crs.Code);
    }

    [Theory]
    [InlineData(",20520", "EPSG:4498")]
    [InlineData(",520", "EPSG:4509")]
    public void Six_degree_zones_are_told_too(string easting, string code)
    {
        var text = Header("几度分带", "6")
            .Replace("带号=40", "带号=20", StringComparison.Ordinal)
            .Replace(",40520", easting, StringComparison.Ordinal);
        Sheet.Clean(text);
        Assert.Equal(code, Sheet.Read(text).Crs.Code);
    }

    [Fact]
    public void The_easting_tells_the_zone_where_the_header_does_not()
    {
        Assert.Equal("EPSG:4528", Sheet.Read(Header("带号", "")).Crs.Code);
    }

    [Fact]
    public void Nothing_tells_the_zone_of_short_eastings_without_header_zone()
    {
        var text = Header("带号", "").Replace(",40520", ",520", StringComparison.Ordinal);
        var issue = Sheet.Issue(text);
        Assert.Equal(("crs.zone-missing", Severity.Refuse, 9), (issue.Code, issue.Severity, issue.Line));
        Assert.Contains("120°（第 40 带）为 EPSG:4549", issue.Fix(Texts.Chinese), StringComparison.Ordinal);

        // Both ways out that are offered work.
        var (rows, issues, _) = Sheet.Read(text, "EPSG:4549");
        Assert.Single(rows);
        Assert.Empty(issues);
        Sheet.Clean(text.Replace("带号=", "带号=40", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "EPSG:4528",
        ",520",
        "crs.asked-prefix",
        "EPSG:4549",
        "东坐标 520000 未加带号，指定的 EPSG:4528 应加带号"
    )]
    [InlineData(
        "EPSG:4527",
        ",40520",
        "crs.asked-zone",
        "EPSG:4528",
        "东坐标 40520000 属 40 带，不在指定的 EPSG:4527 内"
    )]
    [InlineData(
        "EPSG:4549",
        ",40520",
        "crs.asked-zone",
        "EPSG:4528",
        "东坐标 40520000 属 40 带，不在指定的 EPSG:4549 内"
    )]
    [InlineData(
        "EPSG:4498",
        ",520",
        "crs.asked-prefix",
        "EPSG:4509",
        "东坐标 520000 未加带号，指定的 EPSG:4498 应加带号"
    )]
    public void A_stated_system_that_the_eastings_deny_is_named_with_the_one_that_fits(
        string stated,
        string easting,
        string code,
        string proposed,
        string told
    )
    {
        var issue = Sheet.Issue(Sheet.Whole.Replace(",40520", easting, StringComparison.Ordinal), stated);
        Assert.Equal((code, proposed), (issue.Code, issue.Arguments["proposed"]));
        Assert.Equal(told, issue.Sentence(Texts.Chinese));
        Assert.Contains(proposed, issue.Fix(Texts.Chinese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CGCS2000_3_Degree_GK_CM_120E", ",520", "3", "EPSG:4549")]
    [InlineData("CGCS2000_3_Degree_GK_CM_120E", ",40520", "3", "EPSG:4528")]
    [InlineData("CGCS2000 / 3-degree Gauss-Kruger zone 40", ",40520", "", "EPSG:4528")]
    [InlineData("CGCS2000_GK_CM_117E", ",520", "6", "EPSG:4509")]
    [InlineData("CGCS2000_GK_Zone_20", ",20520", "6", "EPSG:4498")]
    public void A_system_that_is_named_in_full_tells_its_zone(string name, string easting, string width, string code)
    {
        var text = Header("坐标系", name)
            .Replace("带号=40", "带号=", StringComparison.Ordinal)
            .Replace("几度分带=3", "几度分带=" + width, StringComparison.Ordinal)
            .Replace(",40520", easting, StringComparison.Ordinal);
        var (rows, issues, crs) = Sheet.Read(text);
        Assert.Equal((code, 1), (crs.Code, rows.Count));
        Assert.DoesNotContain(issues, issue => issue.Severity == Severity.Refuse);
    }

    [Fact]
    public void A_zone_other_than_that_of_the_named_system_is_refused_with_both()
    {
        var issue = Sheet.Issue(Header("坐标系", "CGCS2000_3_Degree_GK_CM_117E"));
        Assert.Equal(("crs.name-differs", 9, "40"), (issue.Code, issue.Line, issue.Value));
        Assert.Equal("带号为 40，而坐标系“CGCS2000_3_Degree_GK_CM_117E”属 39 带", issue.Sentence(Texts.Chinese));
    }

    [Theory]
    [InlineData("杭州2000坐标系")]
    [InlineData("WGS84")]
    public void A_system_that_is_stated_and_not_national_is_refused_by_name(string datum)
    {
        var issue = Sheet.Issue(Header("坐标系", datum));
        Assert.Equal(("crs.header", 5, datum), (issue.Code, issue.Line, issue.Value));
        Assert.Contains($"声明的坐标系“{datum}”不能识别", issue.Sentence(Texts.Chinese), StringComparison.Ordinal);
        Assert.Single(Sheet.Read(Header("坐标系", datum), "EPSG:4528").Rows);
    }

    [Fact]
    public void A_system_that_is_not_stated_has_no_code() => Assert.Null(Sheet.Read(Header("坐标系", "")).Crs.Code);

    [Theory]
    [InlineData("坐标系", "1980西安坐标系", "crs.legacy-datum", 5)]
    [InlineData("带号", "22", "crs.zone-width", 9)]
    [InlineData("计量单位", "毫米", "header.unit", 8)]
    [InlineData("投影类型", "UTM", "header.projection", 7)]
    [InlineData("数据产生日期", "2023-13-45", "header.date", 4)]
    [InlineData("计量单位", "", "header.empty", 8)]
    public void What_is_wrong_in_a_header_is_told_at_its_line(string key, string value, string code, int line)
    {
        var issue = Sheet.Issue(Header(key, value));
        Assert.Equal((code, line), (issue.Code, issue.Line));
    }

    [Theory]
    [InlineData("2025-3-9")]
    [InlineData("2025年3月9日")]
    [InlineData("20250309")]
    [InlineData("2025.03")]
    [InlineData("二〇二五年三月九日")]
    public void Days_of_a_header_are_written_in_many_ways(string day) => Sheet.Clean(Header("数据产生日期", day));

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("20231345")]
    [InlineData("去年")]
    public void A_header_day_that_is_none_is_told_by_its_value(string day)
    {
        var issue = Sheet.Issue(Header("数据产生日期", day));
        Assert.Equal(("header.date", Severity.Warn, day), (issue.Code, issue.Severity, issue.Value));
    }

    [Theory]
    [InlineData("1980西安坐标系")]
    [InlineData("80国家大地坐标系")]
    [InlineData("1954年北京坐标系")]
    public void Old_datums_are_refused(string datum)
    {
        var issue = Sheet.Issue(Header("坐标系", datum));
        Assert.Equal(("crs.legacy-datum", datum), (issue.Code, issue.Value));
        Assert.Equal("crs.legacy-datum", Sheet.Issue(Header("坐标系", datum), "EPSG:4528").Code);
    }

    [Fact]
    public void A_plot_in_another_zone_than_the_header_says_is_refused_with_both()
    {
        var issue = Sheet.Issue(Sheet.Whole.Replace(",40520", ",39520", StringComparison.Ordinal));
        Assert.Equal(("crs.zone-mismatch", 14, "1"), (issue.Code, issue.Line, issue.Plot));
        Assert.Equal(
            ("40", "39", "5"),
            (issue.Arguments["declared"], issue.Arguments["found"], issue.Arguments["count"])
        );
        Assert.Equal("东坐标 39520000 属 39 带，文件声明为 40 带", issue.Sentence(Texts.Chinese));
    }

    [Theory]
    [InlineData("UTM")]
    [InlineData("墨卡托投影")]
    public void Another_projection_is_refused_by_name_unless_the_caller_states_the_system(string projection)
    {
        var issue = Sheet.Issue(Header("投影类型", projection));
        Assert.Equal(("header.projection", projection), (issue.Code, issue.Value));
        Assert.Contains($"投影类型为“{projection}”", issue.Sentence(Texts.Chinese), StringComparison.Ordinal);
        Assert.Single(Sheet.Read(Header("投影类型", projection), "EPSG:4528").Rows);
    }

    [Theory]
    [InlineData("EPSG:4548", "EPSG:4549")]
    [InlineData("EPSG:4549", "EPSG:4549")]
    public void The_zone_of_the_header_stays_known_beside_one_stated_by_the_caller(string stated, string declared)
    {
        var unwritten = Sheet.Whole.Replace(",40520", ",520", StringComparison.Ordinal);
        Assert.Equal(declared, Sheet.Read(unwritten, stated).Crs.Code);
    }

    [Fact]
    public void A_zone_stated_by_the_caller_holds_over_a_wrong_header()
    {
        var (rows, issues, _) = Sheet.Read(
            Sheet.Whole.Replace(",40520", ",39520", StringComparison.Ordinal),
            "EPSG:4527"
        );
        Assert.Single(rows);
        Assert.Empty(issues);
    }

    [Fact]
    public void Where_no_header_names_the_zone_plots_of_two_are_told_to_need_two_files()
    {
        var issue = Sheet.Issue(
            Header("带号", "").Replace("J3,1,3353000.000,40", "J3,1,3353000.000,41", StringComparison.Ordinal)
        );
        Assert.Equal(
            ("crs.zone-several", 16, "40", "41"),
            (issue.Code, issue.Line, issue.Arguments["declared"], issue.Arguments["found"])
        );
    }

    [Fact]
    public void One_point_in_another_zone_is_named_by_its_line()
    {
        var issue = Sheet.Issue(
            Sheet.Whole.Replace("J3,1,3353000.000,40", "J3,1,3353000.000,41", StringComparison.Ordinal)
        );
        Assert.Equal(("crs.zone-mismatch", 16), (issue.Code, issue.Line));
    }

    [Fact]
    public void One_easting_without_zone_among_others_with_it_is_named()
    {
        var issue = Sheet.Issue(
            Sheet.Whole.Replace("J3,1,3353000.000,40", "J3,1,3353000.000,", StringComparison.Ordinal)
        );
        Assert.Equal(("crs.zone-prefix", 16, "0"), (issue.Code, issue.Line, issue.Arguments["found"]));
    }

    [Theory]
    [InlineData("1.5", "1.5°")]
    [InlineData("3.5度分带", "3.5度分带°")]
    public void A_zone_width_of_broken_degrees_is_told_as_the_header_has_it(string width, string declared)
    {
        var issue = Sheet.Issue(Header("几度分带", width));
        Assert.Equal(("crs.zone-width", declared), (issue.Code, issue.Arguments["declared"]));
        Sheet.Clean(Header("几度分带", "3.0"));
    }

    [Fact]
    public void A_zone_number_that_is_not_of_the_zone_width_is_refused()
    {
        Assert.Equal("crs.zone-width", Sheet.Issue(Header("几度分带", "6")).Code);
        // Without 带号 the easting itself contradicts the width.
        var issue = Sheet.Issue(Header("带号", "").Replace("几度分带=3", "几度分带=6", StringComparison.Ordinal));
        Assert.Equal(
            ("crs.zone-mismatch", "6°", "40"),
            (issue.Code, issue.Arguments["declared"], issue.Arguments["found"])
        );
    }

    [Fact]
    public void Swapped_axes_of_a_plot_are_named_once_and_not_turned()
    {
        var text = Sheet.With(
            """
            J1,1,40520000.000,3353100.000
            J2,1,40520200.000,3353100.000
            J3,1,40520200.000,3353000.000
            J1,1,40520000.000,3353100.000
            """,
            "4,1.0,1,甲,面,,,,@\n"
        );
        var issue = Sheet.Issue(text);
        Assert.Equal(("coordinates.swapped", 14, "40520000,3353100"), (issue.Code, issue.Line, issue.Value));
        Assert.Equal(("4", "EPSG:4528"), (issue.Arguments["count"], issue.Arguments["crs"]));
    }

    [Fact]
    public void One_swapped_pair_is_named_by_its_line()
    {
        var issue = Sheet.Issue(
            Sheet.Whole.Replace("3353000.000,40520200.000", "40520200.000,3353000.000", StringComparison.Ordinal)
        );
        Assert.Equal(("coordinates.swapped", 16), (issue.Code, issue.Line));
    }

    [Fact]
    public void Degrees_are_out_of_range()
    {
        var issue = Sheet.Issue(
            Sheet.With(
                "J1,1,30.29,120.21\nJ2,1,30.29,120.22\nJ3,1,30.28,120.22\nJ1,1,30.29,120.21\n",
                "4,1.0,1,甲,面,,,,@\n"
            )
        );
        Assert.Equal(("coordinates.out-of-range", 14), (issue.Code, issue.Line));
    }

    [Fact]
    public void A_second_header_of_another_zone_keeps_its_plots_out()
    {
        var text = Sheet.Whole + Sheet.Whole.Replace("带号=40", "带号=39", StringComparison.Ordinal);
        var (rows, issues, _) = Sheet.Read(text);
        Assert.Single(rows);
        var issue = Assert.Single(issues);
        Assert.Equal(("crs.section-differs", Severity.Refuse, 19), (issue.Code, issue.Severity, issue.Line));
    }

    [Fact]
    public void A_unit_other_than_metres_is_refused()
    {
        Assert.Equal("header.unit", Sheet.Issue(Header("计量单位", "度")).Code);
    }
}
