using System.Net;
using System.Text;

namespace LandLedger.Service.Tests;

public sealed class PlotTilesTests
{
    /// <summary>Row and column of 119.2001 east, 28.4001 north at zoom 14, by the formula of Web Mercator.</summary>
    private const string TileOfThird = "/collections/plots/tiles/WebMercatorQuad/14/6843/13616";

    [Fact]
    public async Task A_tile_shows_the_plots_in_it_with_the_ids_of_their_records()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(10));
        using var answer = await service.Client.GetAsync(TileOfThird + "?asOf=2026-06-30");
        Assert.Equal("application/vnd.mapbox-vector-tile", answer.Content.Headers.ContentType!.MediaType);
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("P-003", text);
        Assert.DoesNotContain("P-004", text);
        Assert.Contains("not-supplied", text);
        using var record = await service.GetAsync("/collections/plots/items/P-003");
        Assert.Equal("P-003", record.RootElement.GetProperty("id").GetString());
    }

    /// <summary>As many as are read at once, and one more: both ways show each of them.</summary>
    [Theory]
    [InlineData(1024)]
    [InlineData(1025)]
    public async Task A_tile_shows_all_plots_in_it_however_many_there_are(int plots)
    {
        await using var service = await RunningService.StartAsync(fill: store =>
        {
            using var import = store.BeginImport();
            for (var i = 0; i < plots; i++)
            {
                var shape = SmallPark.Square(119.181 + (i % 40 * 0.0004), 28.391 + (i / 40 * 0.0004));
                import.Put(SmallPark.Plot(i) with { Number = $"P-{i:0000}", Shape = shape });
            }
            import.Put(
                SmallPark.Plot(1) with
                {
                    Number = "P-ENDED",
                    EndedOn = new(2026, 6, 30),
                    Shape = SmallPark.Square(119.19, 28.395),
                }
            );
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = Import.ImportOutcome.Done, Files = [] });
        });

        var tile = await service.Client.GetByteArrayAsync(TileOfThird + "?asOf=2026-06-30");
        var text = Encoding.UTF8.GetString(tile);
        Assert.All(Enumerable.Range(0, plots), i => Assert.Contains($"P-{i:0000}", text, StringComparison.Ordinal));
        Assert.DoesNotContain("ENDED", text, StringComparison.Ordinal);
        Assert.Equal(tile, await service.Client.GetByteArrayAsync(TileOfThird + "?asOf=2026-06-30"));
    }

    [Fact]
    public async Task A_tile_without_plots_is_empty_and_one_that_the_grid_has_not_is_unknown()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(10));
        using var empty = await service.Client.GetAsync("/collections/plots/tiles/WebMercatorQuad/14/6843/13000");
        Assert.Equal(HttpStatusCode.NoContent, empty.StatusCode);
        foreach (var tile in (string[])["14/6843/16384", "25/0/0", "14/-1/0", "14/0/x", "99999999999/0/0"])
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get,
                "/collections/plots/tiles/WebMercatorQuad/" + tile
            );
            await service.ProblemAsync(HttpStatusCode.NotFound, "tile-unknown", request);
        }
    }
}
