using System.Text.Json.Nodes;
using LandLedger.Walk;

namespace LandLedger.Cli.Tests;

/// <summary>The story of a year by the command line.</summary>
public sealed class YearWalkTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_year_goes_from_the_first_register_to_its_figures()
    {
        var clock = new WalkClock();
        var walker = new CommandWalker(_scratch["park.gpkg"], _scratch, clock);
        var year = new YearWalk(walker, clock, Tree.Root);
        await year.WalkAsync();
        await new YearFigures(walker, year, Tree.Root).HoldAsync();
        walker.Run("verify").Expect(0);
        await TurnsAsync(walker);
    }

    /// <summary>From June to December two plots turned by their cases, six by what was registered, and every other by time alone.</summary>
    private static async Task TurnsAsync(CommandWalker walker)
    {
        var diff = await walker.JsonAsync("diff", "--from", "2026-06-30", "--to", "2026-12-31");
        var told = diff["turns"]!.AsArray().ToDictionary(turn => (string)turn!["plot"]!, turn => turn!);
        var petition = Single(told["NT-007"]);
        Assert.Equal("fact idle>in-order", Told(petition));
        Assert.Contains("2026-", petition["facts"]!.ToJsonString(), StringComparison.Ordinal);
        var set = Single(told["CD-030"]);
        Assert.Equal("case low-efficiency>in-order", Told(set));
        Assert.Equal("override", (string?)Assert.Single(set["cases"]!.AsArray())!["step"]);
        Assert.Equal("fact idle>in-order", Told(Single(told["CD-003"])));
        foreach (var plot in (string[])["CD-027", "NT-017"])
            Assert.Equal("fact idle>reserve", Told(Single(told[plot])));
        foreach (var plot in (string[])["CD-050", "LX-001"])
            Assert.Equal("fact low-efficiency>reserve", Told(Single(told[plot])));
        string[] named = ["NT-007", "CD-030", "CD-003", "CD-027", "NT-017", "CD-050", "LX-001"];
        // Its year with 334 days of the authority ended on 10 October 2026; nobody has looked since May.
        Assert.Equal("time in-order>undetermined", Told(Single(told["NT-019"])));
        Assert.All(
            told.Where(turn => !named.Contains(turn.Key)),
            turn => Assert.All(turn.Value["steps"]!.AsArray(), step => Assert.Equal("time", (string?)step!["by"]))
        );
    }

    private static JsonNode Single(JsonNode turn) => Assert.Single(turn["steps"]!.AsArray())!;

    private static string Told(JsonNode step) => $"{step["by"]} {step["from"]}>{step["to"]}";
}
