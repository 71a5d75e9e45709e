using System.Text;
using LandLedger.Formats.GeoJson;
using LandLedger.Formats.Shapes;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.GeoJson;

public class GeoJsonFileTests
{
    private const string Square =
        "{\"type\":\"Polygon\",\"coordinates\":[[[120,30],[120.01,30],[120.01,30.01],[120,30]]]}";

    [Fact]
    public void Properties_of_any_feature_become_columns_and_values_stay_as_written()
    {
        using var file = Read(
            "{\"type\":\"FeatureCollection\",\"features\":[\n"
                + "{\"type\":\"Feature\",\"properties\":{\"地块编号\":\"A-1\",\"mu\":1.50,\"big\":12345678901234567890},\"geometry\":null},\n"
                + "{\"geometry\":"
                + Square
                + ",\"properties\":{\"mu\":null,\"list\":[1, {\"a\":2}],\"ok\":true},\"id\":7,\"type\":\"Feature\"}]}"
        );

        Assert.Equal(["地块编号", "mu", "big", "list", "ok", "id"], file.Columns.Select(c => c.Title));
        var rows = file.Rows().ToList();
        Assert.Equal<string?[]>(["A-1", "1.50", "12345678901234567890", null, null, null], rows[0].Cells);
        Assert.Equal<string?[]>([null, null, null, "[1, {\"a\":2}]", "true", "7"], rows[1].Cells);
        Assert.Equal([2, 3], rows.Select(r => r.Line));
        Assert.Null(rows[0].Shape);
        Assert.Equal([120, 30, 120.01, 30, 120.01, 30.01, 120, 30], rows[1].Shape!.Parts[0][0]);
        Assert.Equal("OGC:CRS84", file.Crs.Code);
        Assert.Empty(file.Issues);
    }

    [Theory]
    [InlineData("{0}\n{0}\n", 2)]
    [InlineData("\u001e{0}\n\u001e{0}\n\u001e{0}", 3)]
    [InlineData("\uFEFF{0}", 1)]
    [InlineData("{{\"features\":[{0},{0}],\"type\":\"FeatureCollection\"}}", 2)]
    [InlineData(
        "{{\"type\":\"FeatureCollection\",\"bbox\":[1,2,3,4],\"features\":[{0}],\"x\":{{\"features\":[1]}}}}",
        1
    )]
    public void Features_come_singly_in_lines_or_in_a_collection(string form, int count)
    {
        var feature = "{\"type\":\"Feature\",\"id\":\"a\",\"geometry\":" + Square + ",\"properties\":{\"id\":\"b\"}}";
        using var file = Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, feature));

        Assert.Equal(["id", "@id"], file.Columns.Select(c => c.Title));
        Assert.Equal(
            Enumerable.Repeat("b a Polygon", count),
            file.Rows().Select(r => $"{r.Cells[0]} {r.Cells[1]} {r.Shape!.Kind}")
        );
        Assert.Empty(file.Issues);
    }

    [Fact]
    public void A_bare_geometry_is_a_row_whatever_the_order_of_its_members()
    {
        using var file = Read(
            "{\"coordinates\":[[[[1,2,3],[4,5,6],[7,8,9]]],[[[0,0],[1,0],[1,1]]]],\"type\":\"MultiPolygon\"}"
        );

        var shape = Assert.Single(file.Rows()).Shape!;
        Assert.Equal("MultiPolygon", shape.Kind);
        Assert.Equal([1.0, 2, 4, 5, 7, 8], shape.Parts[0][0]);
        Assert.Equal(2, shape.Parts.Count);
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:EPSG::4528", "EPSG:4528", "crs.member")]
    [InlineData("EPSG:4490", "EPSG:4490", "crs.member")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4549", "EPSG:4549", "crs.member")]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", "OGC:CRS84", "crs.member")]
    [InlineData("本地坐标系", null, "crs.member-unknown")]
    public void The_legacy_member_crs_is_read_and_told(string name, string? code, string issue)
    {
        using var file = Read(
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null}],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\""
                + name
                + "\"}}}"
        );

        Assert.Equal(code, file.Crs.Code);
        Assert.Equal((issue, name), (Assert.Single(file.Issues).Code, file.Issues[0].Value));
    }

    [Theory]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[],\"landledger:shifted\":\"GCJ-02\"}", "a.geojson")]
    [InlineData("{\"type\":\"FeatureCollection\",\"name\":\"plots.gcj02\",\"features\":[]}", "a.geojson")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", "plots.gcj02.geojson")]
    public void A_shifted_file_of_our_own_is_refused(string text, string name)
    {
        using var file = Read(text, name);

        Assert.Equal(("crs.shifted", Severity.Refuse), (Assert.Single(file.Issues).Code, file.Issues[0].Severity));
        Assert.Empty(file.Rows());
    }

    // Byte 13 of line 3 is the stray x.
    [Fact]
    public void Malformed_text_is_named_by_line_and_byte_and_rows_before_it_come()
    {
        using var file = Read(
            "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"a\":1}},\n{\"type\":\"F\" x}]}"
        );

        Assert.Single(file.Rows());
        var issue = Assert.Single(file.Issues);
        Assert.Equal(("file.json", 3, "13"), (issue.Code, issue.Line!.Value, issue.Arguments["byte"]));
        Assert.Equal("2", issue.Arguments["feature"]);
    }

    [Theory]
    [InlineData("", "file.empty")]
    [InlineData(" \r\n ", "file.empty")]
    [InlineData("\uFEFF", "file.empty")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[", "file.json")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null}", "file.json")]
    [InlineData("{\"name\":\"package\",\"version\":1}", "file.json-not-geojson")]
    [InlineData("[1,2,3]", "file.json-not-geojson")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[7]}", "file.json-not-geojson")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[1,NaN],[2,2],[3,3]]]}", "file.json-not-a-number")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", "file.json-no-features")]
    [InlineData("[1,2", "file.json")]
    [InlineData("{\"a\":1", "file.json")]
    public void What_cannot_be_read_is_named(string text, string code)
    {
        using var file = Read(text);

        Assert.All(file.Rows(), row => Assert.Null(row.Shape));
        Assert.Equal(code, Assert.Single(file.Issues).Code);
        Assert.Null(RecordParser.Open(file));
        Assert.Equal(code, Assert.Single(file.Issues).Code);
    }

    [Fact]
    public void Features_without_properties_are_refused_for_want_of_plot_numbers()
    {
        using var file = Read("{\"type\":\"Feature\",\"geometry\":" + Square + "}");

        Assert.Null(RecordParser.Open(file));
        Assert.Equal("layout.no-titles", Assert.Single(file.Issues).Code);
    }

    [Theory]
    [InlineData("[[[1,1e999],[2,2],[3,3]]]", "shape.not-finite", "1e999", "1")]
    [InlineData("[[[1,2],[2,\"x\"],[3,3]]]", "shape.not-finite", "x", "2")]
    [InlineData("[[1,2],[2,2],[3,3]]", "shape.unreadable", "Polygon", "1")]
    [InlineData("[[[1,2],[1.5],[3,3]]]", "shape.unreadable", "[1.5]", "2")]
    [InlineData("[[[1,2],[],[3,3]]]", "shape.unreadable", "[]", "2")]
    [InlineData("[[[1,2],[[2,2]],[3,3]]]", "shape.unreadable", "[", "2")]
    public void A_broken_outline_is_told_once_with_its_plot_and_place(
        string coordinates,
        string code,
        string value,
        string position
    )
    {
        using var file = Read(
            "{\"type\":\"Feature\",\"properties\":{\"地块编号\":\"B-1\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                + coordinates
                + "}}"
        );
        var row = Assert.Single(RecordParser.Open(file)!.Rows());

        Assert.True(row.Refused);
        var issue = Assert.Single(row.Issues.Concat(file.Issues));
        Assert.Equal((code, "B-1", 1), (issue.Code, issue.Plot, issue.Line));
        Assert.Equal((value, position), (issue.Arguments["value"], issue.Arguments["position"]));
    }

    [Fact]
    public void An_outline_beyond_the_limit_is_told_once_with_its_plot_and_the_limit_that_all_files_have()
    {
        var points = string.Join(',', Enumerable.Range(0, ShapeLimits.Vertices + 1).Select(i => $"[{i},{i % 7}]"));
        using var file = Read(
            "{\"type\":\"Feature\",\"properties\":{\"地块编号\":\"B-1\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
                + points
                + "]]}}"
        );
        var row = Assert.Single(RecordParser.Open(file)!.Rows());

        var issue = Assert.Single(row.Issues.Concat(file.Issues));
        Assert.Equal(("shape.too-many-vertices", "B-1", "100000"), (issue.Code, issue.Plot, issue.Arguments["limit"]));
    }

    [Theory]
    [InlineData("gb18030", "GB18030|GBK|GB2312")]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("utf-16 unmarked", "UTF-16")]
    public void Another_encoding_is_read_and_named(string encoding, string names)
    {
        var text =
            "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"地块编号\":\"浦口-12号\",\"使用权人\":\"某某机械有限公司\",\"坐落\":\"兴国县经济开发区镕字路\"}}";
        var coding = encoding.StartsWith("utf-16", StringComparison.Ordinal)
            ? Encoding.Unicode
            : LandLedger.Formats.Text.TextEncoding.Gb18030;
        var mark = encoding == "utf-16 unmarked" ? [] : coding.Preamble;
        using var file = GeoJsonFile.Open(new MemoryStream([.. mark, .. coding.GetBytes(text)]), "a.geojson");

        Assert.Equal(["地块编号", "使用权人", "坐落"], file.Columns.Select(c => c.Title));
        Assert.Equal<string?[]>(
            ["浦口-12号", "某某机械有限公司", "兴国县经济开发区镕字路"],
            Assert.Single(file.Rows()).Cells
        );
        var issue = Assert.Single(file.Issues);
        Assert.Equal("file.json-not-utf8", issue.Code);
        Assert.Contains(issue.Arguments["encoding"], names.Split('|'));
    }

    [Fact]
    public void Features_that_span_the_reading_window_come_whole()
    {
        // 2,000 features of about 1.5 kB in one line, 3 MB: over ten windows of 256 kB.
        var long1 = new string('地', 400);
        var features = Enumerable
            .Range(0, 2_000)
            .Select(i =>
                $"{{\"type\":\"Feature\",\"properties\":{{\"n\":{i},\"t\":\"{long1}\"}},\"geometry\":{Square}}}"
            );
        using var file = Read("{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(',', features) + "]}");

        var rows = file.Rows().ToList();
        Assert.Equal(Enumerable.Range(0, 2_000).Select(i => $"{i}"), rows.Select(r => r.Cells[0]!));
        Assert.All(rows, row => Assert.Equal((long1, 1, 8), (row.Cells[1], row.Line, row.Shape!.Parts[0][0].Length)));
        Assert.Equal(1, file.Progress);
    }

    private static RawFile Read(string text, string name = "a.geojson") =>
        GeoJsonFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), name);
}
