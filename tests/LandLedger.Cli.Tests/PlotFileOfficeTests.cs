using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using LandLedger.PostGis.Cluster;

namespace LandLedger.Cli.Tests;

/// <summary>What offices did about a plot stands in its file, in order of days: steps of cases with all that they say, and issued lists.</summary>
public sealed class PlotFileOfficeTests : IDisposable
{
    private const string Ledger =
        "地块编号,行政区代码,面积（亩）,使用权人,约定动工时间,是否动工,成交价（万元）\nA-1,331102,20,甲,2024-01-01,否,1000\nA-2,331102,12.5,乙,2024-01-01,否,900\n";

    private readonly Scratch _scratch = new();
    private readonly string _today = Word(DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime));

    public static TheoryData<bool> Stores => SupervisionNumberTests.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public void Steps_are_told_with_all_that_they_say_and_so_are_lists(bool database)
    {
        var store = database ? Databases.Store() : _scratch["park.gpkg"];
        Run(store, "import", _scratch.Write("台账.csv", Ledger), "--on", "2026-01-31");
        Take(store, ["open", "A-1", "--procedure", "performance", "--step", "watch"], "2026-02-01", "until=2026-05-01");
        Take(store, ["step", "2026-0001", "hold-back-deposit", "--reason", "逾期"], "2026-03-01", "amount=80000");
        Take(
            store,
            ["step", "2026-0001", "deduct-deposit", "--reason", "逾期", "--unit", "资源局", "--person", "李工"],
            "2026-03-02",
            "amount=50000",
            "document=园〔2026〕3号"
        );
        Take(
            store,
            ["open", "A-1", "--procedure", "idle", "--step", "suspect"],
            "2026-04-01",
            "suspicion=未动工",
            "evidence=照片3张"
        );
        Run(
            store,
            "issue-list",
            "--as-of",
            "2026-06-30",
            "--by",
            "王办",
            "--reason",
            "二季度",
            "--document",
            "青府1号"
        );
        var number = CommandRun.Of("issued", "list", "--store", store, "--format", "json").Expect(0).Out.Split('"')[3];
        Run(store, "issued", "publish", number, "--day", _today, "--days", "7");
        foreach (var plot in (string[])["A-1", "A-2"])
            Run(
                store,
                "issued",
                "object",
                number,
                "--day",
                _today,
                "--plot",
                plot,
                "--objector",
                plot + "主",
                "--reason",
                "面积不符"
            );
        Run(store, "issued", "decide", number, "--day", _today, "--objection", "2", "--rejected", "--reason", "已核实");

        var page = XElement.Parse(
            File.ReadAllText(Write(store, "html")).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)
        );
        var events = page.Descendants("h2")
            .Single(title => title.Value == "大事记")
            .ElementsAfterSelf()
            .First()
            .Elements("tr")
            .Skip(1)
            .Select(row => string.Join('|', row.Elements("td").Select(cell => cell.Value)))
            .ToList();
        var deducted = events.FindIndex(line =>
            line.StartsWith("2026年3月2日|案件2026-0001：扣减履约保证金|", StringComparison.Ordinal)
        );
        Has(events[deducted], "金额：50,000元", "文号：园〔2026〕3号", "事由：逾期", "资源局、李工", "办理人：王办");
        Has(events[deducted + 1], "案件2026-0002：发现涉嫌闲置", "未动工", "证明材料：照片3张");
        var listed = events.FindIndex(line => line.Contains($"列入处置清单{number}", StringComparison.Ordinal));
        Has(events[listed], "青府1号", "二季度", "评估日：2026年6月30日", "闲置", "到2025年1月1日届满");
        Assert.True(listed > deducted + 1);
        Has(events[listed + 1], $"处置清单{number}公示", "公示截止：");
        Has(events[listed + 2], "收到对本宗的异议", "异议人：A-1主", "面积不符");
        Has(events[listed + 3], "对本宗的异议不成立", "已核实");
        Assert.DoesNotContain(events, line => line.Contains("A-2主", StringComparison.Ordinal));

        using var document = WordprocessingDocument.Open(Write(store, "docx"), isEditable: false);
        var text = document.MainDocumentPart!.Document!.InnerText;
        Has(text, "金额：50,000元", "异议人：A-1主", $"列入处置清单{number}");
    }

    public void Dispose() => _scratch.Dispose();

    private static void Has(string text, params string[] words) =>
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));

    private static void Run(string store, params string[] arguments) =>
        CommandRun.Of([.. arguments, "--store", store]).Expect(0);

    private static void Take(string store, string[] step, string day, params string[] facts) =>
        Run(store, ["case", .. step, "--day", day, "--by", "王办", "--role", "officer", "--fact", .. facts]);

    private string Write(string store, string format)
    {
        var file = _scratch["file." + format];
        Run(store, "file", "A-1", "--as-of", _today, "--format", format, "-o", file);
        return file;
    }

    private static string Word(DateOnly day) => day.ToString("yyyy-MM-dd", null);
}
