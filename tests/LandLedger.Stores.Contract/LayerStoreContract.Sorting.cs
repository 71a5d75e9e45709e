using System.Globalization;
using LandLedger.Filters;
using LandLedger.Import;
using LandLedger.Layers;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>Features in an order that is asked for, and how many there are.</summary>
public abstract partial class LayerStoreContract
{
    /// <summary>Values that come in each column, unknown among them, some twice.</summary>
    private static readonly Dictionary<string, object?[]> Sorted = new()
    {
        ["名称"] = ["b", "a", null, "路", "B", "", "𠮷", "a"],
        ["width"] = [0.1 + 0.2, -5.5, null, 1e300, 0.3, double.NaN, double.PositiveInfinity, -5.5],
        ["lanes"] = [9_007_199_254_740_993, 9_007_199_254_740_992, null, -7L, 0L, 3L, long.MaxValue, long.MinValue],
        ["open"] = [true, false, null, true, null, false, true, false],
        ["since"] = Days(5, 2, null, 9_000, 2, 3, 1, null),
        ["seen"] = Instants(50, 20, null, 30, 20, -90, 10, 40),
    };

    [Theory]
    [InlineData("名称", false)]
    [InlineData("名称", true)]
    [InlineData("width", false)]
    [InlineData("width", true)]
    [InlineData("lanes", false)]
    [InlineData("lanes", true)]
    [InlineData("open", false)]
    [InlineData("open", true)]
    [InlineData("since", false)]
    [InlineData("since", true)]
    [InlineData("seen", false)]
    [InlineData("seen", true)]
    public void Pages_of_features_in_an_order_hold_each_once_unknown_last_equal_ones_by_id(string name, bool descending)
    {
        Put("roads", Column(name));
        var layer = Layer("roads");
        var sort = new PlotSort([new(layer.Properties.Single(property => property.Name == name), descending)]);
        var ids = Enumerable.Range(0, 8).Where(i => IsKnown(Sorted[name][i])).ToList();
        var order = Comparer<int>.Create((a, b) => Compare(Sorted[name][a]!, Sorted[name][b]!));
        var known = descending ? ids.OrderDescending(order).ThenBy(i => i) : ids.Order(order).ThenBy(i => i);
        var expected = known.Concat(Enumerable.Range(0, 8).Except(ids)).Select(i => i + 1L);

        var found = new List<long>();
        for (PlotPlace? after = null; ; )
        {
            var page = Store.Layers.Sorted(layer, new() { Limit = 3 }, sort with { After = after }).ToList();
            if (page.Count == 0)
                break;
            found.AddRange(page.Select(placed => placed.Feature.Id));
            after = page[^1].Place;
            Assert.True(FeatureSort.Fits(sort, after));
        }
        Assert.Equal(expected, found);
    }

    [Fact]
    public void An_order_by_several_properties_holds_with_box_and_filter()
    {
        Put("roads", Roads);
        var layer = Layer("roads");
        var sort = new PlotSort([
            new(layer.Properties.Single(property => property.Name == "open"), false),
            new(layer.Properties.Single(property => property.Name == "width"), true),
        ]);
        var query = new FeatureQuery { Box = new(110, 20, 130, 40), Filter = Bound("width IS NULL OR width < 100") };
        var found = Store.Layers.Sorted(layer, query, sort).ToList();
        Assert.Equal([7L, 3, 10], found.Select(placed => placed.Feature.Id));
        Assert.Equal("绿谷大道", found[1].Feature.Values[0]);
        Assert.Equal(
            [10L],
            Store.Layers.Sorted(layer, query, sort with { After = found[1].Place }).Select(placed => placed.Feature.Id)
        );
    }

    [Fact]
    public void A_count_is_that_of_the_features_that_the_query_finds_whatever_start_and_limit()
    {
        Put("roads", Roads);
        var layer = Layer("roads");
        FeatureQuery[] asked =
        [
            new(),
            new() { After = 7, Limit = 1 },
            new() { Box = new(119, 28, 120, 29) },
            new() { Box = new(120.0000000001, 29, 120.1, 29) },
            new() { Filter = Bound("width IS NULL") },
            new() { Filter = Bound("geometry IS NULL"), Box = new(110, 20, 130, 40) },
        ];
        Assert.Equal([4L, 4, 2, 0, 2, 0], asked.Select(query => Store.Layers.Count(layer, query)));
    }

    [Fact]
    public void An_estimate_is_near_the_count_whatever_the_ids_are()
    {
        Put(
            "roads",
            Enumerable
                .Range(0, 4000)
                .Select(i =>
                {
                    var feature = Feature(
                        (40 * i) + 3,
                        FormattableString.Invariant($"POINT ({119 + (i % 50 * 0.01)} {28 + (i / 50 * 0.01)})")
                    );
                    object?[] values = [.. feature.Values];
                    values[3] = i % 4 == 0;
                    return feature with { Values = values };
                })
        );
        var layer = Layer("roads");
        var west = new Box(118, 27, 119.2449, 30);
        (FeatureQuery Query, int About)[] asked =
        [
            (new() { Filter = Bound("open = TRUE") }, 1000),
            (new() { Box = west }, 2000),
            (new() { Box = west, Filter = Bound("open = TRUE") }, 520),
        ];
        Assert.Equal(4000, Store.Layers.Estimate(layer, new()));
        Assert.All(
            asked,
            pair =>
            {
                var (query, about) = pair;
                Assert.InRange(Store.Layers.Count(layer, query), about * 0.98, about * 1.02);
                Assert.InRange(Store.Layers.Estimate(layer, query), about * 0.8, about * 1.2);
            }
        );
        Assert.InRange(Store.Layers.Estimate(layer, new() { Box = new(1, 1, 2, 2) }), 0, 1);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Store.Layers.Estimate(layer, asked[0].Query, new(canceled: true))
        );
    }

    [Fact]
    public async Task Features_that_nobody_waits_for_any_more_are_not_looked_for()
    {
        // Ten seconds of work and more, so that a busy machine cannot be done with it before it is told to stop.
        const int Many = 10_000;
        Put("roads", Enumerable.Range(1, Many).Select(i => Feature(i, $"LINESTRING (119 28, 120 {28 + (i / 5000d)})")));
        var around = string.Join(
            ',',
            Enumerable
                .Range(0, 2000)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{140 + (30 * Math.Cos(i * Math.Tau / 2000)):F6} {28 + (30 * Math.Sin(i * Math.Tau / 2000)):F6}"
                    )
                )
        );
        var slow = Bound(
            string.Join(" AND ", Enumerable.Range(0, 4).Select(_ => $"S_TOUCHES(geometry, POLYGON(({around},170 28)))"))
                .Replace(" AND ", " OR ", StringComparison.Ordinal)
        );
        var layer = Layer("roads");
        using var gone = new CancellationTokenSource();
        var reading = Task.Run(() => Store.Layers.Features(layer, new() { Filter = slow }, gone.Token).ToList());

        await Task.Delay(50);
        Assert.False(reading.IsCompleted);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(Many, Store.Layers.Count(layer, new()));
        Assert.ThrowsAny<OperationCanceledException>(() => Store.Layers.Count(layer, new(), new(canceled: true)));
    }

    private static IEnumerable<LayerFeature> Column(string name) =>
        Enumerable
            .Range(0, 8)
            .Select(i =>
            {
                var values = new object?[Properties.Length - 1];
                values[Array.FindIndex(Properties, property => property.Name == name)] = Sorted[name][i];
                return new LayerFeature(i + 1, null, values);
            });

    private static bool IsKnown(object? value) => value is double number ? double.IsFinite(number) : value is not null;

    private static int Compare(object left, object right) =>
        (left, right) switch
        {
            (string a, string b) => System
                .Text.Encoding.UTF8.GetBytes(a)
                .AsSpan()
                .SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(b)),
            _ => Comparer<object>.Default.Compare(left, right),
        };

    private static object?[] Days(params int?[] days) =>
        [.. days.Select(day => day is { } known ? (object)new DateOnly(2020, 1, 1).AddDays(known) : null)];

    private static object?[] Instants(params int?[] microseconds) =>
        [.. microseconds.Select(one => one is { } known ? (object)DateTime.UnixEpoch.AddMicroseconds(known) : null)];
}
