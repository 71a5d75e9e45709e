using LandLedger.Geometry;
using LandLedger.Service.Tests.Ogc;

namespace LandLedger.Service.Tests;

/// <summary>Positions shifted for the base maps of Chinese web services: only when asked for, marked, and never taken back in.</summary>
public sealed class ShiftedTests
{
    private const string Member = "landledger:shifted";
    private const string Header = "LandLedger-Shifted";

    [Theory]
    [InlineData("/collections/plots/items?shifted=gcj02", "plots.gcj02")]
    [InlineData("/collections/plots/items?shifted=gcj02&properties=plot", "plots.gcj02")]
    [InlineData("/collections/evaluations/items?shifted=gcj02&limit=7", "evaluations.gcj02")]
    public async Task Shifted_items_say_so_and_come_back_within_a_metre(string path, string name)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(10));
        using var answer = await service.Client.GetAsync(path);
        Assert.Equal("GCJ-02", Assert.Single(answer.Headers.GetValues(Header)));
        Assert.False(answer.Headers.Contains("Content-Crs"));
        using var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(name, page.RootElement.GetProperty("name").GetString());
        Assert.Equal("GCJ-02", page.RootElement.GetProperty(Member).GetString());
        using var plain = await service.GetAsync(path.Replace("shifted=gcj02", "f=geojson", StringComparison.Ordinal));
        Assert.False(plain.RootElement.TryGetProperty(Member, out _));
        var pairs = page
            .RootElement.GetProperty("features")
            .EnumerateArray()
            .Zip(plain.RootElement.GetProperty("features").EnumerateArray());
        foreach (var (shifted, plainly) in pairs)
        {
            Assert.Equal("GCJ-02", shifted.GetProperty("properties").GetProperty(Member).GetString());
            Assert.False(plainly.GetProperty("properties").TryGetProperty(Member, out _));
            foreach (var (moved, (lon, lat)) in Corners(shifted).Zip(Corners(plainly)))
            {
                Assert.InRange(Metres(moved, (lon, lat)), 100, 1000);
                Assert.InRange(Metres(Back(moved), (lon, lat)), 0, 1);
            }
        }
        // By an independent calculation; the corner lies at 119.2, 28.4.
        var corner = Corners(page.RootElement.GetProperty("features")[2]).First();
        Assert.Equal((119.204995, 28.3967864), (Math.Round(corner.Lon, 7), Math.Round(corner.Lat, 7)));
    }

    [Fact]
    public async Task One_item_has_its_box_shifted_too()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(3));
        using var item = await service.GetAsync("/collections/plots/items/P-003?shifted=gcj02&properties=plot");
        Assert.Equal(
            """{"plot":"P-003","landledger:shifted":"GCJ-02"}""",
            item.RootElement.GetProperty("properties").GetRawText()
        );
        Assert.Equal(119.204995, Math.Round(item.RootElement.GetProperty("bbox")[0].GetDouble(), 6));
    }

    [Theory]
    [InlineData("shifted=gcj02&crs=http://www.opengis.net/def/crs/EPSG/0/4490")]
    [InlineData("shifted=gcj02&crs=EPSG:4549")]
    [InlineData("shifted=true")]
    [InlineData("shifted=")]
    public async Task A_shift_is_refused_in_a_real_system_and_so_is_an_unknown_one(string query)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        foreach (var path in (string[])["/collections/plots/items?", "/collections/plots/items/P-001?"])
        {
            var problem = await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", path + query);
            Assert.Equal("shifted", problem.GetProperty("parameter").GetString());
        }
    }

    [Fact]
    public async Task What_is_shifted_is_not_imported_whatever_it_was_made_into()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(3));
        var folder = Directory.CreateTempSubdirectory("landledger-test-").FullName;
        try
        {
            var page = Path.Combine(folder, "page.geojson");
            await File.WriteAllBytesAsync(
                page,
                await service.Client.GetByteArrayAsync("/collections/plots/items?shifted=gcj02")
            );
            var one = Path.Combine(folder, "one.geojson");
            await File.WriteAllBytesAsync(
                one,
                await service.Client.GetByteArrayAsync("/collections/plots/items/P-003?shifted=gcj02")
            );
            // The third plot lies in column 13616; shifted it is in the next one.
            var tile = Path.Combine(folder, "14", "13617", "6843.pbf");
            Directory.CreateDirectory(Path.GetDirectoryName(tile)!);
            await File.WriteAllBytesAsync(
                tile,
                await service.Client.GetByteArrayAsync(
                    "/collections/plots/tiles/WebMercatorQuad/14/6843/13617?shifted=gcj02"
                )
            );
            string[] made =
            [
                page,
                one,
                await MadeAsync(page, "page.gpkg", "GPKG", "-nln", "parcels"),
                await MadeAsync(page, "page.csv", "CSV"),
                await MadeAsync(tile, "tile.gpkg", "GPKG", "-nln", "parcels"),
                await MadeAsync(tile, "tile.geojson", "GeoJSON", "-nln", "parcels"),
                await MadeAsync(tile, "named.gpkg", "GPKG", "-select", "id"),
            ];
            foreach (var file in made)
            {
                using var report = await service.ImportAsync(
                    [(Path.GetFileName(file), await File.ReadAllBytesAsync(file))],
                    expected: HttpStatusCode.UnprocessableEntity
                );
                Assert.Contains("crs.shifted", report.RootElement.GetRawText(), StringComparison.Ordinal);
            }

            async Task<string> MadeAsync(string source, string name, string driver, params string[] further)
            {
                var file = Path.Combine(folder, name);
                await Gdal.RunAsync("ogr2ogr", ["-f", driver, "-t_srs", "EPSG:4490", .. further, file, source]);
                return file;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_shifted_tile_shows_plots_where_they_are_shifted_to_under_a_name_that_says_so()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(10));
        const string Tiles = "/collections/plots/tiles/WebMercatorQuad";
        using var answer = await service.Client.GetAsync(Tiles + "/14/6843/13617?shifted=gcj02");
        Assert.Equal("GCJ-02", Assert.Single(answer.Headers.GetValues(Header)));
        var text = System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("P-003", text);
        Assert.Contains("plots.gcj02", text);
        Assert.Contains(Member, text);
        using var left = await service.Client.GetAsync(Tiles + "/14/6843/13616?shifted=gcj02");
        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        using var plain = await service.Client.GetAsync(Tiles + "/14/6843/13617");
        Assert.Equal(HttpStatusCode.NoContent, plain.StatusCode);

        using var set = await service.GetAsync(Tiles + "?f=tilejson&shifted=gcj02");
        Assert.EndsWith("?shifted=gcj02", set.RootElement.GetProperty("tiles")[0].GetString());
        Assert.Equal("plots.gcj02", set.RootElement.GetProperty("vector_layers")[0].GetProperty("id").GetString());
        Assert.Contains("GCJ-02", set.RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public void The_shift_is_that_of_the_maps_and_stays_within_its_land()
    {
        // Shanghai, as published for the open conversion libraries; Paris is not touched.
        double[] positions = [121.5272106, 31.1774276, 2.35, 48.85];
        Gcj02.Shift(positions);
        Assert.Equal(121.531541859215, positions[0], 1e-9);
        Assert.Equal(31.17530398364597, positions[1], 1e-9);
        Assert.Equal([2.35, 48.85], positions[2..]);
    }

    private static IEnumerable<(double Lon, double Lat)> Corners(JsonElement feature) =>
        feature
            .GetProperty("geometry")
            .GetProperty("coordinates")[0]
            .EnumerateArray()
            .Select(point => (point[0].GetDouble(), point[1].GetDouble()));

    /// <summary>The true position, by taking off what the shift would put on.</summary>
    private static (double Lon, double Lat) Back((double Lon, double Lat) shifted)
    {
        var found = shifted;
        for (var i = 0; i < 20; i++)
        {
            var (lon, lat) = Gcj02.Shift(found.Lon, found.Lat);
            found = (found.Lon + shifted.Lon - lon, found.Lat + shifted.Lat - lat);
        }
        return found;
    }

    private static double Metres((double Lon, double Lat) a, (double Lon, double Lat) b) =>
        Math.Sqrt(
            Math.Pow((a.Lon - b.Lon) * 111_320 * Math.Cos(a.Lat / 180 * Math.PI), 2)
                + Math.Pow((a.Lat - b.Lat) * 111_000, 2)
        );
}
