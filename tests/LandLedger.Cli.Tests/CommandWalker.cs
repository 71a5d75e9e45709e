using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LandLedger.Walk;

namespace LandLedger.Cli.Tests;

/// <summary>Walks the year by the command line.</summary>
internal sealed partial class CommandWalker(string store, Scratch scratch, TimeProvider clock) : IWalker
{
    private const string Office = """
        {"authority":"青垅县自然资源局","contact":"王办","phone":"0797-1","address":"县前街 1 号",
        "hearingPlace":"县自然资源局二楼","reconsiderationBody":"青垅县人民政府","court":"青垅县人民法院","paymentWay":"非税收入专户",
        "deadline":"2026-12-31","talkTime":"2026年7月10日上午","talkPlace":"管委会会议室","talkHost":"李某某","talkRecorder":"王某某"}
        """;

    public Task ImportAsync(IReadOnlyList<string> files, DateOnly on) =>
        Task.FromResult(Run("import", [.. files, "--on", Word(on)]).Expect(0));

    public async Task<string> IssueAsync(WalkLine line)
    {
        string[] asked = ["--as-of", Word(line.Day), "--category", line.Word("categories")!];
        Run("issue-list", [.. asked, "--document", line.Word("document")!, .. By(line)]).Expect(0);
        return (string)(await JsonAsync("issued", "list")).AsArray()[^1]!["number"]!;
    }

    public Task ListStepAsync(string list, WalkLine line, int? row)
    {
        string[] said = line.Kind switch
        {
            "published" => ["publish", list, "--until", line.Word("until")!],
            "objected" => ["object", list, "--row", $"{row}", "--objector", line.Word("objector")!],
            "decided" =>
            [
                "decide",
                list,
                "--objection",
                line.Word("objection")!,
                line.Word("upheld") == "true" ? "--upheld" : "--rejected",
            ],
            _ => ["close", list],
        };
        return Task.FromResult(Run("issued", [.. said, "--day", Word(line.Day), .. By(line)]).Expect(0));
    }

    public async Task<byte[]> ListAsync(string list, string form, bool open = false)
    {
        var file = scratch[$"{Guid.NewGuid():N}.{form}"];
        string[] more = open ? ["--public"] : [];
        Run("issued", ["write", list, "--format", form, "-o", file, .. more]).Expect(0);
        return await File.ReadAllBytesAsync(file);
    }

    public Task<JsonNode> PreviewAsync(DateOnly day)
    {
        var file = scratch[$"{Guid.NewGuid():N}.json"];
        Run("list", ["--as-of", Word(day), "--format", "json", "-o", file]).Expect(0);
        return Task.FromResult(JsonNode.Parse(File.ReadAllText(file))!);
    }

    public async Task<string> OpenAsync(WalkLine line)
    {
        string[] asked = ["--procedure", line.Of[1], "--step", line.Kind, "--unit", line.Of[2]];
        Run("case", ["open", line.Of[0], .. asked, .. Step(line)]).Expect(0);
        var cases = await JsonAsync("case", "list", "--plot", line.Of[0], "--procedure", line.Of[1]);
        return (string)cases.AsArray()[^1]!["number"]!;
    }

    public Task<IReadOnlyCollection<string>?> StepAsync(string number, WalkLine line)
    {
        var run = Run("case", ["step", number, line.Kind, .. Step(line)]);
        if (run.Exit == 0)
            return Task.FromResult<IReadOnlyCollection<string>?>(null);
        Assert.True(line.Allowed is not null, $"{line}: {run.Error}");
        run.Expect(1);
        return Task.FromResult<IReadOnlyCollection<string>?>([
            .. Kinds().Matches(run.Error).Select(kind => kind.Groups[1].Value),
        ]);
    }

    public Task PaperAsync(string number, string kind)
    {
        var office = scratch.Write("office.json", Office);
        var file = scratch[$"{number}-{kind}.docx"];
        Run("case", ["paper", number, kind, "-o", file, "--office", office]).Expect(0);
        Assert.True(new FileInfo(file).Length > 0);
        return Task.CompletedTask;
    }

    public Task<JsonNode> CaseAsync(string number) => JsonAsync("case", "show", number);

    public async Task<JsonArray> CasesAsync(string procedure, string state) =>
        (await JsonAsync("case", "list", "--procedure", procedure, "--state", state)).AsArray();

    public async Task<JsonArray> DueAsync(DateOnly on, bool overdue, string? procedure, string? unit)
    {
        List<string> asked = ["due", "--on", Word(on)];
        if (overdue)
            asked.Add("--overdue");
        if (procedure is not null)
            asked.AddRange(["--procedure", procedure]);
        if (unit is not null)
            asked.AddRange(["--unit", unit]);
        return (await JsonAsync("case", [.. asked])).AsArray();
    }

    public Task<JsonNode> ProgressAsync(DateOnly on, string list, decimal share)
    {
        var target = share.ToString(CultureInfo.InvariantCulture);
        string[] asked = ["--year", $"{on.Year}", "--on", Word(on), "--base", list, "--target-share", target];
        return JsonAsync("progress", asked);
    }

    public Task<JsonNode> ChargesAsync(DateOnly on) => JsonAsync("charges", "--on", Word(on));

    public Task<JsonNode> EvaluationAsync(string plot, DateOnly day) =>
        Task.FromResult(
            Run("evaluate", ["--as-of", Word(day), "--format", "ndjson"])
                .Expect(0)
                .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!)
                .Single(one => (string?)one["plot"] == plot)
        );

    public CommandRun Run(string command, params string[] arguments) =>
        CommandRun.At(clock, [command, .. arguments, "--store", store]);

    public Task<JsonNode> JsonAsync(string command, params string[] arguments) =>
        Task.FromResult(JsonNode.Parse(Run(command, [.. arguments, "--format", "json"]).Expect(0).Out)!);

    private static string[] Step(WalkLine line)
    {
        string[] facts = [.. line.Said.Select(said => $"{said.Key}={said.Value}")];
        return
        [
            "--day",
            Word(line.Day),
            "--role",
            "officer",
            .. facts is [] ? facts : ["--fact", .. facts],
            .. By(line),
        ];
    }

    private static string[] By(WalkLine line) =>
        line.Reason is { } reason ? ["--by", "王办", "--reason", reason] : ["--by", "王办"];

    private static string Word(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A refusal names each allowed step by its title and, in brackets, its kind.</summary>
    [GeneratedRegex(@"\(([a-z-]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Kinds();
}
