using LandLedger.Formats.GeoJson;
using LandLedger.Formats.Shapefiles;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.Twins;

/// <summary>Real files from outside this repository, counted by GDAL.</summary>
public class RealFileTests
{
    // ogrinfo and ogr: 4,364 features, 192,042 vertices with the closing ones, 10 inner rings.
    [Fact]
    public void The_parcels_of_Lebanon_come_with_all_vertices_and_holes()
    {
        using var file = ShapefileFile.Open(Shared("lebanon-nh-parcels/LebParcels.shp"));
        var rows = file.Rows().ToList();

        Assert.Equal(4_364, rows.Count);
        Assert.Equal(192_042, rows.Sum(r => r.Shape!.Parts.Sum(part => part.Sum(ring => ring.Length / 2))));
        Assert.Equal(10, rows.Sum(r => r.Shape!.Parts.Sum(part => part.Count - 1)));
        Assert.Equal(
            ["GIS_ID", "MAP_LOT", "CALC_ACRES", "PNTPOLYCNT", "Shape_Leng", "Shape_Area"],
            file.Columns.Select(c => c.Title)
        );
        Assert.Null(file.Crs.Code);
        Assert.StartsWith("PROJCS[\"NAD_1983_StatePlane_New_Hampshire", file.Crs.Wkt, StringComparison.Ordinal);
        Assert.DoesNotContain(file.Issues, issue => issue.Severity != Severity.Note);
    }

    [Theory]
    [InlineData("counties_suzhou.geojson", 9, "虎丘区", "320505")]
    [InlineData("counties_foshan.geojson", 5, "禅城区", "440604")]
    [InlineData("provinces_jiangsu_zhejiang_guangdong_henan.geojson", 4, "河南省", null)]
    public void Counties_and_provinces_come_with_their_names(string name, int count, string first, string? id)
    {
        using var file = GeoJsonFile.Open(Shared("china-admin/" + name));
        var rows = file.Rows().ToList();

        Assert.Equal(count, rows.Count);
        Assert.All(rows, row => Assert.NotEmpty(row.Shape!.Parts));
        Assert.Equal(first, rows[0].Cells[0]);
        Assert.Equal("OGC:CRS84", file.Crs.Code);
        var column = file.Columns.SingleOrDefault(c => c.Title == "id");
        Assert.Equal(id, column is null ? null : rows[0].Cells[column.Index]);
    }

    private static string Shared(string name)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, "shared", "data", name);
            if (File.Exists(path))
                return path;
        }
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            Assert.Fail(name);
        Assert.Skip(name);
        return name;
    }
}
