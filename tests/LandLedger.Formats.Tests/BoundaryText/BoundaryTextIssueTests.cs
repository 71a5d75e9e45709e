using System.Text;
using LandLedger.Formats.BoundaryText;
using LandLedger.Formats.Text;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.BoundaryText;

public class BoundaryTextIssueTests
{
    private static string Line(int number, string text)
    {
        var lines = Sheet.Whole.Split('\n');
        lines[number - 1] = text;
        return string.Join('\n', lines);
    }

    [Theory]
    [InlineData("J3,1,335300O.000,40520200.000", "point.number", 3, "335300O.000")]
    [InlineData("J3,1,3353000.000,NaN", "point.number", 4, "NaN")]
    [InlineData("J3,1,3353000.000,1e999", "point.number", 4, "1e999")]
    [InlineData("J3,1,3353000.000,4.05E+07", "point.number", 4, "4.05E+07")]
    [InlineData("J3,1,3353000.000,", "point.number", 4, "")]
    [InlineData("J3,一,3353000.000,40520200.000", "point.ring", 2, "一")]
    [InlineData("J3,1,3353000.000", "point.fields", null, "J3,1,3353000.000")]
    [InlineData("J3,1,3353000.000,40520200.000,5", "point.fields", null, "J3,1,3353000.000,40520200.000,5")]
    [InlineData("J3，1，3353000.000，40520200.000", "text.chinese-comma", null, "J3，1，3353000.000，40520200.000")]
    public void A_bad_point_line_is_named_with_line_and_value(string line, string code, int? column, string value)
    {
        var issue = Sheet.Issue(Line(16, line));
        Assert.Equal((code, 16, column, value), (issue.Code, issue.Line, issue.Column, issue.Value));
        Assert.Equal(("a.txt", "1", Severity.Refuse), (issue.File, issue.Plot, issue.Severity));
    }

    [Theory]
    [InlineData("转换参数=1,2,3,4,5,6,7", "1,2,3,4,5,6,7")]
    [InlineData("转换参数=0,0,0,0,0,0,0.5", "0,0,0,0,0,0,0.5")]
    [InlineData("转换参数=七参数", "七参数")]
    public void A_datum_shift_in_the_header_is_named_and_not_applied(string line, string value)
    {
        var issue = Sheet.Issue(Line(11, line));
        Assert.Equal(("header.shift", 11, value), (issue.Code, issue.Line, issue.Value));
        Assert.Equal(Severity.Warn, issue.Severity);
        Assert.Contains("本软件不作转换", issue.Sentence(Texts.Chinese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("转换参数=")]
    [InlineData("转换参数=,,,,,,")]
    [InlineData("转换参数=0,0,0,0,0,0,0")]
    [InlineData("转换参数=0.000，0.000，0，0，0，0，0")]
    public void A_header_that_shifts_nothing_is_clean(string line) => Sheet.Clean(Line(11, line));

    [Theory]
    [InlineData("5，2.0，1，甲，面，，，，@", "text.chinese-comma")]
    [InlineData("5,2.0,1,甲,@", "plot.fields")]
    [InlineData("5,2.0,1,甲,乙,面,,,,@", "plot.shifted")]
    [InlineData("5,2.0,1,甲,线,,,,@", "plot.kind")]
    public void A_bad_plot_line_keeps_the_plot_out_and_not_its_neighbours(string line, string code)
    {
        var good = Sheet.Plot + Sheet.Points;
        var (rows, issues, _) = Sheet.Read(Line(13, line) + good);
        Assert.Equal((code, 13), (Assert.Single(issues).Code, issues[0].Line));
        Assert.Equal(19, Assert.Single(rows).Line);
    }

    [Theory]
    [InlineData("5,2.0,1,甲,面,,,,", "plot.no-mark")]
    [InlineData("5,2.0,1,甲,面,,,", "plot.no-mark")]
    [InlineData("5,2.0,1,甲@乙@,面,,,", "plot.no-mark")]
    [InlineData("5,2.0,1,甲,,,,,@", "plot.kind")]
    [InlineData("5, 2.0,1,甲,面,,,,@", "text.blanks")]
    [InlineData("555,2.0,1,甲,面,,,,@", "plot.count")]
    [InlineData("3,2.0,1,甲,面,,,,@", "plot.count")]
    [InlineData("五,2.0,1,甲,面,,,,@", "plot.count")]
    public void What_can_be_understood_is_taken_with_a_warning(string line, string code)
    {
        var issue = Sheet.Issue(Line(13, line));
        Assert.Equal((code, 13, Severity.Warn), (issue.Code, issue.Line, issue.Severity));
    }

    [Fact]
    public void A_wrong_count_comes_with_both_figures()
    {
        var issue = Sheet.Issue(Line(13, "41,2.0,1,甲,面,,,,@"));
        Assert.Equal(
            ("41", "5", "4"),
            (issue.Arguments["declared"], issue.Arguments["found"], issue.Arguments["distinct"])
        );
    }

    [Fact]
    public void A_comma_in_a_plot_name_in_full_width_is_part_of_the_name()
    {
        var row = Sheet.Clean(Line(13, "5,2.0,1,城东，一期,面,,,,@"));
        Assert.Equal("城东，一期", Sheet.Cell(row, "地块名称"));
    }

    [Fact]
    public void A_missing_key_is_worse_than_an_empty_one()
    {
        var missing = Sheet.Issue(Sheet.Whole.Replace("投影类型=高斯克吕格\n", "", StringComparison.Ordinal));
        Assert.Equal(
            ("header.missing", Severity.Warn, "投影类型"),
            (missing.Code, missing.Severity, missing.Arguments["key"])
        );
        var empty = Sheet.Issue(Sheet.Whole.Replace("投影类型=高斯克吕格", "投影类型=", StringComparison.Ordinal));
        Assert.Equal(("header.empty", Severity.Note), (empty.Code, empty.Severity));
    }

    [Fact]
    public void A_file_without_header_has_no_system_but_its_plots()
    {
        var (rows, issues, crs) = Sheet.Read("[地块坐标]\n" + Sheet.Plot + Sheet.Points);
        Assert.Single(rows);
        Assert.Null(crs.Code);
        Assert.Equal("header.no-section", Assert.Single(issues).Code);
    }

    [Fact]
    public void A_point_that_repeats_the_one_before_is_left_out_with_a_warning()
    {
        var issue = Sheet.Issue(Line(15, "J2,1,3353100.000,40520200.000\nJ2,1,3353100.000,40520200.000"));
        // Six lines now, the declared 5 is one of the accepted figures (six less the closing one).
        Assert.Equal(("point.repeated", 16, "1"), (issue.Code, issue.Line, issue.Arguments["count"]));
    }

    [Fact]
    public void A_closing_point_elsewhere_than_its_first_one_is_refused_with_both()
    {
        var issue = Sheet.Issue(Line(18, "J1,1,3353100.500,40520000.000"));
        Assert.Equal(("ring.closing-differs", 18), (issue.Code, issue.Line));
        Assert.Equal(("3353100,40520000", "3353100.5,40520000"), (issue.Arguments["first"], issue.Arguments["last"]));
    }

    [Fact]
    public void A_ring_of_two_points_is_refused()
    {
        var issue = Sheet.Issue(
            Sheet.With("J1,1,3353100,40520000\nJ2,1,3353100,40520200\nJ1,1,3353100,40520000\n", "3,2.0,1,甲,面,,,,@\n")
        );
        Assert.Equal(("shape.too-few-points", "2"), (issue.Code, issue.Value));
    }

    [Fact]
    public void A_ring_on_one_line_has_no_area()
    {
        var issue = Sheet.Issue(
            Sheet.With(
                "J1,1,3353100,40520000\nJ2,1,3353100,40520200\nJ3,1,3353100,40520100\nJ1,1,3353100,40520000\n",
                "4,2.0,1,甲,面,,,,@\n"
            )
        );
        Assert.Equal(("ring.no-area", 14), (issue.Code, issue.Line));
    }

    [Fact]
    public void A_plot_announced_without_points_is_refused_and_the_one_before_kept()
    {
        var (rows, issues, _) = Sheet.Read(Sheet.Whole + "5,2.0,2,乙,面,,,,@\n");
        Assert.Equal("1", Assert.Single(rows).Cells[2]);
        Assert.Equal(("plot.no-points", 19, "2"), (Assert.Single(issues).Code, issues[0].Line, issues[0].Plot));
    }

    [Fact]
    public void A_file_cut_inside_a_ring_gives_no_half_plot()
    {
        var cut = Line(13, "9,2.0,1,甲,面,,,,@");
        var (rows, issues, _) = Sheet.Read(cut[..cut.LastIndexOf("J1", StringComparison.Ordinal)]);
        Assert.Empty(rows);
        Assert.Contains(issues, issue => issue.Code == "plot.cut-short" && issue.Arguments["found"] == "4");
    }

    [Theory]
    [InlineData("", "file.empty")]
    [InlineData("\r\n \r\n", "file.empty")]
    [InlineData("1,2,3\n4,5,6\n", "boundary.no-section")]
    [InlineData("J1,1,3353100.000,40520000.000\n", "boundary.no-section")]
    public void A_file_without_sections_is_refused(string text, string code)
    {
        Assert.Equal(code, Sheet.Issue(text).Code);
    }

    [Fact]
    public void A_section_without_plots_is_refused()
    {
        Assert.Equal("boundary.no-plots", Sheet.Issue(Sheet.Header + "[地块坐标]\n").Code);
    }

    [Fact]
    public void A_point_before_any_plot_line_is_refused()
    {
        var (rows, issues, _) = Sheet.Read(Sheet.With("", "") + Sheet.Points + Sheet.Plot + Sheet.Points);
        Assert.Single(rows);
        Assert.Equal(("point.outside", 13), (Assert.Single(issues).Code, issues[0].Line));
    }

    [Fact]
    public void A_line_without_end_stops_the_reading()
    {
        var endless = new string('1', 200_000);
        Assert.Equal("file.line-too-long", Sheet.Issue(endless).Code);
        var (rows, issues, _) = Sheet.Read(Sheet.Whole + Sheet.Plot + Sheet.Points + endless);
        Assert.Single(rows);
        Assert.Equal(("file.line-too-long", 25), (Assert.Single(issues).Code, issues[0].Line));
    }

    [Fact]
    public void A_plot_line_with_a_part_too_many_is_told_with_the_prescribed_number()
    {
        var issue = Sheet.Issue(Sheet.With(Sheet.Points, "5,2.0,1,甲,面,H50G,工业用地,0601,地上,@\n"));
        Assert.Equal(
            "地块行“@”以外有 9 项，规定为 8 项：5,2.0,1,甲,面,H50G,工业用地,0601,地上,@",
            issue.Sentence(Texts.Chinese)
        );
    }

    [Fact]
    public void A_second_part_under_the_number_of_the_first_ring_is_told_by_its_line()
    {
        var second = Sheet.Points.Replace(",40520", ",40521", StringComparison.Ordinal);
        var issue = Sheet.Issue(Sheet.With(Sheet.Points + second, "10,4.0,1,甲,面,,,,@\n"));
        Assert.Equal(
            "另一圈（圈号 1，自第 19 行起）在第一圈之外，已作为同一地块的另一片",
            issue.Sentence(Texts.Chinese)
        );
    }

    [Fact]
    public void A_ring_beyond_the_limit_is_named()
    {
        var points = new StringBuilder();
        for (var i = 0; i <= 100_001; i++)
            points.Append("J1,1,").Append(3353000 + i % 7).Append(',').Append(40400000 + i).Append('\n');
        var issue = Sheet.Issue(Sheet.With(points.ToString(), "100002,2.0,1,甲,面,,,,@\n"));
        Assert.Equal(("shape.too-many-vertices", "100000"), (issue.Code, issue.Arguments["limit"]));
    }

    [Theory]
    [InlineData(Sheet.Whole, true)]
    [InlineData("【属性描述】\n", true)]
    [InlineData("说明\n\n" + Sheet.Plot, true)]
    [InlineData("地块编号,面积\n1,2\n", false)]
    [InlineData("1,1,3353100,520000\n", true)]
    [InlineData("序号,宗数,面积,价款\n1,1,3353100,520000\n", false)]
    [InlineData("", false)]
    public void A_boundary_text_is_told_from_a_table(string text, bool boundary)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Equal(boundary, BoundaryTextFile.Sniff(stream));
        Assert.Equal(0, stream.Position);
    }

    [Fact]
    public void A_boundary_text_is_told_in_gbk_and_utf16_too()
    {
        Assert.True(BoundaryTextFile.Sniff(new MemoryStream(TextEncoding.Gbk.GetBytes("[地块坐标]\n"))));
        byte[] wide = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("[地块坐标]\n")];
        Assert.True(BoundaryTextFile.Sniff(new MemoryStream(wide)));
    }

    [Fact]
    public void Every_issue_has_a_sentence_and_a_fix_in_both_languages()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "LandLedger.sln")))
            folder = Path.GetDirectoryName(folder)!;
        var codes = new HashSet<string>();
        foreach (var part in new[] { "BoundaryText", "Text" })
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "src", "LandLedger.Formats", part), "*.cs"))
        {
            foreach (var piece in File.ReadAllText(file).Split('"').Where((_, i) => i % 2 == 1))
            {
                if (
                    piece.Split('.') is [{ Length: > 3 } family, { Length: > 2 } rest]
                    && (family + rest).All(c => c is '-' or >= 'a' and <= 'z')
                )
                    codes.Add(piece);
            }
        }
        Assert.True(codes.Count > 30);
        foreach (var code in codes)
        foreach (var texts in new[] { Texts.Chinese, Texts.English })
        {
            Assert.NotNull(texts.Find("issue." + code));
            Assert.NotNull(texts.Find("issue." + code + ".fix"));
        }
    }
}
