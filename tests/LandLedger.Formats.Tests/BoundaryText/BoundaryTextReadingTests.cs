using System.Text;
using LandLedger.Formats.Text;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.BoundaryText;

public class BoundaryTextReadingTests
{
    [Fact]
    public void A_plot_comes_in_with_x_as_easting_and_y_as_northing()
    {
        var (rows, issues, crs) = Sheet.Read(Sheet.Whole);
        Assert.Empty(issues);
        var row = Assert.Single(rows);
        Assert.Equal(13, row.Line);
        Assert.Equal("EPSG:4528", crs.Code);
        Assert.Equal("Polygon", row.Shape!.Kind);
        Assert.Equal(
            [40520000, 3353100, 40520200, 3353100, 40520200, 3353000, 40520000, 3353000, 40520000, 3353100],
            row.Shape.Parts[0][0]
        );
        Assert.Equal([14], row.Shape.Lines!);
        Assert.Equal("1", Sheet.Cell(row, "地块编号"));
        Assert.Equal("城东地块", Sheet.Cell(row, "地块名称"));
        Assert.Equal("2.0", Sheet.Cell(row, "测绘面积(ha)"));
        Assert.Equal("面", Sheet.Cell(row, "记录图形属性"));
        Assert.Null(Sheet.Cell(row, "图幅号"));
        Assert.Equal("工业用地", Sheet.Cell(row, "地块用途"));
        Assert.Equal("0601", Sheet.Cell(row, "地类编码"));
    }

    [Fact]
    public void Millimetres_of_a_surveyed_point_are_kept()
    {
        var row = Sheet.Clean(
            Sheet.With(
                """
                J01,1,3353189.181,40520986.477
                J02,1,3353189.181,40521086.477
                J03,1,3353089.181,40521086.477
                J01,1,3353189.181,40520986.477
                """,
                "4,0.5,1,彭埠单元B/R-14地块,面,,,,@\n"
            )
        );
        Assert.Equal(40520986.477, row.Shape!.Parts[0][0][0]);
        Assert.Equal(3353189.181, row.Shape.Parts[0][0][1]);
    }

    [Fact]
    public void Every_encoding_gives_the_same_plots()
    {
        var text = Sheet.Whole.Replace("城东", "㙍村", StringComparison.Ordinal);
        var expected = Sheet.Clean(text);
        Encoding[] encodings =
        [
            new UTF8Encoding(false),
            new UTF8Encoding(true),
            TextEncoding.Gb18030,
            Encoding.Unicode,
            Encoding.BigEndianUnicode,
        ];
        foreach (var encoding in encodings)
        {
            var row = Assert.Single(Sheet.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]).Rows);
            Assert.Equal(expected.Cells, row.Cells);
            Assert.Equal(expected.Shape!.Parts[0][0], row.Shape!.Parts[0][0]);
        }
        var gbk = Assert.Single(Sheet.Read(TextEncoding.Gbk.GetBytes(Sheet.Whole)).Rows);
        Assert.Equal("城东地块", gbk.Cells[3]);
    }

    [Fact]
    public void A_mark_of_gb18030_is_not_taken_for_text()
    {
        var bytes = TextEncoding.Gb18030.GetBytes("\uFEFF" + Sheet.Whole);
        Assert.Equal([0x84, 0x31, 0x95, 0x33], bytes[..4]);
        var (rows, issues, _) = Sheet.Read(bytes);
        Assert.Single(rows);
        Assert.Empty(issues);
    }

    [Theory]
    [InlineData("5,2.0063,LD-002,LD-002", "4")]
    [InlineData("5,2.0063,LD-002", "3")]
    public void A_plot_line_that_was_cut_off_is_told_as_that_of_its_plot(string cut, string fields)
    {
        var (rows, issues, _) = Sheet.Read(Sheet.Whole.TrimEnd('\n') + "\n" + cut);
        Assert.Single(rows);
        var issue = Assert.Single(issues);
        Assert.Equal(("plot.fields", "LD-002", fields), (issue.Code, issue.Plot, issue.Arguments["count"]));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Any_line_end_gives_the_same_lines(string end)
    {
        var row = Sheet.Clean(Sheet.Whole.Replace("\n", end, StringComparison.Ordinal));
        Assert.Equal(13, row.Line);
        Assert.Equal([14], row.Shape!.Lines!);
    }

    [Fact]
    public void Full_width_brackets_digits_and_equals_signs_are_read()
    {
        var row = Sheet.Clean(
            Sheet
                .Whole.Replace("[属性描述]", "【属性描述】", StringComparison.Ordinal)
                .Replace("[地块坐标]", "［地块坐标］", StringComparison.Ordinal)
                .Replace("带号=40", "带号＝４０", StringComparison.Ordinal)
                .Replace("=1.01版本", "＝1．01版本", StringComparison.Ordinal)
                .Replace("J2,1,", "Ｊ２,１,", StringComparison.Ordinal)
                .Replace("城东地块", "城东（一期）地块", StringComparison.Ordinal)
        );
        Assert.Equal("城东（一期）地块", Sheet.Cell(row, "地块名称"));
    }

    [Fact]
    public void The_key_of_the_zone_width_may_be_short()
    {
        var text = Sheet.Whole.Replace("几度分带=3", "分带=3度带", StringComparison.Ordinal);
        Assert.Empty(Sheet.Read(text).Issues);
        Assert.Equal("EPSG:4528", Sheet.Read(text).Crs.Code);
    }

    [Theory]
    [InlineData(40520150.001, 1)]
    [InlineData(40520300, 2)]
    public void A_ring_that_crosses_another_lies_in_it_where_most_of_its_corners_do(double east, int parts)
    {
        var ring = FormattableString.Invariant(
            $"""
            K1,2,3353080.000,40520150.000
            K2,2,3353080.000,{east + 50}
            K3,2,3353020.000,{east + 50}
            K4,2,3353020.000,{east - 20}
            K5,2,3353020.000,40520150.000
            K1,2,3353080.000,40520150.000

            """
        );
        var (rows, _, _) = Sheet.Read(Sheet.With(Sheet.Points + ring, "11,2.0,1,甲,面,,,,@\n"));
        Assert.Equal(parts, Assert.Single(rows).Shape!.Parts.Count);
    }

    [Fact]
    public void A_hole_is_a_hole_and_a_part_is_a_part_whatever_the_ring_numbers_say()
    {
        // Ring 2 lies in ring 1; ring 3 lies 1 km to the east of it. Point numbers go on over the rings.
        const string more = """
            J5,2,3353080.000,40520020.000
            J6,2,3353080.000,40520060.000
            J7,2,3353040.000,40520060.000
            J5,2,3353080.000,40520020.000
            J8,3,3353100.000,40521000.000
            J9,3,3353100.000,40521100.000
            J10,3,3353000.000,40521100.000
            J8,3,3353100.000,40521000.000
            """;
        var (rows, issues, _) = Sheet.Read(Sheet.With(Sheet.Points + more, "13,2.42,1,甲,面,,,,@\n"));
        var shape = Assert.Single(rows).Shape!;
        Assert.Equal("MultiPolygon", shape.Kind);
        Assert.Equal([2, 1], shape.Parts.Select(part => part.Count));
        Assert.Equal([14, 19, 23], shape.Lines!);
        var issue = Assert.Single(issues);
        Assert.Equal(("ring.hole-outside", Severity.Warn, 23), (issue.Code, issue.Severity, issue.Line));
        Assert.Equal(
            "圈号 3 应为内圈，但它在第一圈之外（自第 23 行起）：没有扣除，已按同一地块的另一片计入",
            issue.Sentence(Texts.Chinese)
        );
    }

    [Fact]
    public void A_closing_point_may_bear_the_first_number_of_the_plot()
    {
        const string hole = """
            J5,2,3353080.000,40520020.000
            J6,2,3353080.000,40520060.000
            J7,2,3353040.000,40520060.000
            J1,2,3353080.000,40520020.000
            """;
        var row = Sheet.Clean(Sheet.With(Sheet.Points + hole, "9,1.92,1,甲,面,,,,@\n"));
        Assert.Equal(2, row.Shape!.Parts[0].Count);
    }

    [Fact]
    public void Parts_with_one_ring_number_and_numbers_that_begin_again_are_two_rings()
    {
        const string second = """
            1,1,3353100.000,40521000.000
            2,1,3353100.000,40521100.000
            3,1,3353000.000,40521100.000
            1,1,3353100.000,40521000.000
            """;
        var text = Sheet.With(Sheet.Points.Replace("J", "", StringComparison.Ordinal) + second, "9,2.5,1,甲,面,,,,@\n");
        Assert.Equal(2, Assert.Single(Sheet.Read(text).Rows).Shape!.Parts.Count);
        Assert.Equal(("ring.part", Severity.Note), (Sheet.Issue(text).Code, Sheet.Issue(text).Severity));
    }

    /// <summary>Two triangles of 100 by 100 m to either side, so that the signed area is zero; the edges cross in the middle.</summary>
    [Fact]
    public void A_bow_tie_is_a_ring_that_crosses_itself_and_not_one_without_area()
    {
        var row = Sheet.Clean(
            Sheet.With(
                "J1,1,3353100,40520000\nJ2,1,3353000,40520200\nJ3,1,3353100,40520200\nJ4,1,3353000,40520000\nJ1,1,3353100,40520000\n"
            )
        );
        var issues = new List<ImportIssue>();
        var boundary = BoundaryBuilder.Build(row.Shape!, CrsTable.Find("EPSG:4528")!, new("a.txt", 13, "1"), issues);
        var issue = Assert.Single(issues);
        Assert.Equal(("shape.repaired", Severity.Warn), (issue.Code, issue.Severity));
        Assert.Equal(
            "界址图形有误（边线自相交，位于X（北）3353050、Y（东）40520100），已修复，修复后面积 15.0000 亩（EPSG:4528）",
            issue.Sentence(Texts.Chinese)
        );
        Assert.Equal(10_000m, boundary!.Area.Plane.SquareMetres);
    }

    [Fact]
    public void A_ring_left_open_is_closed_with_a_note()
    {
        var open = Sheet.Points[..Sheet.Points.LastIndexOf("J1", StringComparison.Ordinal)];
        var text = Sheet.With(open, "4,2.0,1,甲,面,,,,@\n");
        Assert.Equal(("ring.closed", 14), (Sheet.Issue(text).Code, Sheet.Issue(text).Line));
        var ring = Sheet.Read(text).Rows[0].Shape!.Parts[0][0];
        Assert.Equal(10, ring.Length);
        Assert.Equal((ring[0], ring[1]), (ring[8], ring[9]));
    }

    [Theory]
    [InlineData("5,2.0,1,甲,面,,,,@")]
    [InlineData("4,2.0,1,甲,面,,,,@")]
    [InlineData("5,2.0,1,甲,面,,,,＠")]
    [InlineData("5,2.0,1,甲,面,,,,@,耕地,水田,7,6,备用")]
    [InlineData("5,2.0,1,甲,面,,,0601@")]
    public void The_count_may_have_the_closing_point_or_not_and_the_mark_may_stand_anywhere(string plot)
    {
        Assert.Equal("甲", Sheet.Cell(Sheet.Clean(Sheet.With(Sheet.Points, plot + "\n")), "地块名称"));
    }

    [Fact]
    public void Long_forms_fill_their_own_columns()
    {
        var row = Sheet.Clean(Sheet.With(Sheet.Points, "5,2.0,1,甲,面,H50,工业用地,0601,耕地,水田,7,6,备用,@\n"));
        Assert.Equal("耕地", Sheet.Cell(row, "图斑类型"));
        Assert.Equal("7", Sheet.Cell(row, "改造前质量等别"));
        Assert.Equal("备用", Sheet.Cell(row, "备注"));
        var twelve = Sheet.Clean(Sheet.With(Sheet.Points, "5,2.0,1,甲,面,H50,工业用地,0601,耕地,水田,7,@\n"));
        Assert.Equal("7", Sheet.Cell(twelve, "改造前质量等别"));
        Assert.Null(Sheet.Cell(twelve, "备注"));
    }

    [Fact]
    public void A_side_of_the_ground_is_no_land_class()
    {
        var row = Sheet.Clean(Sheet.With(Sheet.Points, "5,2.0,1,甲,面,,工业用地,地下,@\n"));
        Assert.Null(Sheet.Cell(row, "地类编码"));
        Assert.Equal("地下", Sheet.Cell(row, "地上地下"));
    }

    [Theory]
    [InlineData("5.7089公顷", "5.7089")]
    [InlineData("57089平方米", "5.7089")]
    [InlineData("57089.5009㎡", "5.70895009")]
    [InlineData("85.6342亩", "85.6342亩")]
    [InlineData("5.7O89", "5.7O89")]
    public void A_unit_behind_the_area_holds(string written, string cell)
    {
        var row = Sheet.Clean(Sheet.With(Sheet.Points, $"5,{written},1,甲,面,,,,@\n"));
        Assert.Equal(cell, Sheet.Cell(row, "测绘面积(ha)"));
    }

    [Fact]
    public void An_area_unit_of_the_header_holds()
    {
        var text = Sheet.Whole.Replace("精度=", "面积单位=平方米\n精度=", StringComparison.Ordinal);
        Assert.Equal(
            "2",
            Sheet.Cell(Sheet.Clean(text.Replace(",2.0,", ",20000,", StringComparison.Ordinal)), "测绘面积(ha)")
        );
    }

    [Fact]
    public void Several_plots_sections_and_extensions_come_in_one_after_another()
    {
        var north = Sheet.Points.Replace("3353", "3354", StringComparison.Ordinal);
        var text =
            "[扩展属性]\n项目=甲\n"
            + Sheet.Whole
            + "5,2.0,2,乙,面,,,,@\n"
            + north
            + Sheet.Header
            + "[地块坐标]\n5,2.0,3,丙,面,,,,@\n"
            + north.Replace("3354", "3355", StringComparison.Ordinal);
        var (rows, issues, _) = Sheet.Read(text);
        Assert.Equal(["1", "2", "3"], rows.Select(row => row.Cells[2]!));
        Assert.Equal("section.ignored", Assert.Single(issues).Code);
    }
}
