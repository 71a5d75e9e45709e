using System.Diagnostics;
using System.Globalization;
using LandLedger.Formats;
using LandLedger.Import;
using LandLedger.Ledger;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>
/// Imports of processes that are killed at random moments: new plots, and plots that every import gives another holder. Whatever the moment,
/// all of the import is in the store or nothing, and its ledger is whole.
/// </summary>
/// <param name="folder">For the files; they and the store's are gone after the test.</param>
internal sealed class KilledImports(string folder)
{
    private const string Switch = "LANDLEDGER_IMPORT_TO_BE_KILLED";
    private const int Each = 100;
    private const int OfOneStore = 40;

    /// <summary>Some come after the commit, too, on a machine that is now slower and now faster.</summary>
    private const double Late = 1.5;

    private readonly Random _random = new(20250630);

    /// <summary>So many as LANDLEDGER_KILLS says.</summary>
    public static int Rounds(int byDefault) =>
        int.TryParse(
            Environment.GetEnvironmentVariable("LANDLEDGER_KILLS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var kills
        )
            ? kills
            : byDefault;

    /// <summary>Kills imports; of each store no more than bounds the time that looking at it takes.</summary>
    /// <param name="store">The name of a new store.</param>
    /// <returns>How many of them were in the store as a whole.</returns>
    public int Kill(int rounds, Func<string> store, Func<string, IPlotStore> open)
    {
        var longest = Rehearsed(store());
        var (whole, done, place) = (0, 0, "");
        for (var round = 0; round < rounds; round++)
        {
            if (round % OfOneStore == 0)
                (place, whole, done) = (store(), whole + done, 0);
            using var child = Begun(place, round);
            Thread.Sleep(_random.Next((int)(longest.TotalMilliseconds * Late) + 1));
            child.Kill();
            child.WaitForExit();
            using var opened = open(place);
            done = Check(opened);
        }
        using (var last = Begun(place, rounds))
            last.WaitForExit();
        using (var opened = open(place))
            Assert.Equal(done + 1, Check(opened));
        return whole + done;
    }

    /// <summary>Run by the child, at the start of the test program: the import that the switch names.</summary>
    public static void ImportWhenAsked(Func<string, IPlotStore> open)
    {
        if (Environment.GetEnvironmentVariable(Switch)?.Split('|') is not [var place, var path])
            return;
        using (var store = open(place))
        {
            var files = ImportFiles.Open([path]);
            Console.WriteLine("begun");
            Importer.Import(
                store,
                files,
                new()
                {
                    On = new(2026, 6, 30),
                    RecordedAt = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero),
                    County = "331102",
                }
            );
        }
        Environment.Exit(0);
    }

    private static int Check(IPlotStore store)
    {
        var plots = store.Plots(new() { Ended = true }).ToList();
        var imports = store.Imports();
        var own = plots.Where(plot => plot.Location is not null).CountBy(plot => plot.Location!).ToDictionary();
        Assert.Equal(imports.Select(import => import.Sources[0].Name).Order(), own.Keys.Order());
        Assert.All(own, import => Assert.Equal(Each, import.Value));
        Assert.Equal(
            imports.Count == 0 ? [] : Enumerable.Repeat(imports[^1].Sources[0].Name, Each),
            plots.Where(plot => plot.Location is null).Select(plot => plot.Holder)
        );
        Assert.Empty(LedgerCheck.Faults(store.Ledger));
        Assert.Empty(ProjectionCheck.Faults(store));
        Assert.Equal(imports.Count * ((2 * Each) + 1), store.Ledger.Head().Number);
        return imports.Count;
    }

    /// <summary>How long the child needs from its word to its end, process start left out.</summary>
    private TimeSpan Rehearsed(string store)
    {
        using var child = Begun(store, 0);
        var watch = Stopwatch.StartNew();
        child.WaitForExit();
        return watch.Elapsed;
    }

    private Process Begun(string store, int round)
    {
        var name = $"{round}.csv";
        var path = Path.Combine(folder, name);
        File.WriteAllText(
            path,
            "地块编号,使用权人,坐落\n"
                + string.Concat(Enumerable.Range(0, Each).Select(i => $"S-{i},{name},\nN-{round}-{i},甲,{name}\n"))
        );
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[Switch] = $"{store}|{path}";
        var child = Process.Start(start)!;
        Assert.Equal("begun", child.StandardOutput.ReadLine());
        return child;
    }
}
