using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

/// <summary>How far the stock of a year is cleared, by the command line.</summary>
public sealed class ProgressTests : IDisposable
{
    private const string Titles = "地块编号,行政区代码,面积（亩）,使用权人,坐落,约定动工时间,是否动工,成交价（万元）\n";

    private readonly Scratch _scratch = new();

    [Fact]
    public void The_stock_of_a_list_is_cleared_by_closed_cases_and_what_is_late_comes_first()
    {
        var store = _scratch["park.gpkg"];
        CommandRun
            .Of(
                "import",
                _scratch.Write(
                    "台账.csv",
                    Titles
                        + "A-1,331102,20,甲,路 1 号,2024-01-01,否,1000\nA-2,331102,12.5,乙,路 2 号,2024-01-01,否,900\n"
                ),
                "--store",
                store,
                "--on",
                "2026-01-01"
            )
            .Expect(0);
        CommandRun.Of("issue-list", "--store", store, "--as-of", "2026-01-01", "--category", "idle").Expect(0);
        var number = (string)Json("issued", "list", "--store", store, "--format", "json")[0]!["number"]!;
        Case("open", "A-1", "--procedure", "idle", "--step", "suspect", "--day", "2026-03-02", "--fact", "suspicion=x");
        Case("open", "A-2", "--procedure", "idle", "--step", "suspect", "--day", "2026-03-02", "--fact", "suspicion=x");
        Case(
            "step",
            "2026-0001",
            "find-not-idle",
            "--day",
            "2026-03-20",
            "--reason",
            "已动工",
            "--fact",
            "evidence=照片"
        );

        var told = Progress("--base", number, "--target-share", "0.6", "--format", "json");
        Assert.Equal(
            (2, 1, 1, 32.5m),
            (
                (int)told["total"]!["stock"]!["plots"]!,
                (int)told["total"]!["cleared"]!["plots"]!,
                (int)told["total"]!["remaining"]!["plots"]!,
                (decimal)told["total"]!["stock"]!["statedMu"]!
            )
        );
        Assert.Equal((0.5m, false), ((decimal)told["total"]!["share"]!["plots"]!, (bool)told["target"]!["reached"]!));
        Assert.Equal("2026-0002", (string?)told["late"]![0]!["number"]);
        Assert.Equal(number, (string?)told["stock"]!["number"]);
        Assert.Equal(told["total"]!.ToJsonString(), Progress("--format", "json")["total"]!.ToJsonString());

        var page = Run("--base", number, "--target-plots", "1", "--lang", "en").Expect(0).Out;
        Assert.StartsWith("┌", page, StringComparison.Ordinal);
        Assert.Contains("Target: 1 plots", page, StringComparison.Ordinal);
        Assert.Contains("reached", page, StringComparison.Ordinal);
        Assert.Contains("50.00 %", page, StringComparison.Ordinal);
        var csv = Run("--base", number, "--format", "csv").Expect(0).Out;
        Assert.Contains("合计,,2,32.5,0,", csv, StringComparison.Ordinal);
        Assert.Contains(
            "不在 2025 年内",
            CommandRun.Of("progress", "--store", store, "--year", "2025", "--on", "2026-06-30").Expect(2).Error,
            StringComparison.Ordinal
        );
        Assert.Contains("没有清单 2026-999", Run("--base", "2026-999").Expect(1).Error, StringComparison.Ordinal);
        Assert.Contains("不是大于 0 的数", Run("--target-share", "1.5").Expect(2).Error, StringComparison.Ordinal);

        void Case(params string[] arguments) =>
            CommandRun
                .Of(["case", .. arguments, "--by", "王办", "--role", "officer", "--unit", "资源局", "--store", store])
                .Expect(0);

        CommandRun Run(params string[] more) =>
            CommandRun.Of(["progress", "--store", store, "--year", "2026", "--on", "2026-06-30", .. more]);

        JsonNode Progress(params string[] more) => JsonNode.Parse(Run(more).Expect(0).Out)!;
    }

    public void Dispose() => _scratch.Dispose();

    private static JsonNode Json(params string[] arguments) => JsonNode.Parse(CommandRun.Of(arguments).Expect(0).Out)!;
}
