using LandLedger.Formats;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Rules;

namespace LandLedger.Benchmarks;

/// <summary>What the benchmark needs beside the command line; the process is timed from outside.</summary>
internal static class StoreBenchmark
{
    private static readonly DateOnly AsOf = new(2026, 6, 30);
    private static readonly RuleSet Rules = RuleSets.Default;

    /// <summary>Writes the synthetic park straight into a new store, for the benchmarks that only read.</summary>
    public static void Fill(string path, int count)
    {
        using var store = GeoPackageStore.Open(path, StoreMode.Create);
        using var import = store.BeginImport();
        var plots = ParallelEnumerable.Range(0, count).AsOrdered().Select(SyntheticPark.At);
        foreach (var plot in plots)
            import.Put(plot, null);
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
    public static void Classes(string path)
    {
        using var store = GeoPackageStore.Open(path, StoreMode.Read);
        var counts = new int[Enum.GetValues<Category>().Length];
        foreach (var evaluation in new Evaluator(Rules, AsOf).Evaluate(store.Plots(PlotQuery.All)))
            counts[(int)evaluation.Category]++;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
                Console.WriteLine($"{Fields.Codes.Of((Category)i)} {counts[i]}");
        }
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
