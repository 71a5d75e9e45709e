using System.Globalization;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.Twins;

public sealed class TwinTests(TwinFiles twins) : IClassFixture<TwinFiles>
{
    // A DBF holds ten bytes of a name: five Chinese characters in GBK; three and a third in UTF-8.
    [Theory]
    [InlineData("gbk.shp", "地块编号,统一社会信,面积,宗数,签订日期")]
    [InlineData("silent.shp", "地块编号,统一社会信,面积,宗数,签订日期")]
    [InlineData("utf8.shp", "地块编,统一社,面积,宗数,签订日")]
    [InlineData("plots.gpkg", "地块编号,统一社会信用代码,面积,宗数,签订日期")]
    [InlineData("plots.geojson", "地块编号,统一社会信用代码,面积,宗数,签订日期")]
    public void The_same_plots_in_every_format_read_the_same(string name, string titles)
    {
        using var file = twins.Open(name);

        Assert.Equal(titles, string.Join(',', file.Columns.Select(column => column.Title)));
        var rows = file.Rows().ToList();
        Assert.Equal(
            ["浦-01|某某机械有限公司|12.5|3|2019-06-27", "浦-02|镕鑫电子（集团）|0.125||", "浦-03||7|0|2020-02-29"],
            rows.Select(row => string.Join('|', row.Cells.Select(Plain)))
        );
        Assert.Equal("EPSG:4528", file.Crs.Code);
        Assert.DoesNotContain(file.Issues, issue => issue.Severity != Severity.Note);

        Assert.Null(rows[2].Shape);
        var holed = Assert.Single(rows[0].Shape!.Parts);
        double[] shell = [0, 0, 200, 0, 200, 100, 0, 100, 0, 0];
        double[] hole = [50, 20, 50, 40, 90, 40, 90, 20, 50, 20];
        Assert.Equal(Outline(shell, 40500000), Outline(holed[0], 0));
        Assert.Equal(Outline(hole, 40500000), Outline(holed[1], 0));
        Assert.Equal([1, 1], rows[1].Shape!.Parts.Select(part => part.Count));
        Assert.Contains(rows[1].Shape!.Parts, part => part[0].Contains(40501000.5) && part[0].Contains(3300000.25));
    }

    [Theory]
    [InlineData("gbk.shp", "dbf.encoding-declared", "GBK")]
    [InlineData("silent.shp", "dbf.encoding-found", "GB18030")]
    [InlineData("utf8.shp", "dbf.encoding-declared", "UTF-8")]
    public void A_note_says_which_encoding_was_taken_and_why(string name, string code, string encoding)
    {
        using var file = twins.Open(name);

        var issue = Assert.Single(file.Issues, i => i.Code.StartsWith("dbf.", StringComparison.Ordinal));
        Assert.Equal((code, Severity.Note, encoding), (issue.Code, issue.Severity, issue.Arguments["encoding"]));
    }

    [Theory]
    [InlineData("gbk.shp", "gbk.shp", "gbk.shp")]
    [InlineData("plots.gpkg", "plots.gpkg", "plots.gpkg#plots")]
    [InlineData("plots.geojson", "plots.geojson", "plots.geojson")]
    [InlineData("plots.geojson", "plots.txt", "plots.txt")]
    [InlineData("plots.gpkg", "plots.dat", "plots.dat#plots")]
    public void The_content_tells_the_kind(string twin, string name, string shown)
    {
        var path = twins[name];
        if (!File.Exists(path))
            File.Copy(twins[twin], path);
        using var file = Assert.Single(Files.Open(path));

        Assert.Equal(shown, file.Name);
        Assert.Equal(3, file.Rows().Count());
    }

    // A shape record is cut in two: the first plot comes, the cut is named, the rest is refused for want of its shapes.
    [Fact]
    public void A_shapefile_that_breaks_off_says_at_which_record()
    {
        foreach (var ending in (string[])[".shp", ".shx", ".dbf", ".prj", ".cpg"])
            File.Copy(twins["gbk" + ending], twins["cut" + ending], overwrite: true);
        var bytes = File.ReadAllBytes(twins["gbk.shp"]);
        // 100 bytes of header, 8 + 44 + 2 parts of 4 + 10 points of 16 bytes for the first record.
        File.WriteAllBytes(twins["cut.shp"], bytes[..(100 + 220 + 30)]);
        using var file = twins.Open("cut.shp");

        Assert.Equal([false, true, true], file.Rows().Select(row => ReferenceEquals(row.Shape, RawShape.Unread)));
        Assert.Equal(2, Assert.Single(file.Issues, issue => issue.Code == "file.shapefile-cut").Line);
    }

    private static string Plain(string? cell) =>
        decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.######", CultureInfo.InvariantCulture)
            : cell ?? "";

    /// <summary>The points in order, whatever the direction: a shapefile turns rings round, the others do not.</summary>
    private static string Outline(double[] ring, double east)
    {
        var points = ring.Chunk(2).Select(p => $"{p[0] + east:R} {p[1] + (east > 0 ? 3300000 : 0):R}").ToArray();
        var forth = string.Join(',', points);
        var back = string.Join(',', points.Reverse());
        return string.CompareOrdinal(forth, back) < 0 ? forth : back;
    }
}
