using System.Text.Json.Nodes;
using LandLedger.PostGis.Cluster;

namespace LandLedger.Cli.Tests;

/// <summary>Which plots turned between two days, and whether time, rules or facts turned them; all figures found by hand.</summary>
public sealed class DiffTests : IDisposable
{
    private const string Titles = "地块编号,文件面积（亩）,使用权人,供应状态,约定动工日期,是否动工,是否停工\n";

    private readonly Scratch _scratch = new();

    public static TheoryData<bool> Stores => SupervisionNumberTests.Stores;

    public void Dispose() => _scratch.Dispose();

    /// <summary>
    /// The year of a start agreed for 31 March 2025 ends at the close of 31 March 2026, so A-1 is idle the day after by time alone. A-2, idle on
    /// both days, turns out to have begun. A-5 would have turned by time, but has begun: it stays in order. A-6 passes its year with nobody
    /// knowing whether it has begun, and then is known not to have. A-4 is new.
    /// </summary>
    [Theory]
    [MemberData(nameof(Stores))]
    public void What_turned_a_plot_is_told_step_by_step_and_the_sums_close_with_both_evaluations(bool database)
    {
        var store = database ? Databases.Store() : _scratch["park.gpkg"];
        Import(
            store,
            "2026-03-30",
            "A-1,10,甲,已供,2025-03-31,否,否\nA-2,20,甲,已供,2024-01-01,否,否\nA-3,30,甲,已供,2024-01-01,否,否\n"
                + "A-5,7,甲,已供,2025-03-31,否,否\nA-6,8,甲,已供,2025-03-31,,否\n"
        );
        var known = At(store);
        Import(
            store,
            "2026-04-01",
            "A-1,10,乙,已供,2025-03-31,否,否\nA-2,20,乙,已供,2024-01-01,是,否\nA-3,30,甲,已供,2024-01-01,否,否\n"
                + "A-4,5,甲,已供,2024-01-01,是,否\nA-5,7,甲,已供,2025-03-31,是,否\nA-6,9,乙,已供,2025-03-31,否,否\n"
        );

        var diff = Diff(store, known, "json");

        Assert.Equal(
            [
                "A-1 in-order>idle: time in-order>idle",
                $"A-2 idle>in-order: fact idle>in-order (begun false>true, entry {Entry(store, "A-2")})",
                $"A-4 >in-order: fact >in-order (plot >A-4, entry {Entry(store, "A-4")})",
                "A-6 in-order>idle: time in-order>undetermined; "
                    + $"fact undetermined>idle (begun >false, entry {Entry(store, "A-6")})",
            ],
            diff["turns"]!.AsArray().Select(turn => Told(turn!))
        );
        Assert.Equal(
            [
                "in-order>in-order 1 7 1 7",
                "in-order>idle 2 18 2 19",
                "idle>in-order 1 20 1 20",
                "idle>idle 1 30 1 30",
                ">in-order 0 0 1 5",
            ],
            diff["sums"]!.AsArray().Select(sum => $"{Classes(sum!)} {Sums(sum!)}")
        );
        Assert.Equal("5 75 6 81", Sums(diff["total"]!));
        AssertCloses(diff, "from", "before", Acreage(store, "2026-03-31", "--recorded", known));
        AssertCloses(diff, "to", "after", Acreage(store, "2026-04-01"));
    }

    /// <summary>The year of a start agreed for 31 March 2025 ends at the close of 31 March 2026.</summary>
    [Fact]
    public void The_classes_of_a_plot_are_told_run_by_run()
    {
        var store = _scratch["park.gpkg"];
        Import(store, "2026-03-30", "A-1,10,甲,已供,2025-03-31,否,否\n");
        string[] asked = ["classes", "A-1", "--store", store, "--rules", "order-53", "--to", "2026-05-01", "--from"];

        var told = CommandRun.Of([.. asked, "2026-03-01"]).Expect(0);

        Assert.Equal(
            ["2026-03-01 至 2026-03-31　符合要求", "2026-04-01 至 2026-05-01　闲置"],
            told.Out.Split('\n').Where(line => line.Length > 0 && !line.StartsWith(' ')).Select(line => line.Trim())
        );
        Assert.Contains("应于2025年3月31日动工", told.Out, StringComparison.Ordinal);
        CommandRun.Of([.. asked, "2026-05-02"]).Expect(2);
    }

    /// <summary>From 2026 on the county counts two years where the law counts one, so land idle on New Year's Eve is in order the day after.</summary>
    [Fact]
    public void A_number_that_came_into_force_between_the_days_is_named_as_what_turned_the_plot()
    {
        var store = _scratch["park.gpkg"];
        Import(store, "2025-06-30", "A-1,10,甲,已供,2024-03-31,否,否\nA-2,20,甲,已供,2023-03-31,否,否\n");
        var county = _scratch.Write("county.json", County);
        string[] asked = ["--from", "2025-12-31", "--to", "2026-01-01", "--recorded-from", At(store)];

        var same = Json(["diff", "--store", store, .. asked, "--rules", county, "--format", "json"]);
        var other = Json([
            "diff",
            "--store",
            store,
            .. asked,
            "--rules",
            "order-53",
            "--rules-to",
            county,
            "--format",
            "json",
        ]);

        Assert.Equal(
            ["A-1 idle>in-order: rule idle>in-order [idle.full-years 1>2]"],
            same["turns"]!.AsArray().Select(turn => Told(turn!))
        );
        Assert.Equal(["A-1 idle>in-order: rule idle>in-order"], other["turns"]!.AsArray().Select(turn => Told(turn!)));
        Assert.Equal(
            ("order-53", "2026.7"),
            ((string)other["from"]!["rules"]!["package"]!, (string)other["to"]!["rules"]!["version"]!)
        );
    }

    /// <summary>A firm pays 600,000 yuan on 20 mu, 30,000 a mu, which is not below the limit; corrected to 599,999 it is.</summary>
    [Fact]
    public void Figures_of_a_firm_that_turned_a_plot_are_named_with_the_entry_of_the_firm()
    {
        var store = _scratch["park.gpkg"];
        var county = _scratch.Write("tax.json", Tax);
        var plots = _scratch.Write(
            "台账.csv",
            "地块编号,文件面积（亩）,供应状态,批准用途,是否投产\nA-1,20,已供,工业用地,是\n"
        );
        CommandRun.Of("import", plots, "--store", store, "--on", "2026-01-31", "--county", "331102").Expect(0);
        Firm("600000", "2026-02-28");
        var known = At(store);
        Firm("599999", "2026-03-31");

        var diff = Json([
            "diff",
            "--store",
            store,
            "--from",
            "2026-03-31",
            "--to",
            "2026-03-31",
            "--recorded-from",
            known,
            "--rules",
            county,
            "--format",
            "json",
        ]);

        var turn = Assert.Single(diff["turns"]!.AsArray())!;
        Assert.EndsWith(">low-efficiency", Classes(turn), StringComparison.Ordinal);
        var fact = Assert.Single(Assert.Single(turn["steps"]!.AsArray())!["facts"]!.AsArray())!;
        Assert.Equal(
            ("years", "tax=600000, year=2025", "tax=599999, year=2025", "firms/91330000MA00000001"),
            ((string)fact["field"]!, (string)fact["old"]!, (string)fact["new"]!, (string)fact["about"]!)
        );

        void Firm(string tax, string on) =>
            CommandRun
                .Of(
                    "import",
                    _scratch.Write(
                        "企业.csv",
                        $"企业名称,统一社会信用代码,地块编号,年度,税收（元）\n甲公司,91330000MA00000001,A-1,2025,{tax}\n"
                    ),
                    "--store",
                    store,
                    "--on",
                    on,
                    "--county",
                    "331102"
                )
                .Expect(0);
    }

    [Fact]
    public void Every_form_names_the_plots_and_what_turned_them_in_both_languages()
    {
        var store = _scratch["park.gpkg"];
        Import(store, "2026-03-30", "A-1,10,甲,已供,2025-03-31,否,否\n");
        var known = At(store);

        var line = JsonNode.Parse(Diff(store, known, ["--format", "ndjson"]).Out)!;
        Assert.Equal("A-1 in-order>idle: time in-order>idle", Told(line));
        var rows = Diff(store, known, ["--format", "csv"]).Out.TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal(
            "A-1,331102,符合要求,闲置,时间推移,符合要求,闲置,,2026-03-31,order-53@2026.1,2026-04-01,order-53@2026.1",
            rows[1]
        );
        Assert.Contains(
            "A-1（331102）：符合要求 → 闲置\n    时间推移：符合要求 → 闲置\n",
            Diff(store, known, []).Out,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "A-1 (331102): in order → idle\n    time: in order → idle\n",
            Diff(store, known, ["--lang", "en"]).Out,
            StringComparison.Ordinal
        );
    }

    /// <summary>Nothing was recorded when the earlier day ended: what would be held against what is told, with what to ask instead.</summary>
    [Fact]
    public void Days_without_records_and_sides_in_the_wrong_order_are_refused()
    {
        var store = _scratch["park.gpkg"];
        Import(store, "2026-03-30", "A-1,10,甲,已供,2025-03-31,否,否\n");

        var none = CommandRun.Of("diff", "--store", store, "--from", "2025-01-01", "--to", "2026-04-01");
        Assert.Contains("尚无任何记录", none.Expect(2).Error, StringComparison.Ordinal);
        var order = CommandRun.Of("diff", "--store", store, "--from", "2026-04-01", "--to", "2026-03-31");
        Assert.Contains("--to", order.Expect(2).Error, StringComparison.Ordinal);
    }

    private static CommandRun Diff(string store, string known, string[] more) =>
        CommandRun
            .Of([
                "diff",
                "--store",
                store,
                "--from",
                "2026-03-31",
                "--to",
                "2026-04-01",
                "--recorded-from",
                known,
                "--recorded-to",
                "2199-01-01",
                "--rules",
                "order-53",
                .. more,
            ])
            .Expect(0);

    private static JsonNode Diff(string store, string known, string format) =>
        JsonNode.Parse(Diff(store, known, ["--format", format]).Out)!;

    private static JsonNode Json(string[] asked) =>
        JsonNode.Parse(CommandRun.Of([.. asked, "--recorded-to", "2199-01-01"]).Expect(0).Out)!;

    private void Import(string store, string on, string rows) =>
        CommandRun
            .Of("import", _scratch.Write("台账.csv", Titles + rows), "--store", store, "--on", on, "--county", "331102")
            .Expect(0);

    private static List<JsonNode> Entries(string store) =>
        [
            .. CommandRun
                .Of("ledger", "--store", store)
                .Expect(0)
                .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(entry => JsonNode.Parse(entry)!),
        ];

    /// <summary>When the last entry was recorded.</summary>
    private static string At(string store) => (string)Entries(store)[^1]["at"]!;

    /// <summary>The last entry about a plot.</summary>
    private static long Entry(string store, string plot) =>
        (long)Entries(store).Last(entry => (string)entry["about"]! == $"plots/331102/{plot}")["number"]!;

    private static JsonNode Acreage(string store, string asOf, params string[] recorded) =>
        JsonNode.Parse(
            CommandRun
                .Of([
                    "acreage",
                    "--store",
                    store,
                    "--as-of",
                    asOf,
                    "--rules",
                    "order-53",
                    "--format",
                    "json",
                    .. recorded,
                ])
                .Expect(0)
                .Out
        )!;

    /// <summary>The rows of one class add up to what the evaluation of that day says of it.</summary>
    private static void AssertCloses(JsonNode diff, string side, string sum, JsonNode acreage)
    {
        var sums = diff["sums"]!
            .AsArray()
            .Where(row => row![side] is not null)
            .GroupBy(row => (string)row![side]!)
            .Select(rows =>
                (
                    rows.Key,
                    rows.Sum(row => (int)row![sum]!["plots"]!),
                    rows.Sum(row => (decimal)row![sum]!["statedMu"]!)
                )
            );
        Assert.Equal(
            acreage["rows"]!
                .AsArray()
                .Select(row => ((string)row!["category"]!, (int)row["plots"]!, (decimal)row["statedMu"]!))
                .Order(),
            sums.Order()
        );
    }

    private static string Told(JsonNode turn) =>
        $"{turn["plot"]} {Classes(turn)}: " + string.Join("; ", turn["steps"]!.AsArray().Select(step => Step(step!)));

    private static string Step(JsonNode step)
    {
        var facts = step["facts"]!
            .AsArray()
            .Select(fact => $" ({fact!["field"]} {fact["old"]}>{fact["new"]}, entry {fact["entry"]})");
        var numbers = step["numbers"]!
            .AsArray()
            .Select(number => $" [{number!["id"]} {number["old"]}>{number["new"]}]");
        return $"{step["by"]} {Classes(step)}" + string.Concat(facts.Concat(numbers));
    }

    private static string Classes(JsonNode of) => $"{of["from"]}>{of["to"]}";

    private static string Sums(JsonNode of) =>
        $"{of["before"]!["plots"]} {of["before"]!["statedMu"]} {of["after"]!["plots"]} {of["after"]!["statedMu"]}";

    private const string County = """
        {
          "id": "our-county", "version": "2026.7", "title": { "zh": "本县", "en": "Our county" }, "perMuBasis": "stated",
          "rules": ["idle.not-started", "idle.suspended"], "numbers": ["order-53", "house-defaults"],
          "instruments": [
            {
              "id": "county-2026-3", "title": { "zh": "细则", "en": "Rules" }, "issuer": { "zh": "县政府", "en": "County" },
              "number": { "zh": "3号", "en": "no. 3" }, "inForce": "2026-01-01", "trust": "R"
            }
          ],
          "own": {
            "instrument": "county-2026-3", "clauses": {},
            "numbers": [
              { "id": "idle.full-years", "value": 2, "unit": "year", "from": "2026-01-01", "to": null, "article": "1", "trust": "R" },
              { "id": "idle.take-back-years", "value": 3, "unit": "year", "from": "2026-01-01", "to": null, "article": "2", "trust": "R" }
            ]
          }
        }
        """;

    private const string Tax = """
        {
          "id": "tax", "version": "1", "title": { "zh": "税收", "en": "Tax" }, "perMuBasis": "stated",
          "rules": ["low.tax-per-mu"], "numbers": ["order-53", "house-defaults", "low-defaults", "xingguo-2022"]
        }
        """;
}
