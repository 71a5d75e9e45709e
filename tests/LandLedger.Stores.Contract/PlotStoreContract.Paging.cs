using LandLedger.Filters;
using LandLedger.Import;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>Pages while somebody writes.</summary>
public abstract partial class PlotStoreContract
{
    private const int Standing = 100_000;
    private const int AtOnce = 40;

    [Fact]
    public async Task Pages_neither_lose_nor_repeat_a_plot_that_stands_while_an_import_after_the_other_commits()
    {
        Put([.. Enumerable.Range(0, Standing).Select(i => SamplePlots.Bare($"P{i:000000}"))]);
        using var reader = OpenAgain();
        using var done = new CancellationTokenSource();
        var writing = Task.Run(() => Write(done.Token));

        var byKey = new List<PlotKey>(Standing);
        for (var after = (PlotKey?)null; ; after = byKey[^1])
        {
            var page = reader.Plots(new() { After = after, Limit = 1000 }).Select(KeyOf).ToList();
            byKey.AddRange(page);
            if (page.Count < 1000)
                break;
        }
        var sort = new PlotSort([new(Sortable("name"), Descending: true), new(Sortable("zone"), false)]);
        var sorted = new List<PlotKey>(Standing);
        for (var place = (PlotPlace?)null; ; )
        {
            var page = reader.Sorted(new() { Limit = 10_000 }, sort with { After = place }).ToList();
            sorted.AddRange(page.Select(placed => KeyOf(placed.Plot)));
            if (page.Count < 10_000)
                break;
            place = page[^1].Place;
        }
        await done.CancelAsync();
        var commits = await writing;

        Assert.InRange(commits, 5, int.MaxValue);
        foreach (var seen in (List<PlotKey>[])[byKey, sorted])
        {
            Assert.Equal(seen.Count, seen.Distinct().Count());
            // Of those that were there from the beginning, each that has not ended.
            var standing = seen.Where(key => key.Number.Length == 7).ToHashSet();
            var ended = Enumerable.Range(0, Standing).Where(i => !standing.Contains(new("331100", $"P{i:000000}")));
            Assert.All(ended, i => Assert.Equal(0, i % 10));
        }
    }

    private static QueryableProperty Sortable(string name) => PlotQueryables.All.Find(name)!;

    /// <summary>Adds plots between the others, changes some of these, and ends tenth ones.</summary>
    private int Write(CancellationToken done)
    {
        var random = new Random(5);
        for (var commits = 0; ; commits++)
        {
            if (done.IsCancellationRequested)
                return commits;
            Put([
                .. Enumerable
                    .Range(0, AtOnce)
                    .Select(_ => random.Next(Standing))
                    .Distinct()
                    .Select(i =>
                        (i % 3) switch
                        {
                            0 => SamplePlots.Bare($"P{i:000000}b{commits}") with { Name = "新" },
                            1 => SamplePlots.Bare($"P{i:000000}") with { Holder = $"{commits}" },
                            _ => SamplePlots.Bare($"P{i / 10 * 10:000000}") with { EndedOn = new(2025, 1, 1) },
                        }
                    ),
            ]);
        }
    }
}
