namespace LandLedger.Service.Tests.Ogc;

/// <summary>GDAL as a client that knows the standards and nothing of us.</summary>
public sealed class GdalTests
{
    [Fact]
    public async Task The_collection_is_read_whole_by_the_driver_of_OGC_API_features_page_by_page()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(25));
        var said = await Gdal.RunAsync(
            "ogrinfo",
            "-oo",
            "PAGE_SIZE=10",
            "-al",
            "-geom=SUMMARY",
            "OAPIF:" + service.Client.BaseAddress
        );
        Assert.Contains("Layer name: plots", said);
        Assert.Equal(25, said.Split("OGRFeature(plots)").Length - 1);
        foreach (var number in Enumerable.Range(1, 25))
            Assert.Contains($"P-{number:000}", said);
        Assert.Contains("Layer name: evaluations", said);
        Assert.Contains("Layer name: zones", said);
        Assert.Equal(25, said.Split("OGRFeature(evaluations)").Length - 1);
        Assert.Equal(52, said.Split("POLYGON").Length - 1);
    }

    [Theory]
    [InlineData("plots", "category = 'reserve' AND stated_mu > 10", 9)]
    [InlineData("evaluations", "category <> 'reserve'", 16)]
    public async Task Classes_are_among_what_the_driver_can_filter_by(string collection, string where, int plots)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(25));
        var said = await Gdal.RunAsync("ogrinfo", "-where", where, "OAPIF:" + service.Client.BaseAddress, collection);
        Assert.Equal(plots, said.Split($"OGRFeature({collection})").Length - 1);
    }
}
