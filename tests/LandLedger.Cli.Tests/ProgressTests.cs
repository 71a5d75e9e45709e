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
        var file = _scratch.Write(
            "目标.csv",
            "年度,类别,责任单位,目标宗数,目标亩数\n2026,,,2,30\n2026,闲置,资源局,1,20\n2025,,,9,\n"
        );
        var parts = Progress("--base", number, "--targets", file, "--format", "json")["targets"]!.AsArray();
        Assert.Equal(["""[]""", """["category","unit"]"""], parts.Select(part => part!["by"]!.ToJsonString()));
        var (whole, ofUnit) = (parts[0]!["lines"]![0]!, parts[1]!["lines"]![0]!);
        Assert.Equal((1, 10m), ((int)whole["left"]!["plots"]!, (decimal)whole["left"]!["mu"]!));
        Assert.False((bool)whole["target"]!["reached"]!);
        Assert.Equal((true, 0), ((bool)ofUnit["target"]!["reached"]!, (int)ofUnit["left"]!["plots"]!));
        var targets = Run("--base", number, "--targets", file).Expect(0).Out;
        Assert.Contains("闲置、资源局", targets, StringComparison.Ordinal);
        Assert.Contains("2 / 30 ", targets, StringComparison.Ordinal);
        Assert.Contains(
            "目标任务,闲置、资源局,2,32.5,0,",
            Run("--base", number, "--targets", file, "--format", "csv").Expect(0).Out,
            StringComparison.Ordinal
        );
        var wrong = _scratch.Write("错.csv", "年度,目标宗数\n2026,x\n2026,0\n");
        var refused = Run("--targets", wrong).Expect(2).Error;
        Assert.Contains("错.csv:2", refused, StringComparison.Ordinal);
        Assert.Contains("错.csv:3", refused, StringComparison.Ordinal);
        var other = _scratch.Write("往年.csv", "年度,目标宗数\n2025,3\n");
        Assert.Contains(
            "没有 2026 年的目标；现有年度：2025",
            Run("--targets", other).Expect(2).Error,
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
