using LandLedger.PostGis.Cluster;

namespace LandLedger.Cli.Tests;

/// <summary>
/// What cases say of plots, in all that tells a plot's class, in both stores. The rules give idle for all five plots: each should have begun on
/// 1 January 2024. On 30 June 2026 A-1 is set in order and A-3 of low efficiency, A-2 is held; what was set of A-4 ended with its case on 1 May.
/// </summary>
public sealed class CasePark : IDisposable
{
    private const string Titles =
        "地块编号,行政区代码,文件面积（亩）,使用权人,约定动工日期,是否动工,是否停工,供应状态\n";

    /// <summary>Stated mu by plot, as the file has them.</summary>
    public static readonly (string Plot, decimal Mu)[] Plots =
    [
        ("A-1", 20.25m),
        ("A-2", 30.5m),
        ("A-3", 7m),
        ("A-4", 9.125m),
        ("A-5", 11m),
    ];

    /// <summary>The class that counts on the day.</summary>
    public static readonly IReadOnlyDictionary<string, string> Counts = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["A-1"] = "in-order",
        ["A-2"] = "idle",
        ["A-3"] = "low-efficiency",
        ["A-4"] = "idle",
        ["A-5"] = "idle",
    };

    private readonly Scratch _scratch = new();
    private readonly Lazy<string> _file;
    private readonly Lazy<string> _database;

    public CasePark()
    {
        _file = new(() => Filled(_scratch["park.gpkg"]));
        _database = new(() => Filled(Databases.Store()));
    }

    /// <summary>Filled once; nobody writes it afterwards.</summary>
    public string Of(bool database) => database ? _database.Value : _file.Value;

    public void Dispose() => _scratch.Dispose();

    private string Filled(string store)
    {
        var rows = string.Concat(Plots.Select(plot => $"{plot.Plot},331102,{plot.Mu},甲,2024-01-01,否,否,已供\n"));
        CommandRun
            .Of("import", _scratch.Write("台账.csv", Titles + rows), "--store", store, "--on", "2026-01-31")
            .Expect(0);
        foreach (var plot in Plots.Take(4))
            Step(
                store,
                "open",
                plot.Plot,
                "--procedure",
                "idle",
                "--step",
                "suspect",
                "--day",
                "2026-03-02",
                "--fact",
                "suspicion=未动工"
            );
        Set(store, "2026-0001", "2026-03-10", "in-order", "园办〔2026〕1号", "已动工未录");
        Step(store, "step", "2026-0002", "hold", "--day", "2026-03-11", "--reason", "诉讼中");
        Set(store, "2026-0003", "2026-03-13", "low-efficiency", "园办〔2026〕3号", "按低效处置");
        Set(store, "2026-0004", "2026-03-14", "low-efficiency", "园办〔2026〕4号", "按低效处置");
        Step(
            store,
            "step",
            "2026-0004",
            "drop",
            "--day",
            "2026-05-01",
            "--reason",
            "撤案",
            "--fact",
            "document=园办〔2026〕5号"
        );
        return store;
    }

    private static void Set(string store, string number, string day, string category, string document, string reason) =>
        Step(
            store,
            "step",
            number,
            "override",
            "--day",
            day,
            "--reason",
            reason,
            "--fact",
            "computed-class=idle",
            "set-class=" + category,
            "document=" + document
        );

    private static void Step(string store, params string[] arguments) =>
        CommandRun.Of(["case", .. arguments, "--role", "officer", "--by", "王办", "--store", store]).Expect(0);
}
