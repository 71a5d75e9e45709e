using System.Text;
using System.Text.Json.Nodes;
using LandLedger.Cases;
using LandLedger.Rules;

namespace LandLedger.Tests.Cases;

public sealed class ProceduresTests
{
    private const string Own = CountyProcedure.Text;

    [Fact]
    public void Four_procedures_come_with_the_program_and_are_found_by_id_and_version()
    {
        Assert.Equal(
            ["idle", "low-efficiency", "performance", "use-changed"],
            Procedures.Shipped.All.Select(procedure => procedure.Id)
        );
        Assert.Equal("闲置土地处置程序", Procedures.Shipped.Find("idle", "2026.1")!.Title["zh"]);
        Assert.Null(Procedures.Shipped.Find("idle", "1999.1"));
        Assert.Null(Procedures.Shipped.Find("swap"));
    }

    /// <summary>The eight papers of the issue: each is made by some step.</summary>
    [Fact]
    public void Every_statutory_paper_is_made_by_a_step() =>
        Assert.Equal(
            Enum.GetValues<PaperKind>(),
            Procedures
                .Shipped.All.SelectMany(one => one.Steps)
                .Select(step => step.Paper)
                .OfType<PaperKind>()
                .Distinct()
                .Order()
        );

    /// <summary>Rules section 1.5: until disposed of, and withdrawn after it.</summary>
    [Fact]
    public void Idle_land_stays_published_from_the_publication_to_the_end()
    {
        var idle = Procedures.Shipped.Find("idle")!;
        Assert.All(
            idle.Steps.Where(step => step.To is not null),
            step =>
                Assert.All(
                    step.From.Select(from => idle.FindState(from)!).Where(state => state.IsPublished),
                    _ => Assert.True(idle.FindState(step.To!) is { IsPublished: true } or { IsClosed: true }, step.Id)
                )
        );
        Assert.DoesNotContain(
            Procedures.Shipped.All.Where(one => one.Id != "idle").SelectMany(one => one.States),
            state => state.IsPublished
        );
    }

    [Fact]
    public void A_county_brings_its_own_procedure()
    {
        var (county, problems) = Read(Own);
        Assert.Empty(problems);
        var step = Steps.Of(county!, "start", Day.Of("2026-03-02"));
        var (opened, _) = Case.Open(Steps.Plot, county!, step, HolidayCalendar.Default);
        var told = Steps.Then(opened!, "tell", "2026-03-03");
        Assert.Equal(Day.Of("2026-03-18"), Assert.Single(told.Clocks).Due(HolidayCalendar.Default).Day);
        Assert.Equal("clock-running", Steps.Refused(told, "end", "2026-03-18").Code);
        Assert.Equal("done", Steps.Then(told, "end", "2026-03-19").State.Id);
        Assert.NotNull(Steps.Then(told, "hold", "2026-03-04").Hold);
    }

    [Theory]
    [InlineData("\"roles\": [\"officer\"]", "\"rolls\": [\"officer\"]", "unknown-member", "rolls")]
    [InlineData("\"roles\": [\"officer\"]", "\"roles\": [\"mayor\"]", "unknown-code", "roles[0]")]
    [InlineData("\"roles\": [\"officer\"],", "", "missing-member", "steps[0].roles")]
    [InlineData("\"starts\": [\"reply\"]", "\"starts\": [\"answer\"]", "unknown-clock", "steps[1].starts[0]")]
    [InlineData("\"urging-notice\"", "\"telegram\"", "unknown-code", "steps[1].paper")]
    [InlineData(
        "\"starts\": [\"reply\"], \"clause\": \"own\"",
        "\"clause\": \"law\"",
        "unknown-clause",
        "steps[1].clause"
    )]
    [InlineData(
        "\"instrument\": \"county-3\"",
        "\"instrument\": \"county-4\"",
        "unknown-instrument",
        "clauses.own.instrument"
    )]
    [InlineData("\"article\": \"7\", \"trust\": \"R\"", "\"article\": \"7\"", "missing-member", "clauses.own.trust")]
    [InlineData(
        "\"from\": [\"open\"], \"to\": \"told\"",
        "\"from\": [\"opened\"], \"to\": \"told\"",
        "unknown-state",
        "steps[1].from[0]"
    )]
    [InlineData("\"to\": \"done\"", "\"to\": \"over\"", "unknown-state", "steps[2].to")]
    [InlineData("\"from\": [\"told\"]", "\"from\": [\"done\"]", "leaves-closed", "steps[2].from[0]")]
    [InlineData(
        "\"from\": [\"open\"], \"to\": \"told\"",
        "\"from\": [\"told\"], \"to\": \"told\"",
        "unreached",
        "states"
    )]
    [InlineData(
        "\"from\": [\"told\"], \"to\": \"done\"",
        "\"from\": [\"told\"], \"to\": \"open\"",
        "unreached",
        "states"
    )]
    [InlineData("\"from\": [\"told\"], \"to\": \"done\"", "\"from\": [\"open\"], \"to\": \"done\"", "no-end", "states")]
    [InlineData("\"from\": [], \"to\": \"open\"", "\"from\": [\"open\"], \"to\": \"open\"", "opens-nothing", "steps")]
    [InlineData("\"asks\": [\"grounds\"]", "\"asks\": [\"ground\"]", "unknown-fact", "steps[0].asks[0]")]
    [InlineData("\"asks\": [\"grounds\"]", "\"asks\": [\"grounds\", \"grounds\"]", "twice", "steps[0].asks[1]")]
    [InlineData("\"type\": \"text\"", "\"type\": \"colour\"", "unknown-code", "facts.grounds.type")]
    [InlineData("\"id\": \"tell\"", "\"id\": \"end\"", "twice", "steps[2].id")]
    [InlineData("\"id\": \"tell\"", "\"id\": \"hold\"", "twice", "(common).steps[1].id")]
    [InlineData("\"runOut\": \"reply\"", "\"runOut\": \"answer\"", "unknown-clock", "steps[2].needs[0].runOut")]
    [InlineData("\"runOut\": \"reply\"", "\"ranOut\": \"reply\"", "unknown-need", "steps[2].needs[0]")]
    [InlineData("\"runOut\": \"reply\"", "\"taken\": [\"talk\"]", "unknown-step", "steps[2].needs[0].taken[0]")]
    [InlineData("\"runOut\": \"reply\"", "\"noMark\": \"late\"", "unknown-mark", "steps[2].needs[0].noMark")]
    [InlineData("\"runOut\": \"reply\"", "\"later\": \"grounds\"", "not-day", "steps[2].needs[0].later")]
    [InlineData("\"runOut\": \"reply\"", "\"reached\": \"grounds\"", "not-day", "steps[2].needs[0].reached")]
    [InlineData("\"runOut\": \"reply\"", "\"given\": \"grounds\"", "not-asked", "steps[2].needs")]
    [InlineData("\"runOut\": \"reply\"", "\"positive\": \"grounds\"", "not-money", "steps[2].needs[0].positive")]
    [InlineData("\"runOut\": \"reply\"", "\"positive\": \"amount\"", "not-asked", "steps[2].needs")]
    [InlineData("\"runOut\": \"reply\"", "\"pays\": \"amount\"", "missing-member", "steps[2].needs[0].of")]
    [InlineData(
        "\"runOut\": \"reply\"",
        "\"part\": \"amount\", \"of\": \"tell\", \"with\": [\"talk\"]",
        "unknown-step",
        "steps[2].needs[0].with[0]"
    )]
    [InlineData(
        "\"runOut\": \"reply\"",
        "\"limit\": \"until\", \"number\": \"idle.extension-years\", \"since\": \"talk\"",
        "unknown-step",
        "steps[2].needs[0].since"
    )]
    [InlineData("\"type\": \"text\"", "\"type\": \"text\", \"happened\": true", "not-day", "facts.grounds.happened")]
    [InlineData(
        "\"length\": 15, \"unit\": \"day\"",
        "\"length\": 0, \"unit\": \"day\"",
        "bad-period",
        "clocks[0].length"
    )]
    [InlineData(
        "\"length\": 15, \"unit\": \"day\"",
        "\"length\": 15, \"unit\": \"mu\"",
        "unknown-unit",
        "clocks[0].unit"
    )]
    [InlineData(
        "\"length\": 15, \"unit\": \"day\", \"clause\": \"own\"",
        "\"number\": \"procedure.tea-days\"",
        "unknown-period",
        "clocks[0].number"
    )]
    [InlineData(
        "\"length\": 15, \"unit\": \"day\", \"clause\": \"own\"",
        "\"number\": \"idle.fee-share\"",
        "unknown-period",
        "clocks[0].number"
    )]
    [InlineData("\"length\": 15, \"unit\": \"day\"", "\"asked\": true", "missing-member", "steps[1].until")]
    [InlineData(
        "\"length\": 15, \"unit\": \"day\"",
        "\"length\": 15, \"unit\": \"day\", \"asked\": true",
        "asked-and-given",
        "clocks[0].length"
    )]
    [InlineData("\"closed\": true", "\"closed\": \"yes\"", "not-flag", "states[2].closed")]
    [InlineData(
        "\"closed\": true",
        "\"closed\": true, \"published\": true",
        "closed-and-published",
        "states[2].published"
    )]
    [InlineData("\"categories\": [\"idle\"]", "\"categories\": [\"lazy\"]", "unknown-code", "categories[0]")]
    [InlineData("\"paper\": \"urging-notice\"", "\"establishesDelay\": true", "not-asked", "steps[1].asks")]
    [InlineData("\"paper\": \"urging-notice\"", "\"sets\": [\"hold\"]", "reason-not-asked", "steps[1].reason")]
    [InlineData("\"id\": \"county\"", "\"id\": \"idle\"", "procedure-taken", "version")]
    [InlineData(
        "\"version\": \"1\",",
        "\"version\": \"1\", \"parts\": [{ \"part\": \"tea\", \"from\": [\"open\"] }],",
        "unknown-part",
        "parts[0].part"
    )]
    public void A_fault_is_named_with_its_place(string right, string wrong, string code, string place)
    {
        Assert.Contains(right, Own, StringComparison.Ordinal);
        var (county, problems) = Read(Own.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(county);
        Assert.Contains(problems, problem => problem.Code == code && problem.Place == place);
        Assert.All(
            problems,
            problem =>
                Assert.DoesNotContain(
                    '{',
                    problem.In(Language.Chinese).Replace(problem.Value, "", StringComparison.Ordinal)
                )
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"id\":1,\"states\":7,\"steps\":[{}],\"clocks\":[{}],\"parts\":{},\"facts\":[],\"marks\":[1]}")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    public void What_is_no_procedure_is_refused_and_never_throws(string text)
    {
        var (county, problems) = Read(text);
        Assert.Null(county);
        Assert.NotEmpty(problems);
    }

    /// <summary>Each value of the file in turn made into something else.</summary>
    [Theory]
    [InlineData("7")]
    [InlineData("\"x\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[7, {}, \"*\", \"entry\"]")]
    [InlineData("{}")]
    public void A_spoilt_file_never_throws(string value)
    {
        var places = Places(JsonNode.Parse(Own)!).Count();
        Assert.InRange(places, 90, 500);
        var refused = 0;
        for (var place = 0; place < places; place++)
        {
            var root = JsonNode.Parse(Own)!;
            Places(root).ElementAt(place).ReplaceWith(JsonNode.Parse(value));
            var (county, problems) = Read(root.ToJsonString());
            Assert.Equal(county is null, problems.Count > 0);
            refused += problems.Count > 0 ? 1 : 0;
        }
        Assert.InRange(refused, places / 3, places);
    }

    [Fact]
    public void A_county_replaces_a_procedure_by_a_version_of_its_own_and_keeps_those_of_before()
    {
        var (at, problems) = Procedures.Shipped.With([
            CountyProcedure.File("idle.json", "idle", "qing-2"),
            CountyProcedure.File("idle@qing-1.json", "idle", "qing-1"),
            CountyProcedure.File("county@1.json", "county", "1"),
        ]);
        Assert.Empty(problems);
        Assert.Equal("qing-2", at!.Find("idle")!.Version);
        Assert.Equal("2026.1", at.Find("low-efficiency")!.Version);
        Assert.Equal("本县程序", at.Find("idle", "qing-1")!.Title["zh"]);
        Assert.Equal("闲置土地处置程序", at.Find("idle", "2026.1")!.Title["zh"]);
        Assert.Null(at.Find("county"));
        Assert.NotNull(at.Find("county", "1"));
        Assert.Contains("told", at.StateIds);
        Assert.Equal("2026.1", Procedures.Shipped.Find("idle")!.Version);
    }

    [Fact]
    public void Every_fault_of_every_file_of_a_county_is_named_with_its_file()
    {
        var (name, broken) = CountyProcedure.File("b.json", "b", "1", "\"to\": \"done\"", "\"to\": \"over\"");
        var (at, problems) = Procedures.Shipped.With([
            CountyProcedure.File("a.json", "idle", "qing-1"),
            (name, broken),
            ("c.json", new MemoryStream("{"u8.ToArray())),
            CountyProcedure.File("county.json", "county", "1"),
            CountyProcedure.File("county@1.json", "county", "1"),
        ]);
        Assert.Null(at);
        Assert.Contains(new("file-name", "a.json", "idle.json, idle@qing-1.json"), problems);
        Assert.Contains(new("unknown-state", "b.json: steps[2].to", "over"), problems);
        Assert.Contains(problems, problem => problem is { Code: "not-json", Place: "c.json: 1:2" or "c.json: 1:1" });
        Assert.Contains(new("twice", "county@1.json: version", "county 1"), problems);
        Assert.All(problems, problem => Assert.DoesNotContain('{', problem.In(Language.English)));
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) =>
        node switch
        {
            JsonObject members => members.Select(member => member.Value!).SelectMany(Within),
            JsonArray items => items.Select(item => item!).SelectMany(Within),
            _ => [],
        };

    private static IEnumerable<JsonNode> Within(JsonNode node) => Places(node).Prepend(node);

    private static (Procedure? Procedure, IReadOnlyList<RuleProblem> Problems) Read(string text) =>
        Procedures.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
