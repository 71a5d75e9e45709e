using LandLedger.Disposal;
using LandLedger.Formats;
using LandLedger.Formats.Json;
using LandLedger.Formats.Map;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Rules;

namespace LandLedger.Benchmarks;

/// <summary>What the command line does with a store, without its messages: the process is timed from outside.</summary>
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

    public static async Task EvaluateAsync(string path)
    {
        using var store = GeoPackageStore.Open(path, StoreMode.Read);
        await using var output = Console.OpenStandardOutput();
        var evaluations = new Evaluator(Rules, AsOf).Evaluate(store.Plots(PlotQuery.All));
        await EvaluationJson.WriteLinesAsync(output, evaluations);
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

    public static async Task MapAsync(string path, string target)
    {
        using var store = GeoPackageStore.Open(path, StoreMode.Read);
        await using var output = File.Create(target, bufferSize: 1 << 16);
        var evaluations = new Evaluator(Rules, AsOf).Evaluate(store.Plots(new() { Shapes = true }));
        await GeoJsonMap.WriteAsync(output, evaluations, ListBasis.Of(Rules, AsOf, Path.GetFileName(path)));
    }

    public static int Import(string path, string source)
    {
        using var store = GeoPackageStore.Open(path, StoreMode.Create);
        var file = new ImportFile(new(Path.GetFileName(source), ""), Files.Open(source, "EPSG:4490"));
        var options = new ImportOptions
        {
            On = AsOf,
            RecordedAt = DateTimeOffset.UnixEpoch,
            Crs = Geometry.CrsTable.Find("EPSG:4490"),
        };
        var report = Importer.Import(store, [file], options);
        foreach (var part in file.Parts)
            part.Dispose();
        Console.WriteLine($"{report.Outcome}: {report.Added} added, {report.Issues.Count} issues");
        foreach (var issue in report.Issues.Take(3))
            Console.WriteLine($"{issue.Code} {issue.Line} {issue.Value}");
        return report.Outcome == ImportOutcome.Done ? 0 : 1;
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
