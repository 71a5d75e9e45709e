using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.PostGis.Cluster;
using LandLedger.Service;
using LandLedger.Tests.Cases;

namespace LandLedger.Cli.Tests;

/// <summary>A county's own procedures by the command line, in both stores.</summary>
public sealed class OwnProcedureTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public static TheoryData<bool> Stores => SupervisionNumberTests.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_case_runs_by_the_procedure_of_the_county_wherever_it_is_given_and_by_no_other(bool database)
    {
        var store = Filled(database);
        string[] own = ["--store", store, "--procedures", Folder("own", ("idle.json", "qing-1"))];
        string[] step = ["--day", "2026-03-02", "--by", "王办", "--role", "officer"];
        var opened = CommandRun.Of([
            .. (string[])["case", "open", "A-1", "--procedure", "idle", "--step", "start", "--fact", "grounds=查"],
            .. step,
            .. own,
        ]);
        Assert.Contains("“立案”", opened.Expect(0).Out, StringComparison.Ordinal);
        CommandRun.Of(["case", "list", "--state", "open", .. own]).Expect(0);
        CommandRun.Of(["evaluate", "--as-of", "2026-06-30", .. own]).Expect(0);
        CommandRun.Of(["verify", .. own]).Expect(0);

        // An altered file of the same version is named; without any the case goes on by what the ledger keeps.
        var altered = _scratch.Write(
            Path.Combine("own", "idle.json"),
            CountyProcedure.As("idle", "qing-1", "\"length\": 15", "\"length\": 3")
        );
        var verified = CommandRun.Of(["verify", .. own, "--lang", "en"]).Expect(1).Out;
        Assert.Contains("Procedure idle@qing-1 at hand says something else", verified, StringComparison.Ordinal);
        File.Delete(altered);
        var told = CommandRun.Of(["case", "step", "2026-0001", "tell", .. step, "--store", store]).Expect(0).Out;
        Assert.Contains("截止 2026-03-17", told, StringComparison.Ordinal);
        CommandRun.Of("verify", "--store", store).Expect(0);
    }

    /// <summary>An older program did not keep what a procedure says.</summary>
    [Theory]
    [MemberData(nameof(Stores))]
    public void A_case_of_an_older_program_is_told_without_its_procedure_and_judged_by_no_other(bool database)
    {
        var store = Filled(database);
        OpenAsBefore(store);
        string[] step = ["--day", "2026-03-02", "--by", "王办", "--role", "officer"];

        string[] tell = ["case", "step", "2026-0001", "tell", .. step];
        var refused = CommandRun.Of([.. tell, "--store", store]).Expect(1).Error;
        Assert.Contains("idle qing-1", refused, StringComparison.Ordinal);
        AssertTold(store);
        var verified = CommandRun.Of("verify", "--store", store).Expect(3).Out;
        Assert.Contains("qing-1", verified, StringComparison.Ordinal);
        Assert.Contains("1 个步骤和清单由旧版程序写入", verified, StringComparison.Ordinal);

        // The county has gone on to another version: its file of before judges the cases of before.
        string[] both = ["--procedures", Folder("both", ("idle.json", "qing-2"), ("idle@qing-1.json", "qing-1"))];
        Assert.Contains(
            "“告知”",
            CommandRun.Of([.. tell, "--store", store, .. both]).Expect(0).Out,
            StringComparison.Ordinal
        );
        CommandRun.Of(["verify", "--store", store, .. both]).Expect(0);
    }

    /// <summary>Without the procedure the case is shown with what is stored, and nothing else fails for it.</summary>
    private void AssertTold(string store)
    {
        foreach (
            var (command, told) in ((string[], string[])[])
                [
                    (["case", "list"], ["2026-0001", "qing-1", "手头没有", "open"]),
                    (["case", "due", "--on", "2026-06-30"], ["2026-0001", "无法判断"]),
                    (["case", "show", "2026-0001"], ["start", "grounds", "所存状态"]),
                    (["evaluate", "--as-of", "2026-06-30"], ["A-1"]),
                    (["explain", "A-1", "--as-of", "2026-06-30"], ["2026-0001", "qing-1"]),
                    (["progress", "--year", "2026", "--on", "2026-06-30"], ["2026-0001"]),
                    (["list", "--as-of", "2026-06-30", "-o", _scratch["l.csv"]], []),
                    (["map", "--as-of", "2026-06-30", "--format", "geojson", "-o", _scratch["m.json"]], []),
                ]
        )
        {
            var shown = CommandRun.Of([.. command, "--store", store]).Expect(0).Out;
            Assert.All(told, word => Assert.Contains(word, shown, StringComparison.Ordinal));
        }
        var json = CommandRun.Of("case", "list", "--store", store, "--format", "json").Expect(0).Out;
        Assert.Contains("\"procedureAtHand\": false", json, StringComparison.Ordinal);
        var refused = CommandRun.Of("case", "allowed", "2026-0001", "--on", "2026-06-30", "--store", store).Expect(1);
        Assert.Contains("--procedures", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_folder_is_told_at_once_to_a_service_too()
    {
        var store = Filled(database: false);
        var folder = Folder("wrong", ("idle.json", "2026.2"), ("other.json", "qing-1"));
        foreach (
            var command in (string[][])
                [
                    ["case", "list"],
                    ["serve", "--urls", "http://127.0.0.1:0"],
                ]
        )
        {
            var told = CommandRun.Of([.. command, "--store", store, "--procedures", folder]).Expect(2).Error;
            Assert.Contains("idle.json: version", told, StringComparison.Ordinal);
            Assert.Contains("other.json", told, StringComparison.Ordinal);
            Assert.Contains("idle@qing-1.json", told, StringComparison.Ordinal);
        }
        Directory.CreateDirectory(_scratch["empty"]);
        CommandRun.Of("case", "list", "--store", store, "--procedures", _scratch["empty"]).Expect(2);
        var missing = CommandRun.Of("case", "list", "--store", store, "--procedures", _scratch["none"]).Expect(2).Error;
        Assert.Contains("没有程序文件夹", missing, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private static void OpenAsBefore(string store)
    {
        var (own, _) = Procedures.Shipped.With([CountyProcedure.File("idle.json", "idle", "qing-1")]);
        using var opened = StorePlace.Of(store).With(own!).Open(StoreMode.Write);
        var start = new CaseStep
        {
            Kind = "start",
            Day = new(2026, 3, 2),
            Who = "王办",
            Role = Role.Officer,
            Facts = new Dictionary<string, Fact> { ["grounds"] = Fact.Of("查") },
        };
        var book = new CaseBook(opened, HolidayCalendar.Default) { KeepsRules = false };
        var recording = new StepRecording { At = TimeProvider.System.GetLocalNow(), By = "王办" };
        Assert.NotNull(book.Open(new("331102", "A-1"), "idle", start, recording).Filed);
    }

    private string Filled(bool database)
    {
        var store = database ? Databases.Store() : _scratch["park.gpkg"];
        var file = _scratch.Write("台账.csv", "地块编号,行政区代码,面积（亩）\nA-1,331102,20\n");
        CommandRun.Of("import", file, "--store", store, "--on", "2026-01-31").Expect(0);
        return store;
    }

    private string Folder(string name, params (string Name, string Version)[] files)
    {
        Directory.CreateDirectory(_scratch[name]);
        foreach (var (file, version) in files)
            _scratch.Write(Path.Combine(name, file), CountyProcedure.As("idle", version));
        return _scratch[name];
    }
}
