using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Service.Plots;

namespace LandLedger.Service.Tests;

/// <summary>What is found of places that are kept, against a look at each plot in turn.</summary>
public sealed class KeptPlacesTests
{
    private const int Plots = 2000;

    private static readonly Random Random = new(20260630);

    /// <summary>Every seventh has no outline; boxes from a point to one that holds all.</summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.001)]
    [InlineData(0.05)]
    [InlineData(0.4)]
    [InlineData(3.0)]
    public void Boxes_find_what_a_look_at_each_finds_in_order_behind_a_key_and_up_to_a_limit(double side)
    {
        List<(PlotMark Mark, PlotShape? Shape)> all = [.. Enumerable.Range(0, Plots).Select(Plot)];
        var places = KeptPlaces.Of(all)!;
        for (var round = 0; round < 100; round++)
        {
            var (west, south) = (119 + Random.NextDouble(), 28 + Random.NextDouble());
            var box = new Box(west - side, south - side, west + side, south + side);
            var after =
                round % 3 == 0
                    ? null
                    : (PlotKey?)
                        new PlotKey("331100", $"{Random.Next(Plots)}".PadLeft(4, '0') + (round % 2 == 0 ? "" : "x"));
            var limit = Random.Next(1, 300);
            var expected = all.Where(plot => after is not { } key || plot.Mark.Key.CompareTo(key) > 0)
                .Where(plot =>
                    plot.Shape is { } shape
                    && shape.East >= box.West
                    && shape.West <= box.East
                    && shape.North >= box.South
                    && shape.South <= box.North
                )
                .Select(plot => plot.Mark)
                .Take(limit);
            Assert.Equal(expected, places.Find(box, after, limit));
        }
    }

    [Fact]
    public void Without_a_box_plots_without_outline_are_found_too()
    {
        var places = KeptPlaces.Of([.. Enumerable.Range(0, 20).Select(Plot)])!;
        Assert.Equal(
            Enumerable.Range(8, 5).Select(i => (long)i),
            places.Find(null, new("331100", "0007"), 5).Select(mark => mark.Row)
        );
        Assert.Equal(20, places.Find(null, null, int.MaxValue).Count);
        Assert.Empty(places.Find(null, new("331100", "0019"), 5));
    }

    [Fact]
    public void None_are_kept_of_plots_in_another_order_and_a_park_of_none_is_found_empty()
    {
        Assert.Null(KeptPlaces.Of([Plot(2), Plot(1)]));
        Assert.Null(KeptPlaces.Of([Plot(1), Plot(1)]));
        Assert.Empty(KeptPlaces.Of([])!.Find(new(-180, -90, 180, 90), null, 10));
    }

    private static (PlotMark Mark, PlotShape? Shape) Plot(int i)
    {
        var (west, south) = (119 + Random.NextDouble(), 28 + Random.NextDouble());
        var shape =
            i % 7 == 0 ? null : new PlotShape(new byte[] { 1 }, "EPSG:4490", west, south, west + 0.004, south + 0.003);
        return (new(new("331100", $"{i:0000}"), i), shape);
    }
}
