using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

/// <summary>What cases say of plots, in all that tells a plot's class, in both stores.</summary>
public sealed class CaseParkTests(CasePark park) : IClassFixture<CasePark>, IDisposable
{
    private const string Day = "2026-06-30";

    private readonly Scratch _scratch = new();

    public static TheoryData<bool> Stores => SupervisionNumberTests.Stores;

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(Stores))]
    public void List_map_acreage_and_evaluation_agree_on_the_class_that_counts_and_show_the_computed_one(bool database)
    {
        var store = park.Of(database);

        var evaluated = Lines(Run("evaluate", store, "--format", "ndjson"));
        var map = JsonNode.Parse(File.ReadAllText(Written("map", store, "geojson")))!["features"]!
            .AsArray()
            .Select(feature => feature!["properties"]!)
            .ToList();
        var acreage = JsonNode.Parse(Run("acreage", store, "--format", "json"))!["rows"]!.AsArray();
        var categories = CasePark.Counts.Values.Distinct().Order(StringComparer.Ordinal).ToArray();
        var list = JsonNode.Parse(
            File.ReadAllText(Written("list", store, "json", "--held", "--category", string.Join(',', categories)))
        )!;

        foreach (var (plot, counts) in CasePark.Counts)
        {
            var one = evaluated.Single(line => (string?)line["plot"] == plot);
            var (feature, row) = (Of(map, plot), Of(list["rows"]!.AsArray()!, plot));
            Assert.All([one, feature, row], said => Assert.Equal("idle", (string?)said["category"]));
            var set = counts == "idle" ? null : counts;
            Assert.Equal(set, (string?)one["setCategory"]?["set"]);
            Assert.All([feature, row], said => Assert.Equal(set, (string?)said["set_category"]));
            Assert.Equal(plot == "A-2", one["hold"] is not null);
            Assert.All([feature, row], said => Assert.Equal(plot == "A-2", (bool)said["held"]!));
            Assert.All([feature, row], said => Assert.Equal(plot is "A-4" or "A-5", said["cases"] is null));
        }
        foreach (var category in categories)
        {
            var mu = MuOf(category);
            Assert.Equal(mu, (decimal)acreage.Single(row => (string?)row!["category"] == category)!["statedMu"]!);
            Assert.Equal(
                mu,
                (decimal)
                    list["byCategory"]!.AsArray().Single(row => (string?)row!["category"] == category)!["statedMu"]!
            );
            Assert.Contains(
                mu.ToString("0.00", CultureInfo.InvariantCulture),
                Run("evaluate", store),
                StringComparison.Ordinal
            );
        }
        Assert.Equal(CasePark.Plots.Sum(plot => plot.Mu), (decimal)list["total"]!["statedMu"]!);
        Assert.Equal(
            ["idle>in-order 20.25", "idle>low-efficiency 7"],
            list["bySetCategory"]!
                .AsArray()
                .Select(set => $"{set!["category"]}>{set["setCategory"]} {set["statedMu"]}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_hold_keeps_a_plot_off_the_list_and_the_list_says_so_in_each_form(bool database)
    {
        var store = park.Of(database);

        var path = Written("list", store, "json", "--category", "idle");
        var idle = JsonNode.Parse(File.ReadAllText(path))!;
        Assert.Equal(["A-4", "A-5"], Rows(idle));
        Assert.Equal((1, 30.5m), ((int)idle["heldBack"]!["plots"]!, (decimal)idle["heldBack"]!["statedMu"]!));
        Assert.Equal(MuOf("idle"), (decimal)idle["total"]!["statedMu"]! + (decimal)idle["heldBack"]!["statedMu"]!);
        Assert.Contains("另有 1 宗（文件面积 30.50 亩", Last(store, "csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("另有", Last(store, "csv", "--held"), StringComparison.Ordinal);
        var map = JsonNode.Parse(File.ReadAllText(Written("list", store, "geojson", "--category", "idle")))!;
        Assert.Equal(1, (int)map["heldBack"]!["plots"]!);
        var sheet = RowsOf(Written("list", store, "xlsx", "--category", "idle"));
        Assert.Contains("暂缓列入，未列", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain(">A-2<", sheet, StringComparison.Ordinal);

        var held = JsonNode.Parse(File.ReadAllText(Written("list", store, "json", "--category", "idle", "--held")))!;
        Assert.Equal(["A-2", "A-4", "A-5"], Rows(held));
        Assert.Equal((0, 1), ((int)held["heldBack"]!["plots"]!, (int)held["held"]!["plots"]!));
        Assert.Contains("诉讼中", (string?)Of(held["rows"]!.AsArray()!, "A-2")["held_basis"], StringComparison.Ordinal);
    }

    /// <summary>Nothing is open for land set in order; land set of low efficiency is to be dealt with, by its case.</summary>
    [Theory]
    [MemberData(nameof(Stores))]
    public void By_default_a_list_has_what_calls_for_acts_by_the_class_that_counts(bool database)
    {
        var store = park.Of(database);

        var list = JsonNode.Parse(File.ReadAllText(Written("list", store, "json", "--held")))!;

        Assert.Equal(["A-2", "A-4", "A-5", "A-3"], Rows(list));
        var set = Of(list["rows"]!.AsArray()!, "A-3");
        Assert.Empty(set["measures"]!.AsArray());
        Assert.Contains("园办〔2026〕3号", (string?)set["set_basis"], StringComparison.Ordinal);
        Assert.Contains("不产生处置方式", (string?)set["set_basis"], StringComparison.Ordinal);
        Assert.DoesNotContain("A-1", Rows(list));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void An_explanation_tells_both_classes_the_hold_and_the_cases_in_both_languages(bool database)
    {
        var store = park.Of(database);

        var chinese = Run("explain", store, "A-1");
        Assert.Contains("符合要求（另定；系统判定闲置）", chinese, StringComparison.Ordinal);
        Assert.Contains("案件2026-0001，2026年3月10日，园办〔2026〕1号：已动工未录", chinese, StringComparison.Ordinal);
        Assert.Contains("按系统判定，自2025年1月2日起闲置", chinese, StringComparison.Ordinal);
        Assert.Contains("在办案件：2026-0001 闲置土地处置程序（涉嫌闲置）", chinese, StringComparison.Ordinal);
        var english = Run("explain", store, "A-1", "--lang", "en");
        Assert.Contains("in order (set by a case; the rules give: idle)", english, StringComparison.Ordinal);
        Assert.Contains("opens none by itself", english, StringComparison.Ordinal);
        Assert.Contains(
            "暂缓列入清单：案件2026-0002，2026年3月11日起：诉讼中",
            Run("explain", store, "A-2"),
            StringComparison.Ordinal
        );
        var file = _scratch["file.html"];
        CommandRun.Of("file", "A-1", "--store", store, "--as-of", Day, "--format", "html", "-o", file).Expect(0);
        var page = File.ReadAllText(file);
        Assert.Contains("符合要求（另定；系统判定闲置）", page, StringComparison.Ordinal);
        Assert.Contains(
            "<td>2026年3月10日</td><td>案件2026-0001：另定类别</td><td>系统判定类别：闲置；另定类别：符合要求；文号：园办〔2026〕1号；事由：已动工未录",
            page,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_class_counts_as_of_the_day_and_as_recorded_and_a_case_that_turned_a_plot_is_named(bool database)
    {
        var store = park.Of(database);
        var ledger = Lines(CommandRun.Of("ledger", "--store", store).Expect(0).Out);
        var before = (string)
            ledger.First(entry => entry.ToJsonString().Contains("override", StringComparison.Ordinal))["at"]!;
        var known = DateTimeOffset
            .Parse(before, CultureInfo.InvariantCulture)
            .AddMilliseconds(-1)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

        Assert.Equal(["idle 5"], Sums(Day, "--recorded", known));
        Assert.Equal(
            ["idle 3", "in-order 1", "low-efficiency 1"],
            Sums("2026-03-14", "--recorded", After("2026-0003", ledger))
        );
        Assert.Equal(["idle 2", "in-order 1", "low-efficiency 2"], Sums("2026-04-30"));
        Assert.Equal(["idle 5"], Sums("2026-03-09"));

        var diff = JsonNode.Parse(
            CommandRun
                .Of(
                    "diff",
                    "--store",
                    store,
                    "--from",
                    "2026-04-30",
                    "--to",
                    Day,
                    "--recorded-from",
                    "2100-01-01",
                    "--recorded-to",
                    "2100-01-01",
                    "--format",
                    "json"
                )
                .Expect(0)
                .Out
        )!;
        var turn = Assert.Single(diff["turns"]!.AsArray())!;
        Assert.Equal("A-4 low-efficiency>idle", $"{turn["plot"]} {turn["from"]}>{turn["to"]}");
        var step = Assert.Single(turn["steps"]!.AsArray())!;
        var by = Assert.Single(step["cases"]!.AsArray())!;
        Assert.Equal(
            ("case", "2026-0004", "drop", "2026-05-01"),
            ((string?)step["by"], (string?)by["number"], (string?)by["step"], (string?)by["day"])
        );
        var sums = diff["sums"]!.AsArray();
        foreach (var category in CasePark.Counts.Values.Distinct())
            Assert.Equal(
                MuOf(category),
                sums.Where(sum => (string?)sum!["to"] == category).Sum(sum => (decimal)sum!["after"]!["statedMu"]!)
            );

        IEnumerable<string> Sums(string day, params string[] more) =>
            JsonNode.Parse(
                CommandRun.Of(["acreage", "--store", store, "--as-of", day, "--format", "json", .. more]).Expect(0).Out
            )!["rows"]!
                .AsArray()
                .Select(row => $"{row!["category"]} {row["plots"]}");
    }

    /// <summary>A-1 is in order by its case and no stock; A-3 is stock of the class that its own case set; A-4's case ended the year before.</summary>
    [Theory]
    [MemberData(nameof(Stores))]
    public void Progress_counts_by_the_class_that_counts(bool database) =>
        Assert.Equal(
            ["idle 3 50.625", "low-efficiency 1 7", "case-open 2 37.5", "untouched 2 20.125"],
            Progress(park.Of(database), "2027-06-30")
        );

    [Fact]
    public void Progress_of_a_list_counts_by_the_class_that_was_set_when_it_was_issued()
    {
        var store = _scratch["copy.gpkg"];
        File.Copy(park.Of(database: false), store);
        var issued = CommandRun
            .Of("issue-list", "--store", store, "--as-of", "2026-04-30", "--category", "idle,low-efficiency")
            .Expect(0);
        Assert.Contains("另有 1 宗（文件面积 30.50 亩", issued.Out, StringComparison.Ordinal);
        var list = (string)
            JsonNode.Parse(CommandRun.Of("issued", "list", "--store", store, "--format", "json").Expect(0).Out)![0]![
                "number"
            ]!;

        Assert.Equal(
            ["idle 1 11", "low-efficiency 2 16.125", "case-open 1 7", "untouched 2 20.125"],
            Progress(store, Day, "--base", list)
        );
    }

    /// <summary>Plots and stated mu of the stock, by class and by outcome.</summary>
    private static IEnumerable<string> Progress(string store, string on, params string[] more)
    {
        var told = JsonNode.Parse(
            CommandRun
                .Of(["progress", "--store", store, "--year", on[..4], "--on", on, "--format", "json", .. more])
                .Expect(0)
                .Out
        )!;
        return Part("byCategory", "category").Concat(Part("byOutcome", "outcome"));

        IEnumerable<string> Part(string part, string key) =>
            told[part]!
                .AsArray()
                .Select(line => $"{line![key]} {line["stock"]!["plots"]} {line["stock"]!["statedMu"]}");
    }

    /// <summary>The time of the first entry about a case that sets a class of it.</summary>
    private static string After(string number, List<JsonNode> ledger) =>
        (string)
            ledger.First(entry =>
                entry.ToJsonString() is var text
                && text.Contains(number, StringComparison.Ordinal)
                && text.Contains("override", StringComparison.Ordinal)
            )["at"]!;

    private static string RowsOf(string workbook)
    {
        using var zip = ZipFile.OpenRead(workbook);
        using var part = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return part.ReadToEnd();
    }

    private static decimal MuOf(string category) =>
        CasePark.Plots.Where(plot => CasePark.Counts[plot.Plot] == category).Sum(plot => plot.Mu);

    private static JsonNode Of(IEnumerable<JsonNode?> all, string plot) =>
        all.Single(one => (string?)one!["plot"] == plot)!;

    private static IEnumerable<string?> Rows(JsonNode list) =>
        list["rows"]!.AsArray().Select(row => (string?)row!["plot"]);

    private static List<JsonNode> Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    private static string Run(string command, string store, params string[] more) =>
        CommandRun.Of([command, "--store", store, "--as-of", Day, .. more]).Expect(0).Out;

    private string Written(string command, string store, string format, params string[] more)
    {
        var path = _scratch[$"{Guid.NewGuid():N}.{format}"];
        Run(command, store, ["--format", format, "-o", path, .. more]);
        return path;
    }

    private string Last(string store, string format, params string[] more) =>
        Run("list", store, ["--format", format, "-o", _scratch[$"{Guid.NewGuid():N}.{format}"], .. more]);
}
