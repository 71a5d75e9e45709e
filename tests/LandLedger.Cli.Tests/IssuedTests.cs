using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LandLedger.PostGis.Cluster;

namespace LandLedger.Cli.Tests;

/// <summary>Lists issued by the command line, in both stores; each command is a process of its own.</summary>
public sealed class IssuedTests : IDisposable
{
    private const string Day = "2026-06-30";
    private const string Titles = "地块编号,行政区代码,面积（亩）,使用权人,坐落,约定动工时间,是否动工,成交价（万元）\n";
    private const string Rows =
        "A-1,331102,20,王小明,路 1 号,2024-01-01,否,1000\nA-2,331102,12.5,浙江龙鼎机械有限公司,路 2 号,2024-01-01,否,900\n";

    private static readonly string[] Forms = ["xlsx", "csv", "json", "geojson"];

    private readonly Scratch _scratch = new();

    public static TheoryData<bool> Stores => SupervisionNumberTests.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_list_is_made_again_to_the_byte_when_facts_and_rules_have_moved_on(bool database)
    {
        var store = Filled(database);
        var rules = _scratch.Write(
            "own.json",
            File.ReadAllText(Path.Combine(Tree.Root, "data", "law", "packages", "default.json"))
                .Replace("\"id\": \"default\"", "\"id\": \"own\"", StringComparison.Ordinal)
        );
        var issued = Issue(store, "--rules", rules, "--category", "idle").Expect(0).Out;
        Assert.Contains("已发清单 ", issued, StringComparison.Ordinal);
        Assert.Contains("规则 own@2026.1，2 宗，文件面积 32.50 亩", issued, StringComparison.Ordinal);
        var number = Number(store);
        var first = Forms.ToDictionary(form => form, form => Written(store, number, form));

        Import(store, "2026-07-31", Rows.Replace("否", "是", StringComparison.Ordinal));
        File.Delete(rules);
        Issue(store).Expect(0);

        Assert.Equal(first, Forms.ToDictionary(form => form, form => Written(store, number, form)));
        var shown = Json("issued", "show", number, "--store", store, "--format", "json");
        Assert.All(Forms, form => Assert.Equal((string?)shown["files"]![form], first[form]));
        Assert.Equal(("own", 2), ((string?)shown["rules"]!["package"], (int)shown["rows"]!));
        Assert.NotEqual(number, Number(store));
        CommandRun.Of("verify", "--store", store).Expect(0);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_list_is_judged_again_by_the_rules_of_then_and_a_package_altered_in_its_place_is_named(bool database)
    {
        var store = Filled(database);
        var rules = Town(1);
        Issue(store, "--rules", rules).Expect(0);
        var (number, recorded) = (Number(store), Entries(store)[^1]!["at"]!.GetValue<string>());
        var list = Judged(store, recorded, rules).Expect(0).Out;
        Assert.Contains("A-1", list, StringComparison.Ordinal);

        Thread.Sleep(5);
        Import(store, "2026-07-31", Rows.Replace("否", "是", StringComparison.Ordinal));
        Town(2);

        var again = CommandRun.Of("issued", "again", number, "--store", store, "--lang", "en").Expect(0).Out;
        Assert.Contains("by town@1 (SHA-256 ", again, StringComparison.Ordinal);
        Assert.Contains("The same 2 rows, byte for byte", again, StringComparison.Ordinal);
        foreach (
            var refused in (CommandRun[])
                [
                    CommandRun.Of("issued", "again", number, "--rules", rules, "--store", store).Expect(1),
                    Issue(store, "--rules", rules).Expect(1),
                    Judged(store, recorded, rules).Expect(2),
                    Progress(store, rules).Expect(2),
                ]
        )
            Assert.Matches("town@1.*[0-9a-f]{64}.*[0-9a-f]{64}", refused.Error.ReplaceLineEndings(" "));
        Assert.Matches(
            "规则包 town@1 内容（SHA-256 [0-9a-f]{64}）与以往据以决定的",
            CommandRun.Of("verify", "--rules", rules, "--store", store).Expect(1).Out
        );

        File.Delete(rules);
        Assert.Equal(list, Judged(store, recorded, "town@1").Expect(0).Out);
        Progress(store, "town@1").Expect(0);
        CommandRun.Of("verify", "--store", store).Expect(0);
    }

    [Fact]
    public void An_issued_list_says_what_the_list_of_that_day_says_and_its_number()
    {
        var store = Filled(database: false);
        Issue(store).Expect(0);
        var list = _scratch["list.csv"];
        CommandRun.Of("list", "--store", store, "--as-of", Day, "--format", "csv", "-o", list).Expect(0);
        var number = Number(store);
        Written(store, number, "csv");

        var expected = File.ReadAllText(list).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var said = File.ReadAllText(_scratch[$"{number}.csv"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(expected.Select((line, i) => line + (i == 0 ? ",清单编号" : "," + number)), said);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_list_is_published_objected_to_and_closed_and_what_may_not_be_is_refused(bool database)
    {
        var store = Filled(database);
        Issue(store).Expect(0);
        var number = Number(store);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        var day = Word(today);

        Assert.Contains(
            $"异议期至 {Word(today.AddDays(7))}（含）",
            Step("publish", "--days", "7").Expect(0).Out,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "第 2 行的异议已登记，序号 2",
            Step("object", "--plot", "A-2", "--objector", "甲", "--reason", "已动工").Expect(0).Out,
            StringComparison.Ordinal
        );
        Assert.Contains("异议 2 尚未处理", Step("close", "--reason", "x").Expect(1).Error, StringComparison.Ordinal);
        Step("decide", "--objection", "2", "--rejected", "--reason", "现场核查").Expect(0);
        Assert.Contains("公示期至", Step("close", "--reason", "x").Expect(1).Error, StringComparison.Ordinal);
        Assert.Contains("只有第 1 至 2 行", Step("object", "--row", "3").Expect(1).Error, StringComparison.Ordinal);
        Assert.Contains("没有地块 A-9", Step("object", "--plot", "A-9").Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains(
            "没有清单 2026-999",
            CommandRun.Of("issued", "show", "2026-999", "--store", store).Expect(1).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "不是清单编号",
            CommandRun.Of("issued", "show", "17", "--store", store).Expect(2).Error,
            StringComparison.Ordinal
        );

        var shown = CommandRun.Of("issued", "show", number, "--store", store, "--lang", "en").Expect(0).Out;
        Assert.Contains("甲 objects to row 2", shown, StringComparison.Ordinal);
        Assert.Contains("objection 2 is rejected", shown, StringComparison.Ordinal);
        var listed = Json("issued", "list", "--store", store, "--format", "json")[0]!;
        Assert.Equal(
            ("published", 1, 0),
            ((string?)listed["state"], (int)listed["objections"]!, (int)listed["undecided"]!)
        );
        CommandRun.Of("verify", "--store", store).Expect(0);

        CommandRun Step(string step, params string[] more) =>
            CommandRun.Of(["issued", step, number, "--day", day, "--by", "王办", "--store", store, .. more]);
    }

    [Fact]
    public void What_is_made_for_the_public_names_nobody_and_no_price()
    {
        var store = Filled(database: false);
        Issue(store).Expect(0);
        var file = _scratch["public.csv"];

        CommandRun
            .Of("issued", "write", Number(store), "--public", "--format", "csv", "-o", file, "--store", store)
            .Expect(0);

        var text = File.ReadAllText(file);
        Assert.Contains("王**", text, StringComparison.Ordinal);
        Assert.Contains("浙江****公司", text, StringComparison.Ordinal);
        Assert.DoesNotContain("小明", text, StringComparison.Ordinal);
        Assert.DoesNotContain("10000000", text, StringComparison.Ordinal);
        Assert.Contains("成交价", File.ReadAllText(Listed(store)), StringComparison.Ordinal);
        Assert.DoesNotContain("成交价", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_key_issues_one_list()
    {
        var store = Filled(database: false);
        var first = Issue(store, "--key", "k").Expect(0).Out;
        Assert.Equal(first, Issue(store, "--key", "k").Expect(0).Out);
        Assert.Contains(
            "防重键 k 已用于另一清单或步骤",
            Issue(store, "--key", "k", "--category", "idle").Expect(1).Error,
            StringComparison.Ordinal
        );
        Assert.Single(Json("issued", "list", "--store", store, "--format", "json").AsArray());
    }

    public void Dispose() => _scratch.Dispose();

    private string Filled(bool database)
    {
        var store = database ? Databases.Store() : _scratch[$"{Guid.NewGuid():N}.gpkg"];
        Import(store, "2026-01-31", Rows);
        return store;
    }

    private void Import(string store, string on, string rows) =>
        CommandRun.Of("import", _scratch.Write("台账.csv", Titles + rows), "--store", store, "--on", on).Expect(0);

    private static CommandRun Progress(string store, string rules) =>
        CommandRun.Of("progress", "--store", store, "--year", Day[..4], "--on", Day, "--rules", rules);

    private static CommandRun Issue(string store, params string[] more) =>
        CommandRun.Of(["issue-list", "--store", store, "--as-of", Day, "--by", "王办", "--reason", "季度", .. more]);

    private static string Number(string store) =>
        (string)Json("issued", "list", "--store", store, "--format", "json").AsArray()[^1]!["number"]!;

    /// <summary>The digest of the file, which the command says to be the one that was issued.</summary>
    private string Written(string store, string number, string form)
    {
        var file = _scratch[$"{number}.{form}"];
        var said = CommandRun
            .Of("issued", "write", number, "--format", form, "-o", file, "--store", store)
            .Expect(0)
            .Out;
        Assert.Contains("与发文时逐字节一致", said, StringComparison.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
    }

    /// <summary>A county's own package.</summary>
    /// <param name="years">After how many years land is idle.</param>
    private string Town(int years) =>
        _scratch.Write(
            "town.json",
            $$"""
            { "id": "town", "version": "1", "title": { "zh": "本镇", "en": "Town" }, "rules": ["idle.not-started"],
              "numbers": ["order-53", "house-defaults"],
              "instruments": [{ "id": "town-1", "title": { "zh": "细则", "en": "Rules" }, "issuer": { "zh": "镇政府", "en": "Town" },
                "number": { "zh": "1号", "en": "1" }, "inForce": "2020-01-01", "trust": "R" }],
              "own": { "instrument": "town-1", "numbers": [
                { "id": "idle.full-years", "value": {{years}}, "unit": "year", "from": "2020-01-01", "article": "3", "trust": "R" },
                { "id": "idle.take-back-years", "value": 5, "unit": "year", "from": "2020-01-01", "article": "4", "trust": "R" }] } }
            """
        );

    private static CommandRun Judged(string store, string recorded, string rules) =>
        CommandRun.Of([
            .. (string[])["evaluate", "--store", store, "--as-of", Day, "--format", "json"],
            .. (string[])["--recorded", recorded, "--rules", rules],
        ]);

    private static List<JsonNode> Entries(string store) =>
        [
            .. CommandRun
                .Of("ledger", "--store", store)
                .Expect(0)
                .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!),
        ];

    private string Listed(string store)
    {
        Written(store, Number(store), "csv");
        return _scratch[$"{Number(store)}.csv"];
    }

    private static string Word(DateOnly day) => day.ToString("yyyy-MM-dd", null);

    private static JsonNode Json(params string[] arguments) => JsonNode.Parse(CommandRun.Of(arguments).Expect(0).Out)!;
}
