using LandLedger.Formats;
using LandLedger.Import;
using LandLedger.Rules;
using LandLedger.Service;

namespace LandLedger.Benchmarks;

/// <summary>What the benchmark needs beside the command line; the process is timed from outside.</summary>
internal static class StoreBenchmark
{
    private static readonly DateOnly AsOf = new(2026, 6, 30);
    private static readonly RuleSet Rules = RuleSets.Default;

    /// <summary>Writes the synthetic park straight into a new store, for the benchmarks that only read.</summary>
    public static void Fill(string place, int count)
    {
        using var store = StorePlace.Of(place).Open(StoreMode.Create);
        using var import = store.BeginImport();
        var plots = ParallelEnumerable.Range(0, count).AsOrdered().Select(SyntheticPark.At);
        foreach (var plot in plots)
            import.Put(plot);
        import.Commit(
            DateTimeOffset.UnixEpoch,
            [],
            new()
            {
                Outcome = ImportOutcome.Done,
                Files = [],
                Added = count,
            }
        );
    }

    /// <summary>How many plots are in each class, which is as much as the SQL baseline finds out.</summary>
    public static void Classes(string place)
    {
        using var store = StorePlace.Of(place).Open(StoreMode.Read);
        var counts = new int[Enum.GetValues<Category>().Length];
        foreach (var evaluation in new Evaluator(Rules, AsOf).Evaluate(store.Plots(PlotQuery.All)))
            counts[(int)evaluation.Category]++;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
                Console.WriteLine($"{Fields.Codes.Of((Category)i)} {counts[i]}");
        }
    }

    /// <summary>Reads every plot with its outline, to see what reading alone takes.</summary>
    public static void Plots(string place)
    {
        using var store = StorePlace.Of(place).Open(StoreMode.Read);
        var (plots, bytes) = (0L, 0L);
        foreach (var plot in store.Plots(new() { Shapes = true }))
        {
            plots++;
            bytes += plot.Shape?.Wkb.Length ?? 0;
        }
        Console.WriteLine($"{plots} plots, {bytes} bytes of outlines");
    }

    /// <summary>Reads a file to its end and keeps nothing, to see what reading alone holds in memory.</summary>
    public static void Read(string source)
    {
        foreach (var part in Files.Open(source, "EPSG:4490"))
        {
            long rows = part.Rows().LongCount();
            Console.WriteLine($"{rows} rows, {part.Issues.Count} issues");
            part.Dispose();
        }
    }
}
