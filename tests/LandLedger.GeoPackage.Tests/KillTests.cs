using System.Diagnostics;
using System.Runtime.CompilerServices;
using LandLedger.Import;
using LandLedger.Stores.Contract;

namespace LandLedger.GeoPackage.Tests;

/// <summary>The process dies in the middle of an import: everything of it is in the store, or nothing.</summary>
public sealed class KillTests
{
    private const string Switch = "LANDLEDGER_IMPORT_TO_BE_KILLED";
    private const int Plots = 800;

    [Fact]
    public void An_import_killed_at_any_moment_even_the_first_is_there_as_a_whole_or_not_at_all()
    {
        using var folder = new TemporaryFolder();
        var path = folder["park.gpkg"];
        var random = new Random(20250630);
        var longest = TimeImport(folder["rehearsal.gpkg"]);
        var whole = 0;

        for (var round = 1; round <= 20; round++)
        {
            using var child = Start(path, round);
            Assert.Equal("begun", child.StandardOutput.ReadLine());
            Thread.Sleep(random.Next((int)longest.TotalMilliseconds + 1));
            child.Kill();
            child.WaitForExit();

            using var store = GeoPackageStore.Open(path, StoreMode.Create);
            var byRound = store.Plots(new() { Shapes = true }).CountBy(plot => plot.Town!).ToDictionary();
            Assert.All(byRound, town => Assert.Equal(Plots, town.Value));
            Assert.Equal(byRound.Count, store.Imports().Count);
            Assert.Equal(byRound.Count * Plots, store.Plots(new() { Box = new(100, 0, 140, 60) }).Count());
            whole = byRound.Count;
            Assert.Equal(whole > 0, File.Exists(path));
        }

        Assert.True(whole < 20, "no import was killed before its commit");
        using (var last = Start(path, 21))
            last.WaitForExit();
        using (var store = GeoPackageStore.Open(path, StoreMode.Read))
            Assert.Equal(whole + 1, store.Imports().Count);
        Assert.Equal("ok", Tool.Sql(path, "PRAGMA integrity_check(10)"));
        Tool.Validate(path);
        TestContext.Current.TestOutputHelper?.WriteLine($"{whole} of 20 imports were committed before the end");
    }

    /// <summary>Run by the child: an import into the store named by the switch, at the start of the test program.</summary>
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void ImportWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(Switch)?.Split('|') is not [var path, var round])
            return;
        Import(path, round, () => Console.WriteLine("begun"));
        Environment.Exit(0);
    }

    private static void Import(string path, string round, Action begun)
    {
        using var store = GeoPackageStore.Open(path, StoreMode.Create);
        using var import = store.BeginImport();
        begun();
        for (var i = 0; i < Plots; i++)
        {
            var plot = SamplePlots.Full($"{round}-{i}") with { EndedOn = null, Town = round };
            import.Put(plot);
            import.Seen("a.csv", new(plot.County, plot.Number));
        }
        var report = new ImportReport { Outcome = ImportOutcome.Done, Files = ["a.csv"] };
        import.Commit(DateTimeOffset.UnixEpoch, [new("a.csv", round)], report);
    }

    /// <summary>How long the child needs from its word to its end, process start left out.</summary>
    private static TimeSpan TimeImport(string path)
    {
        using var child = Start(path, 0);
        child.StandardOutput.ReadLine();
        var watch = Stopwatch.StartNew();
        child.WaitForExit();
        return watch.Elapsed;
    }

    private static Process Start(string path, int round)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[Switch] = $"{path}|{round}";
        return Process.Start(start)!;
    }
}
