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
        var (rows, _, crs) = Sheet.Read(Header("带号", "").Replace(",40520", ",520", StringComparison.Ordinal));
        Assert.Null(crs.Code);
        Assert.Contains("带号=", crs.Note, StringComparison.Ordinal);
        Assert.Single(rows);
    }

    [Theory]
    [InlineData("")]
    [InlineData("杭州2000坐标系")]
    [InlineData("WGS84")]
    public void A_system_that_is_not_named_or_not_national_has_no_code(string datum)
    {
        Assert.Null(Sheet.Read(Header("坐标系", datum)).Crs.Code);
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
