using LandLedger.Geometry;
using LandLedger.Import;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>How many there are.</summary>
public abstract partial class PlotStoreContract
{
    private static readonly DateOnly[] Ends = [new(2024, 1, 1), new(2024, 7, 1), new(2025, 1, 1)];

    [Fact]
    public void A_count_is_that_of_the_plots_that_the_query_finds_whatever_key_and_limit()
    {
        Put(Row(400));
        PlotQuery[] asked =
        [
            new(),
            new() { Ended = true },
            new() { On = new(2024, 6, 30) },
            new() { On = new(2024, 7, 1) },
            new() { On = new(1999, 1, 1), Ended = false },
            new() { Filter = Read("zone = '东'") },
            new() { Filter = Read("zone = '东'"), On = new(2024, 1, 1) },
            new() { Filter = Read("S_INTERSECTS(geometry, BBOX(119.2,28,119.5,29))"), Ended = true },
            new() { Box = new(119.1, 28, 119.3, 29) },
            new()
            {
                Box = new(119.1, 28, 119.3, 29),
                Filter = Read("zone = '西'"),
                On = new(2024, 6, 30),
            },
            new() { Box = new(1, 1, 2, 2) },
        ];

        Assert.All(
            asked,
            query =>
            {
                var expected = Store.Plots(query).Count();
                Assert.Equal(expected, Store.Count(query));
                Assert.Equal(expected, Store.Count(query with { After = new("331100", "P050"), Limit = 1 }));
            }
        );
        Assert.Equal([266, 400], [Store.Count(new()), Store.Count(new() { Ended = true })]);
    }

    [Fact]
    public void A_day_takes_the_plots_that_end_later_on_every_way_to_them()
    {
        Put([
            .. Ends.Select((day, i) => SamplePlots.At($"E{i}", 119, 28) with { EndedOn = day }),
            SamplePlots.At("N", 119, 28),
        ]);
        foreach (
            var query in (PlotQuery[])
                [
                    new(),
                    new() { Limit = 9 },
                    new() { Box = new(119, 28, 120, 29) },
                    new() { Filter = Read("plot > 'A'") },
                ]
        )
        {
            Assert.Equal(["E0", "E1", "E2", "N"], Numbers(query with { On = new(2023, 12, 31) }));
            Assert.Equal(["E1", "E2", "N"], Numbers(query with { On = new(2024, 1, 1) }));
            Assert.Equal(["N"], Numbers(query with { On = new(2025, 1, 1), Ended = true }));
        }
    }

    [Fact]
    public void Of_an_area_those_are_counted_that_have_a_point_in_it()
    {
        // Squares from 119.000, 119.001 and so on, each a thousandth wide; a ring of two squares around the area and a far one.
        Put([
            .. Enumerable.Range(0, 50).Select(i => SamplePlots.At($"P{i:00}", 119 + (0.001 * i), 28)),
            SamplePlots.Bare("around") with
            {
                Shape = SamplePlots.TwoSquares(118, 28, 0.0001, 2),
            },
            SamplePlots.Bare("none"),
        ]);
        var zone = CrsTable.Find("EPSG:4549")!;
        double[] xy = [119.01055, 28, 119.0205, 28.0005];
        zone.FromLonLat(xy);
        SearchBox[] areas =
        [
            SearchBox.Of(CrsTable.LonLat, 119.01055, 28, 119.0205, 28.0005)!,
            SearchBox.Of(zone, xy[0], xy[1], xy[2], xy[3])!,
            SearchBox.Of(CrsTable.LonLat, 179, 28, 119.01005, 28.0005)!,
        ];

        Assert.Equal([11, 11, 12], areas.Select(area => Store.Count(new(), area)));
        Assert.Equal([1, 1, 1], areas.Select(area => Store.Count(new() { Filter = Read("plot = 'P10'") }, area)));
        Assert.All(
            areas,
            area =>
                Assert.Equal(
                    Store.Plots(new() { Box = area.Bounds, Shapes = true }).Count(plot => area.Meets(plot.Shape!)),
                    Store.Count(new(), area)
                )
        );
    }

    [Fact]
    public void A_count_that_nobody_waits_for_is_not_made()
    {
        Put(SamplePlots.Bare("1"));
        using var gone = new CancellationTokenSource();
        gone.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Store.Count(new(), null, gone.Token));
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Store.Count(new() { Filter = Read("plot = '1'") }, null, gone.Token)
        );
        Assert.ThrowsAny<OperationCanceledException>(() => Store.Estimate(new(), gone.Token));
        Assert.Equal(1, Store.Count(new()));
    }

    /// <summary>The outline runs to and fro across each plot, so that none can be told by its box.</summary>
    [Fact]
    public async Task A_count_that_nobody_waits_for_any_more_is_stopped()
    {
        Put(Row(1000));
        var across = string.Join(
            ',',
            Enumerable
                .Range(0, 3000)
                .Select(i =>
                    FormattableString.Invariant($"{119 + (i / 300.0):F6} {28 + (i % 2 == 0 ? -0.01 : 0.01):F6}")
                )
        );
        var slow = Read(
            string.Join(
                " AND ",
                Enumerable
                    .Range(0, 3)
                    .Select(_ => $"NOT S_TOUCHES(geometry, POLYGON(({across},129 20,119 20,119 27.99)))")
            )
        );
        using var gone = new CancellationTokenSource();
        var counting = Task.Run(() => Store.Count(new() { Filter = slow, Ended = true }, null, gone.Token));

        await Task.Delay(50);
        Assert.False(counting.IsCompleted);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => counting);
        Assert.Equal(1000, Store.Count(new() { Ended = true }));
    }

    /// <summary>Along 28° north, a hundredth apart; every third has an end day, zones take turns.</summary>
    private static Plot[] Row(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    SamplePlots.At($"P{i:000}", 119 + (0.01 * i), 28) with
                    {
                        Zone = i % 2 == 0 ? "东" : "西",
                        EndedOn = i % 3 == 0 ? Ends[i / 3 % 3] : null,
                    }
                ),
        ];
}
