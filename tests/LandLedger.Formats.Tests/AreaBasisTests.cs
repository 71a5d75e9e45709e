using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Formats.Tests;

/// <summary>Areas in the attributes of map files, which may be those of papers or computed.</summary>
public sealed class AreaBasisTests : IDisposable
{
    private const string ByGdal = """
        import sys, json
        from osgeo import ogr
        path, driver, title = sys.argv[1].split('|')
        data = ogr.GetDriverByName(driver).CreateDataSource(path)
        layer = data.CreateLayer('plots', geom_type=ogr.wkbPolygon)
        layer.CreateField(ogr.FieldDefn('DKBH', ogr.OFTString))
        layer.CreateField(ogr.FieldDefn(title, ogr.OFTReal))
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(0, 'A')
        feature.SetField(1, 30.0)
        feature.SetGeometry(ogr.CreateGeometryFromWkt('POLYGON((119 28,119.001 28,119.001 28.001,119 28))'))
        layer.CreateFeature(feature)
        data = None
        print('0')
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("area").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("GeoJSON", "plots.geojson")]
    [InlineData("ESRI Shapefile", "plots.shp")]
    [InlineData("GPKG", "plots.gpkg")]
    public void An_area_whose_title_does_not_say_its_basis_is_told_once_with_what_to_do(string driver, string file)
    {
        var (issues, area) = Read(driver, file, "MJ");

        Assert.Equal(30m, area.Number);
        var issue = Assert.Single(issues, issue => issue.Code == "column.area-basis");
        Assert.Equal((Severity.Note, "MJ", "stated_mu"), (issue.Severity, issue.Title, issue.Field));
        Assert.StartsWith("“MJ”按文件面积", issue.Sentence(Texts.Chinese), StringComparison.Ordinal);
        Assert.Contains("survey_mu", issue.Fix(Texts.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("出让面积")]
    [InlineData("文件面积（亩）")]
    [InlineData("stated_mu")]
    [InlineData("survey_mu")]
    [InlineData("测绘面积")]
    public void A_title_that_says_its_basis_needs_no_word(string title) =>
        Assert.DoesNotContain(
            Read("GeoJSON", "plots.geojson", title).Issues,
            issue => issue.Code == "column.area-basis"
        );

    [Fact]
    public void A_column_renamed_as_the_note_says_is_no_stated_area() =>
        Assert.False(Read("GeoJSON", "plots.geojson", "survey_mu").StatedArea.IsKnown);

    [Fact]
    public void A_layout_of_ones_own_says_the_basis_and_a_table_has_no_outlines()
    {
        var layout = Layouts.Find("own")! with { Id = "county" };
        Assert.DoesNotContain(
            Read("GeoJSON", "plots.geojson", "MJ", layout).Issues,
            issue => issue.Code == "column.area-basis"
        );
        Assert.DoesNotContain(
            Tables.Ledgers.ReadText("地块编号,面积（亩）\nA,30\n").Issues,
            issue => issue.Code == "column.area-basis"
        );
    }

    private (List<ImportIssue> Issues, Fact StatedArea) Read(
        string driver,
        string file,
        string title,
        Layout? layout = null
    )
    {
        var path = Path.Combine(_folder, file);
        Outside.Python(ByGdal, $"{path}|{driver}|{title}");
        using var part = Assert.Single(Files.Open(path));
        var parser = RecordParser.Open(part, layout)!;
        var row = Assert.Single(parser.Rows());
        return ([.. part.Issues, .. row.Issues], row.Fact(PlotFields.StatedMu));
    }
}
