using System.Diagnostics;
using System.Runtime.CompilerServices;
using LandLedger.Import;
using LandLedger.Stores.Contract;

namespace LandLedger.PostGis.Tests;

/// <summary>The process dies in the middle of an import: everything of it is in the store, or nothing.</summary>
public sealed class KillTests
{
    private const string Switch = "LANDLEDGER_IMPORT_TO_BE_KILLED";
    private const int Plots = 2_500;
    private const int Rounds = 6;

    [Fact]
    public void An_import_killed_at_any_moment_is_there_as_a_whole_or_not_at_all()
    {
        using var park = Park.OfStore();
        using var rehearsal = Park.OfStore();
        var random = new Random(20250630);
        var longest = TimeImport(rehearsal.Address);
        var whole = 0;

        for (var round = 1; round <= Rounds; round++)
        {
            using var child = Start(park.Address, round);
            Assert.Equal("begun", child.StandardOutput.ReadLine());
            Thread.Sleep(random.Next((int)longest.TotalMilliseconds + 1));
            child.Kill();
            child.WaitForExit();

            using var store = PostGisStore.Open(DatabaseAddress.Parse(park.Address), StoreMode.Write);
            // Waits until the server, too, has noticed.
            store.BeginImport().Dispose();
            var byRound = store.Plots(new() { Shapes = true }).CountBy(plot => plot.Town!).ToDictionary();
            Assert.All(byRound, town => Assert.Equal(Plots, town.Value));
            Assert.Equal(byRound.Count, store.Imports().Count);
            Assert.Equal(
                $"{byRound.Count * Plots * SamplePlots.Full().Delays.Count}",
                park.Sql("SELECT count(*) FROM landledger.delays")
            );
            whole = byRound.Count;
        }

        Assert.True(whole < Rounds, "no import was killed before its commit");
        using (var last = Start(park.Address, Rounds + 1))
            last.WaitForExit();
        Assert.Equal($"{whole + 1}", park.Sql("SELECT count(*) FROM landledger.imports"));
    }

    /// <summary>Run by the child: an import into the store named by the switch, at the start of the test program.</summary>
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void ImportWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(Switch)?.Split('|') is not [var address, var round])
            return;
        using (var store = PostGisStore.Open(DatabaseAddress.Parse(address), StoreMode.Write))
        using (var import = store.BeginImport())
        {
            Console.WriteLine("begun");
            for (var i = 0; i < Plots; i++)
            {
                var plot = SamplePlots.Full($"{round}-{i}") with { EndedOn = null, Town = round };
                import.Put(plot);
                import.Seen("a.csv", new(plot.County, plot.Number));
            }
            var report = new ImportReport { Outcome = ImportOutcome.Done, Files = ["a.csv"] };
            import.Commit(DateTimeOffset.UnixEpoch, [new("a.csv", round)], report);
        }
        Environment.Exit(0);
    }

    /// <summary>How long the child needs from its word to its end, process start left out.</summary>
    private static TimeSpan TimeImport(string address)
    {
        using var child = Start(address, 0);
        child.StandardOutput.ReadLine();
        var watch = Stopwatch.StartNew();
        child.WaitForExit();
        return watch.Elapsed;
    }

    private static Process Start(string address, int round)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[Switch] = $"{address}|{round}";
        return Process.Start(start)!;
    }
}
