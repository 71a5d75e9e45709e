using System.Text.Json;
using LandLedger.Disposal;
using LandLedger.Formats.Tests.Map;
using LandLedger.Formats.Tiles;
using LandLedger.Geometry;
using LandLedger.Tests.Disposal;

namespace LandLedger.Formats.Tests.Tiles;

/// <summary>Tiles as GDAL's driver reads them, back in degrees. Rows and columns were computed with the Mercator formula by hand.</summary>
public sealed class PlotTileTests : IDisposable
{
    private const string ReadByGdal = """
        import sys, json, os
        from osgeo import ogr, osr, gdal
        gdal.UseExceptions()
        z, x, y = os.path.basename(sys.argv[1])[:-4].split('-')
        source = gdal.OpenEx('MVT:' + sys.argv[1], open_options=['X=' + x, 'Y=' + y, 'Z=' + z, 'CLIP=NO'])
        layer = source.GetLayer(0)
        degrees = osr.SpatialReference(); degrees.ImportFromEPSG(4326); degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        to = osr.CoordinateTransformation(layer.GetSpatialRef(), degrees)
        out = []
        for f in layer:
            g = f.GetGeometryRef(); valid = g.IsValid(); units = g.GetArea() ; g.Transform(to)
            out.append({'fields': {k: v for k, v in f.items().items() if v is not None}, 'valid': valid, 'box': g.GetEnvelope(), 'metres': units, 'rings': sum(p.GetGeometryCount() for p in (g if g.GetGeometryName() == 'MULTIPOLYGON' else [g]))})
        print(json.dumps({'name': layer.GetName(), 'features': out}))
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("tiles").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_plot_comes_back_with_its_number_class_measure_and_mu()
    {
        var feature = Assert.Single(Read(new(14, 6965, 13426), Outlines.Polygon(Outlines.Shell, Outlines.Hole)));
        var fields = feature.GetProperty("fields");
        Assert.Equal("兴国-001", fields.GetProperty("id").GetString());
        Assert.Equal("idle", fields.GetProperty("category").GetString());
        Assert.Equal(25.5, fields.GetProperty("mu").GetDouble());
        Assert.True(feature.GetProperty("valid").GetBoolean());
    }

    [Fact]
    public void A_hole_stays_where_the_tile_shows_it()
    {
        var west = Assert.Single(Read(new(14, 6965, 13425), Outlines.Polygon(Outlines.Shell, Outlines.Hole)));
        Assert.Equal(2, west.GetProperty("rings").GetInt32());
    }

    [Fact]
    public void Tiles_side_by_side_show_the_whole_outline_to_a_unit()
    {
        var shape = Outlines.Polygon(Outlines.Shell);
        var west = Assert.Single(Read(new(14, 6965, 13425), shape)).GetProperty("box");
        var east = Assert.Single(Read(new(14, 6965, 13426), shape)).GetProperty("box");
        const double Unit = 360.0 / (1 << 14) / 4096;
        Assert.InRange(west[0].GetDouble(), 115 - Unit, 115 + Unit);
        Assert.InRange(east[1].GetDouble(), 115.01 - Unit, 115.01 + Unit);
        Assert.InRange(west[2].GetDouble(), 26 - Unit, 26 + Unit);
        Assert.InRange(west[3].GetDouble(), 26.01 - Unit, 26.01 + Unit);
        // Each reaches 64 units beyond the side where they meet.
        var side = (13426.0 / (1 << 14) * 360) - 180;
        Assert.Equal(side + (64 * Unit), west[1].GetDouble(), Unit / 10);
        Assert.Equal(side - (64 * Unit), east[0].GetDouble(), Unit / 10);
    }

    [Fact]
    public void A_plot_of_a_few_metres_stays_from_zoom_11_on()
    {
        double[] small = [115.005, 26.005, 115.00502, 26.005, 115.00502, 26.00502, 115.005, 26.00502, 115.005, 26.005];
        Assert.Single(Read(new(11, 870, 1678), Outlines.Polygon(small)));
        Assert.Empty(Write(new(10, 435, 839), Outlines.Polygon(small)));
    }

    [Fact]
    public void What_the_grid_makes_cross_itself_is_mended()
    {
        // A needle whose point falls on its own base once moved to the grid of zoom 14.
        double[] needle =
        [
            115.001,
            26.001,
            115.004,
            26.001,
            115.004,
            26.0010001,
            115.0025,
            26.00100005,
            115.0025,
            26.003,
            115.00249999,
            26.00100005,
            115.001,
            26.0010001,
            115.001,
            26.001,
        ];
        double[] folded =
        [
            115.001,
            26.001,
            115.003,
            26.001,
            115.003,
            26.003,
            115.002,
            26.00100001,
            115.001,
            26.003,
            115.001,
            26.001,
        ];
        Assert.All(
            Read(new(14, 6965, 13425), Outlines.Polygon(needle), Outlines.Polygon(folded)),
            feature => Assert.True(feature.GetProperty("valid").GetBoolean())
        );
    }

    [Fact]
    public void A_tile_that_no_plot_reaches_is_empty()
    {
        Assert.Empty(Write(new(14, 6965, 13500), Outlines.Polygon(Outlines.Shell)));
    }

    [Theory]
    [InlineData(0, 0, 0, true)]
    [InlineData(3, 7, 7, true)]
    [InlineData(3, 8, 0, false)]
    [InlineData(3, 0, -1, false)]
    [InlineData(25, 0, 0, false)]
    public void The_grid_has_so_many_tiles_at_each_zoom(int zoom, int row, int column, bool exists)
    {
        Assert.Equal(exists, new TileAddress(zoom, row, column).Exists);
    }

    [Fact]
    public void The_box_of_a_tile_is_that_of_the_grid_widened_by_its_margin()
    {
        var box = new TileAddress(14, 6965, 13426).Box;
        Assert.Equal(((13426 - (64.0 / 4096)) / 16384 * 360) - 180, box.West, 1e-9);
        // 3001261.697103303 m and 2998739.275169892 m of EPSG:3857, turned into degrees by PROJ.
        Assert.Equal(26.0176060944427, box.North, 1e-10);
        Assert.Equal(25.9972413362842, box.South, 1e-10);
    }

    private JsonElement.ArrayEnumerator Read(TileAddress tile, params PlotShape[] shapes)
    {
        var path = Path.Combine(_folder, $"{tile.Zoom}-{tile.Column}-{tile.Row}.mvt");
        File.WriteAllBytes(path, Write(tile, shapes));
        var read = Outside.Python(ReadByGdal, path);
        Assert.Equal("plots", read.GetProperty("name").GetString());
        return read.GetProperty("features").EnumerateArray();
    }

    private static byte[] Write(TileAddress tile, params PlotShape[] shapes)
    {
        var plot = Sample.Plot("兴国-001", 25.5m, "东区");
        var evaluations = shapes.Select(shape => Sample.Of(plot with { Shape = shape }, Category.Idle));
        return PlotTile.Write(tile, evaluations, ListBasis.Of(Sample.Rules, Sample.AsOf));
    }
}
