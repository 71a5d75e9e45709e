using System.Diagnostics;
using System.Globalization;
using LandLedger.Rules;

namespace LandLedger.Benchmarks;

/// <summary>Evaluates plots that are already in memory, with all findings, and prints seconds and bytes a plot.</summary>
internal static class MemoryBenchmark
{
    public static void Run(int count)
    {
        var plots = new Plot[count];
        Parallel.For(0, count, i => plots[i] = SyntheticPark.At(i));
        var rules = RuleSets.Find("default")!;
        var evaluator = new Evaluator(rules, new(2026, 6, 30));
        for (var run = 0; run < 4; run++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var busyBefore = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            var conditions = 0L;
            var classes = new int[Enum.GetValues<Category>().Length];
            foreach (var evaluation in evaluator.Evaluate(plots))
            {
                classes[(int)evaluation.Category]++;
                foreach (var finding in evaluation.Findings)
                    conditions += finding.Conditions.Count;
            }
            var (seconds, busy) = (clock.Elapsed, Environment.CpuUsage.TotalTime - busyBefore);
            var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / count;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"run {run}: {seconds.TotalSeconds:0.00} s, {busy.TotalSeconds:0.00} s of processor, {bytes} bytes a plot, {conditions} conditions; "
                ) + string.Join(", ", classes.Select((n, i) => $"{(Category)i} {n}"))
            );
        }
    }
}
