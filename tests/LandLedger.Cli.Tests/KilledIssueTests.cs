using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

/// <summary>A list of 1,500 rows whose process is killed about when it commits: whatever the moment, all of it is there or nothing.</summary>
public sealed class KilledIssueTests : IDisposable
{
    private const int Rows = 1_500;
    private const int Rounds = 5;

    private readonly Scratch _scratch = new();
    private readonly Random _random = new(20260630);

    [Fact]
    public void A_list_that_is_killed_while_it_is_issued_is_there_as_a_whole_or_not_at_all()
    {
        var store = _scratch["park.gpkg"];
        var rows = Enumerable.Range(0, Rows).Select(i => $"P-{i:0000},331102,20,甲,2024-01-01,否\n");
        var ledger = _scratch.Write(
            "台账.csv",
            "地块编号,行政区代码,面积（亩）,使用权人,约定动工时间,是否动工\n" + string.Concat(rows)
        );
        CommandRun.Of("import", ledger, "--store", store, "--on", "2026-01-31").Expect(0);
        string[] issue = ["issue-list", "--store", store, "--as-of", "2026-06-30", "--by", "王办"];
        for (var round = 0; round < Rounds; round++)
        {
            using var killed = Begun(issue);
            // What is written stays in memory up to the commit, which begins to fill the log.
            while (!killed.HasExited && new FileInfo(store + "-wal") is not { Exists: true, Length: > 0 })
                Thread.Sleep(1);
            Thread.Sleep(_random.Next(100));
            killed.Kill();
            killed.WaitForExit();

            CommandRun.Of("verify", "--store", store).Expect(0);
            Assert.All(Lists(store), list => Assert.Equal(Rows, (int)list!["rows"]!));
        }
        var before = Lists(store).Count;
        CommandRun.Of(issue).Expect(0);
        var after = Lists(store);
        Assert.Equal(before + 1, after.Count);
        Assert.EndsWith($"-{after.Count:000}", (string)after[^1]!["number"]!, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine($"{before} of {Rounds} were issued before the end");
    }

    public void Dispose() => _scratch.Dispose();

    private static JsonArray Lists(string store) =>
        JsonNode.Parse(CommandRun.Of("issued", "list", "--store", store, "--format", "json").Expect(0).Out)!.AsArray();

    private static Process Begun(string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LandLedger.Cli.dll");
        return Process.Start(
            new ProcessStartInfo("dotnet", [program, .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
    }
}
