using System.Text.Json.Nodes;
using static LandLedger.Service.Tests.Ogc.PlotWriting;

namespace LandLedger.Service.Tests.Ogc;

/// <summary>OGC API Features Part 4: in which system and order of axes the positions of a written plot are.</summary>
public sealed class PlotPositionsTests
{
    [Theory]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4490", true)]
    [InlineData("http://www.opengis.net/def/crs/OGC/1.3/CRS84", false)]
    public async Task Positions_are_taken_in_the_order_of_the_system_that_is_named(string crs, bool latitudeFirst)
    {
        await using var writing = await StartAsync();
        var feature = Feature("N-1");
        if (latitudeFirst)
        {
            foreach (var position in feature["geometry"]!["coordinates"]![0]!.AsArray())
            {
                var (x, y) = ((double)position![0]!, (double)position[1]!);
                (position[0], position[1]) = (y, x);
            }
        }
        using var added = await writing.AddAsync(feature, "", ("Content-Crs", $"<{crs}>"));
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var shape = writing.Plot("N-1").Shape!;
        Assert.Equal((119.05, 28.4), (Math.Round(shape.West, 6), Math.Round(shape.South, 6)));
    }

    [Fact]
    public async Task Positions_of_a_plane_come_back_where_they_were_sent()
    {
        await using var writing = await StartAsync();
        const string Plane = "http://www.opengis.net/def/crs/EPSG/0/4528";
        using var first = await writing.AddAsync(Feature("N-1"));
        using var asked = await writing.Service.GetAsync($"{Items}/N-1?crs={Plane}&decimals=4");
        var feature = Feature("N-2");
        feature["geometry"] = JsonNode.Parse(asked.RootElement.GetProperty("geometry").GetRawText());

        using var second = await writing.AddAsync(feature, "", ("Content-Crs", $"<{Plane}>"));

        Assert.True(second.StatusCode == HttpStatusCode.Created, await second.Content.ReadAsStringAsync());
        using var again = await writing.Service.GetAsync($"{Items}/N-2?crs={Plane}&decimals=3");
        var (sent, kept) = (asked, again);
        Assert.Equal(
            sent.RootElement.GetProperty("geometry").GetProperty("coordinates")[0][0][0].GetDouble(),
            kept.RootElement.GetProperty("geometry").GetProperty("coordinates")[0][0][0].GetDouble(),
            2
        );
        Assert.Equal("EPSG:4528", writing.Plot("N-2").Shape!.SurveyCrs);
    }

    [Fact]
    public async Task A_system_that_is_not_known_is_refused()
    {
        await using var writing = await StartAsync();
        await writing.Service.ProblemAsync(
            HttpStatusCode.BadRequest,
            "header-wrong",
            Request(
                HttpMethod.Post,
                Items,
                Feature("N-1"),
                GeoJson,
                ("Content-Crs", "<http://www.opengis.net/def/crs/EPSG/0/2154>")
            )
        );
        Assert.Empty(writing.Store.Find("N-1"));
    }
}
