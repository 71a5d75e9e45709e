using System.Diagnostics;
using System.Globalization;
using LandLedger.Import;
using LandLedger.Service;

namespace LandLedger.Benchmarks;

/// <summary>Pages by key in a box: what one costs, by the size of the box and the limit of the page.</summary>
internal static class BoxBenchmark
{
    private const int Rounds = 15;

    /// <summary>Sides of the box in shares of those of all plots.</summary>
    private static readonly double[] Sides = [0.01, 0.03, 0.07, 0.3, 1];

    public static void Run(string place)
    {
        using var store = StorePlace.Of(place).Open(StoreMode.Read);
        var all = store.Extent()!.Value;
        foreach (var side in Sides)
        {
            foreach (var limit in (int[])[10, 100, 1000])
            {
                var random = new Random(1);
                var (first, second, plots) = (new List<double>(), new List<double>(), 0L);
                for (var round = 0; round < Rounds; round++)
                {
                    var box = At(all, side, random);
                    plots += round == 0 ? store.Count(new() { Box = box }) : 0;
                    var after = Page(store, new() { Box = box, Limit = limit }, first);
                    _ = Page(
                        store,
                        new()
                        {
                            Box = box,
                            Limit = limit,
                            After = after,
                        },
                        second
                    );
                }
                first.Sort();
                second.Sort();
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"box of {plots} plots, limit {limit}: first page {first[Rounds / 2]:0.00} ms (best {first[0]:0.00}), second {second[Rounds / 2]:0.00} ms (best {second[0]:0.00})"
                    )
                );
            }
        }
    }

    /// <summary>The last plot of the page.</summary>
    private static PlotKey? Page(IPlotStore store, PlotQuery query, List<double> times)
    {
        var clock = Stopwatch.StartNew();
        using var page = store.Page(query);
        _ = page.Read(page.Marks);
        times.Add(clock.Elapsed.TotalMilliseconds);
        return page.Marks.Count > 0 ? page.Marks[^1].Key : null;
    }

    private static Box At(Box all, double side, Random random)
    {
        var (wide, high) = ((all.East - all.West) * side, (all.North - all.South) * side);
        var west = all.West + (random.NextDouble() * (all.East - all.West - wide));
        var south = all.South + (random.NextDouble() * (all.North - all.South - high));
        return new(west, south, west + wide, south + high);
    }
}
