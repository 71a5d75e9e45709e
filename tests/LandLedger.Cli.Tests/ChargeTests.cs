using System.Text.Json.Nodes;
using LandLedger.PostGis.Cluster;

namespace LandLedger.Cli.Tests;

/// <summary>Mortgages on plots by the command line, in both stores.</summary>
public sealed class ChargeTests : IDisposable
{
    private const string Plots =
        "地块编号,行政区代码,片区,面积（亩）,使用权人,约定动工日期,是否动工\n"
        + "A-1,331102,东,30,甲,2024-01-01,否\nA-2,331102,西,20,甲,2024-01-01,否\nA-3,331102,西,10,乙,2024-01-01,否\n";

    private const string Titles =
        "地块编号,抵押权证号,抵押权人,抵押登记日期,抵押注销日期,抵押面积（亩）,担保债权数额（万元）\n";

    /// <summary>Certificate 1 lies on two plots and secures one sum; 2 was released on 30 June; of 3 nobody knows the day; 4 is of that day.</summary>
    private const string Ledger =
        Titles
        + "A-1,证1,农商行,2025-03-01,,30,500\nA-2,证1,农商行,2025-03-01,,12.5,500\nA-2,证2,城商行,2024-05-01,2026-06-30,20,300\n"
        + "A-3,证3,城商行,,,10,100\nA-3,证4,城商行,2026-06-30,,,80.5\n";

    private readonly Scratch _scratch = new();

    public static TheoryData<bool> Stores => SupervisionNumberTests.Stores;

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(Stores))]
    public void What_stands_on_a_day_adds_up_and_a_certificate_on_two_plots_counts_once(bool database)
    {
        var store = Filled(database);

        Assert.Equal(
            ["农商行 1 2 42.5 0 5000000 0", "城商行 1 1 0 1 805000 0", " 2 3 42.5 1 5805000 0"],
            Sums(store, "2026-06-30", "mortgagee", out var unsure)
        );
        Assert.Equal(1, unsure);
        Assert.Equal(
            ["农商行 1 2 42.5 0 5000000 0", "城商行 1 1 20 0 3000000 0", " 2 3 62.5 0 8000000 0"],
            Sums(store, "2026-06-29", "mortgagee", out _)
        );
        Assert.Equal(
            ["东、西 1 2 42.5 0 5000000 0", "西 1 1 0 1 805000 0", " 2 3 42.5 1 5805000 0"],
            Sums(store, "2026-06-30", "zone", out _)
        );
        var page = CommandRun.Of("charges", "--store", store, "--on", "2026-06-30", "--lang", "en").Expect(0).Out;
        Assert.Contains("5805000.00", page, StringComparison.Ordinal);
        Assert.Contains("1 more mortgages have no recorded day", page, StringComparison.Ordinal);
        CommandRun.Of("verify", "--store", store).Expect(0);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void What_stood_by_the_facts_of_then_is_told_after_more_became_known(bool database)
    {
        var store = Filled(database);
        var before = Sums(store, "2026-06-30", "mortgagee", out _);
        var recorded = Moment.Between();
        Import(
                store,
                "2026-07-31",
                "注销.csv",
                "地块编号,抵押权证号,抵押注销日期\nA-1,证1,2026-06-15\nA-2,证1,2026-06-15\n"
            )
            .Expect(0);

        Assert.DoesNotContain("农商行", string.Concat(Sums(store, "2026-06-30", "mortgagee", out _)));
        Assert.Equal(before, Sums(store, "2026-06-30", "mortgagee", out _, "--recorded", recorded));
        CommandRun.Of("charges", "--store", store, "--on", "2026-06-30", "--recorded", "2020-01-01").Expect(2);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_release_is_laid_over_its_certificate_and_the_file_and_history_tell_it(bool database)
    {
        var store = Filled(database);
        var told = Import(
                store,
                "2026-07-31",
                "注销.csv",
                "地块编号,抵押权证号,抵押注销日期\nA-1,证1,2026-07-15\nA-2,证1,2026-07-15\n"
            )
            .Expect(0)
            .Out;

        Assert.Contains(
            "变更 A-1：抵押 证1: 抵押注销日期 未记录 → 证1: 抵押注销日期 2026年7月15日",
            told,
            StringComparison.Ordinal
        );
        Assert.Contains("农商行", Explain(store, "2026-07-14"), StringComparison.Ordinal);
        Assert.Contains("收回前须书面通知抵押权人", Explain(store, "2026-07-14"), StringComparison.Ordinal);
        Assert.DoesNotContain("农商行", Explain(store, "2026-07-15"), StringComparison.Ordinal);
        Assert.Contains(
            "证1",
            CommandRun.Of("history", "A-1", "--store", store).Expect(0).Out,
            StringComparison.Ordinal
        );
        var file = _scratch["file.html"];
        CommandRun
            .Of("file", "A-1", "--store", store, "--as-of", "2026-07-31", "--format", "html", "-o", file)
            .Expect(0);
        var page = File.ReadAllText(file);
        Assert.Contains("<td>2025年3月1日</td><td>抵押登记（证1）</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>2026年7月15日</td><td>抵押注销（证1）</td>", page, StringComparison.Ordinal);
        CommandRun.Of("verify", "--store", store).Expect(0);
    }

    [Fact]
    public void Rows_that_contradict_each_other_stand_side_by_side_and_what_a_later_file_lacks_is_kept()
    {
        var store = Filled(database: false);
        var contested = CommandRun.Of(
            "import",
            _scratch.Write(
                "两行.csv",
                Titles + "A-1,证9,农商行,2026-01-01,,30,500\nA-1,证9,农商行,2026-01-01,,30,600\n"
            ),
            "--store",
            store,
            "--on",
            "2026-07-01",
            "--keep-good"
        );
        Assert.Contains("证9", contested.Expect(0).Out, StringComparison.Ordinal);
        Assert.Equal("农商行 2 3 72.5 0 5000000 1", Sums(store, "2026-07-01", "mortgagee", out _).First());
        var again = Import(store, "2026-07-02", "抵押.csv", Titles + "A-1,证1,农商行,2025-03-01,,30,500\n")
            .Expect(0)
            .Out;
        Assert.Contains("[charge.kept] 先前导入的 抵押.csv 列有抵押“证4", again, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_plan_cannot_say_that_a_plot_is_not_mortgaged_which_is_and_its_paper_names_the_mortgagee(bool database)
    {
        var store = Filled(database);
        foreach (
            var (plot, number, named) in new[]
            {
                ("A-1", "2026-0001", "证1 农商行"),
                ("A-3", "2026-0002", "证4 城商行"),
            }
        )
        {
            Step(store, ["open", plot, "--procedure", "low-efficiency", "--step", "list"], "2026-07-01", "grounds=低效")
                .Expect(0);
            Step(store, ["step", number, "first-talk"], "2026-07-02", "document=文1", "attendants=甲", "promises=无")
                .Expect(0);
            var refused = Step(
                store,
                ["step", number, "plan"],
                "2026-07-03",
                "document=文2",
                "measure=take-back",
                "mortgaged=false"
            );
            Assert.Contains(named, refused.Expect(1).Error, StringComparison.Ordinal);
        }
        Import(store, "2026-07-31", "注销.csv", "地块编号,抵押权证号,抵押注销日期\nA-3,证4,2026-07-15\n").Expect(0);
        var unsure = Step(
            store,
            ["step", "2026-0002", "plan"],
            "2026-07-20",
            "document=文2",
            "measure=take-back",
            "mortgaged=false"
        );
        Assert.Contains("登记日期不明", unsure.Expect(1).Error, StringComparison.Ordinal);
        Import(store, "2026-07-31", "注销2.csv", "地块编号,抵押权证号,抵押注销日期\nA-3,证3,2026-07-16\n").Expect(0);
        Step(store, ["step", "2026-0002", "plan"], "2026-07-20", "document=文2", "measure=take-back", "mortgaged=false")
            .Expect(0);
        Step(store, ["step", "2026-0001", "plan"], "2026-07-20", "document=文2", "measure=take-back", "mortgaged=true")
            .Expect(0);
    }

    private string Filled(bool database)
    {
        var store = database ? Databases.Store() : _scratch[$"{Guid.NewGuid():N}.gpkg"];
        Import(store, "2026-06-30", "台账.csv", Plots).Expect(0);
        Import(store, "2026-06-30", "抵押.csv", Ledger).Expect(0);
        return store;
    }

    private CommandRun Import(string store, string on, string name, string table) =>
        CommandRun.Of("import", _scratch.Write(name, table), "--store", store, "--on", on);

    private static CommandRun Step(string store, string[] step, string day, params string[] facts) =>
        CommandRun.Of([
            "case",
            .. step,
            "--day",
            day,
            "--by",
            "王办",
            "--role",
            "officer",
            "--store",
            store,
            "--fact",
            .. facts,
        ]);

    private static string Explain(string store, string day) =>
        CommandRun.Of("explain", "A-1", "--store", store, "--as-of", day).Expect(0).Out;

    private static List<string> Sums(string store, string on, string by, out int unsure, params string[] more)
    {
        var told = JsonNode.Parse(
            CommandRun
                .Of(["charges", "--store", store, "--on", on, "--by", by, "--format", "json", .. more])
                .Expect(0)
                .Out
        )!;
        unsure = (int)told["unsure"]!;
        return
        [
            .. told["rows"]!
                .AsArray()
                .Append(told["total"])
                .Select(sum =>
                    $"{sum!["key"]} {sum["certificates"]} {sum["plots"]} {sum["mu"]} {sum["withoutMu"]} {sum["securedYuan"]} {sum["withoutSecured"]}"
                ),
        ];
    }
}
