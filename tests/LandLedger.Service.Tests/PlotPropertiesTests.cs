using LandLedger.Disposal;

namespace LandLedger.Service.Tests;

/// <summary>Only the properties that are asked for.</summary>
public sealed class PlotPropertiesTests
{
    private const string Items = "/collections/plots/items";
    private const string Day = "asOf=2026-06-30";

    [Theory]
    [InlineData("plot,zone,agreed_start,stated_mu")]
    [InlineData("reason,category,plot")]
    [InlineData("price")]
    public async Task Pages_hold_the_properties_asked_for_with_the_values_that_they_have_among_all(string asked)
    {
        var park = TestFiles.Park.Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)));
        await using var service = await RunningService.StartAsync();
        using (await service.ImportAsync(park, "?on=2026-06-30&keepGood=true")) { }
        using var whole = await service.GetAsync($"{Items}?limit=500&{Day}");
        var expected = whole.RootElement.GetProperty("features").EnumerateArray().Select(f => Cut(f, asked)).ToList();
        var found = new List<string>();
        for (var next = $"{Items}?limit=50&{Day}&properties={asked}"; next is not null; )
        {
            using var page = await service.GetAsync(next);
            found.AddRange(page.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetRawText()));
            next = PlotItemsTests.Link(page, "next");
            Assert.True(next is null || next.Contains("properties=", StringComparison.Ordinal));
        }
        Assert.Equal(138, found.Count);
        Assert.Equal(expected, found);
    }

    [Fact]
    public async Task Classes_can_be_sought_without_being_shown()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(7));
        using var page = await service.GetAsync($"{Items}?category=reserve&properties=plot");
        Assert.Equal(["P-001", "P-004", "P-007"], PlotItemsTests.Ids(page));
        Assert.Equal(
            """{"plot":"P-001"}""",
            page.RootElement.GetProperty("features")[0].GetProperty("properties").GetRawText()
        );
    }

    [Fact]
    public async Task Plots_that_have_ended_stay_away_when_no_rule_is_asked()
    {
        await using var service = await RunningService.StartAsync(fill: store =>
        {
            using var import = store.BeginImport();
            for (var i = 0; i < 9; i++)
                import.Put(SmallPark.Plot(i) with { EndedOn = i % 2 == 0 ? new(2025, 1, 1) : null });
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = Import.ImportOutcome.Done, Files = [] });
        });
        using var page = await service.GetAsync($"{Items}?asOf=2025-01-01&properties=plot");
        Assert.Equal(["P-002", "P-004", "P-006", "P-008"], PlotItemsTests.Ids(page));
    }

    [Fact]
    public async Task One_plot_and_the_page_to_read_have_the_same_ones()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(2));
        using var one = await service.GetAsync(Items + "/P-002?properties=zone,category");
        Assert.Equal(
            """{"zone":"西区","category":"not-supplied"}""",
            one.RootElement.GetProperty("properties").GetRawText()
        );
        var page = await service.Client.GetStringAsync(Items + "?properties=zone,category&f=html");
        Assert.Contains("<th>" + Texts.Chinese["column.zone"], page, StringComparison.Ordinal);
        Assert.Contains("<th>" + Texts.Chinese["column.category"], page, StringComparison.Ordinal);
        Assert.DoesNotContain("<th>" + Texts.Chinese["column.stated_mu"], page, StringComparison.Ordinal);
        Assert.Contains("properties=zone", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("area")]
    [InlineData("plot,area")]
    [InlineData("Plot")]
    [InlineData("plot,plot")]
    [InlineData("")]
    [InlineData("plot,")]
    public async Task An_unknown_or_doubled_one_is_refused_with_those_that_there_are(string properties)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        foreach (var path in (string[])[Items, Items + "/P-001"])
        {
            var address = path + "?properties=" + properties;
            var problem = await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", address);
            Assert.Equal("properties", problem.GetProperty("parameter").GetString());
            Assert.Contains(
                string.Join(", ", DisposalColumns.All),
                problem.GetProperty("detail").GetString(),
                StringComparison.Ordinal
            );
        }
    }

    /// <summary>A feature as it was written, with some of its properties; these stand in the order that they have among all.</summary>
    private static string Cut(JsonElement feature, string names)
    {
        var all = feature.GetProperty("properties");
        var kept = all.EnumerateObject()
            .Where(member => names.Split(',').Contains(member.Name))
            .Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}");
        return feature
            .GetRawText()
            .Replace(all.GetRawText(), "{" + string.Join(",", kept) + "}", StringComparison.Ordinal);
    }
}
