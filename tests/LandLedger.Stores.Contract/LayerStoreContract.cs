using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Layers;
using NetTopologySuite.IO;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>What every store must do with reference layers; each store derives it.</summary>
public abstract partial class LayerStoreContract : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2025, 6, 30, 12, 0, 0, TimeSpan.Zero);

    private static readonly QueryableProperty[] Properties =
    [
        new("名称", FilterType.Text),
        new("width", FilterType.Number),
        new("lanes", FilterType.Integer),
        new("open", FilterType.Boolean),
        new("since", FilterType.Date),
        new("seen", FilterType.Timestamp),
        new("tags", FilterType.List),
        // What no column can be called like that, or cannot beside another.
        new("fid", FilterType.Text),
        new("WIDTH", FilterType.Text),
        new("\"; DROP TABLE plots; --" + new string('长', 40), FilterType.Text),
        new("geometry", FilterType.Geometry),
    ];

    private static readonly LayerFeature[] Roads =
    [
        new(
            3,
            Shape("LINESTRING (119 28, 119.1 28.1)"),
            [
                "绿谷大道",
                24.5,
                6L,
                true,
                new DateOnly(2020, 1, 2),
                new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1_234_560),
                (string[])["主干", "a、b", "\"q\""],
                "seven",
                "wide",
                "odd",
            ]
        ),
        new(
            7,
            Shape("POINT (120 29)"),
            ["", -0.5, -9_007_199_254_740_993, false, null, null, (string[])[], null, null, null]
        ),
        new(9, null, [null, null, null, null, null, null, null, null, null, null]),
        new(10, Shape("MULTIPOLYGON (((121 30, 122 30, 122 31, 121 30)))"), [.. Enumerable.Repeat<object?>(null, 10)]),
    ];

    private IPlotStore? _store;

    /// <summary>An empty store.</summary>
    protected abstract IPlotStore Create();

    /// <summary>The same store, opened a second time beside the first.</summary>
    protected abstract IPlotStore OpenAgain();

    protected IPlotStore Store => _store ??= Create();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _store?.Dispose();

    [Fact]
    public void A_layer_comes_back_as_it_was_put()
    {
        Put("roads", Roads);
        using var again = OpenAgain();

        var layer = Assert.Single(again.Layers.All());
        Assert.Equal(("roads", "道路", 4L, "Geometry"), (layer.Name, layer.Title, layer.Features, layer.Kind));
        Assert.Equal(new Box(119, 28, 122, 31), layer.Extent);
        Assert.Equal(Properties, layer.Properties);
        var found = again.Layers.Features(layer, FeatureQuery.All).ToList();
        Assert.Equal(Roads.Select(road => road.Id), found.Select(road => road.Id));
        foreach (var (put, got) in Roads.Zip(found))
        {
            Assert.Equal(put.Values, got.Values);
            Assert.Equal(put.Shape?.Wkb.ToArray(), got.Shape?.Wkb.ToArray());
            Assert.Equal(put.Shape?.Box, got.Shape?.Box);
        }
    }

    [Fact]
    public void A_layer_of_one_kind_says_so()
    {
        Put("wells", [Feature(1, "POINT (119 28)"), Feature(2, "POINT (120 29)")]);
        Assert.Equal("Point", Layer("wells").Kind);
    }

    [Fact]
    public void A_layer_that_is_added_again_is_replaced_as_a_whole()
    {
        Put("roads", Roads);
        var before = Layer("roads");
        Assert.Equal(4, Put("roads", [Feature(1, "POINT (119 28)")]));

        Assert.NotEqual(before.Revision, Layer("roads").Revision);
        Assert.Equal([1L], Ids(new()));
        var trouble = Assert.Throws<StoreException>(() => Store.Layers.Features(before, FeatureQuery.All).ToList());
        Assert.Equal("layer-changed", trouble.Code);
    }

    [Fact]
    public void Without_commit_everything_stays_as_it_was()
    {
        Put("roads", Roads);
        using (var import = Store.Layers.Begin(Plan("roads")))
        {
            Assert.Equal(4, import.Before);
            import.Put(Feature(1, "POINT (119 28)"));
        }
        using (var import = Store.Layers.Begin(Plan("other")))
            Assert.Null(import.Before);

        Assert.Equal(["roads"], Store.Layers.All().Select(layer => layer.Name));
        Assert.Equal([3L, 7L, 9L, 10L], Ids(new()));
    }

    [Fact]
    public void A_removed_layer_is_gone_and_the_others_stay()
    {
        Put("roads", Roads);
        Put("red-line_2", [Feature(1, "POINT (119 28)")]);

        Assert.Null(Store.Layers.Remove("no-such"));
        Assert.Equal(4, Store.Layers.Remove("roads"));
        Assert.Equal(["red-line_2"], Store.Layers.All().Select(layer => layer.Name));
        Assert.Null(Put("roads", Roads));
    }

    [Fact]
    public void The_stamp_is_another_one_after_each_change_of_a_layer()
    {
        Put("a", Roads);
        Put("b", Roads);
        Put("c", Roads);
        var stamps = new List<string> { Store.Stamp() };
        Put("a", Roads);
        stamps.Add(Store.Stamp());
        Store.Layers.Remove("c");
        stamps.Add(Store.Stamp());
        Put("d", Roads);
        stamps.Add(Store.Stamp());
        Store.Layers.Remove("b");
        stamps.Add(Store.Stamp());
        Assert.Equal(stamps.Count, stamps.Distinct().Count());
    }

    [Fact]
    public void Plots_and_layers_leave_each_other_alone()
    {
        using (var import = Store.BeginImport())
        {
            import.Put(SamplePlots.Full());
            import.Commit(Noon, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        }
        Put("roads", Roads);
        using (var import = Store.BeginImport())
        {
            import.Put(SamplePlots.Full("B-2"));
            import.Commit(Noon, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        }
        Store.Layers.Remove("roads");

        Assert.Equal(["A-1", "B-2"], Store.Plots(new() { Ended = true }).Select(plot => plot.Number));
        Assert.Equal(2, Store.Imports().Count);
    }

    [Fact]
    public void Pages_begin_behind_an_id()
    {
        Put("roads", Roads);
        Assert.Equal([7L, 9L], Ids(new() { After = 3, Limit = 2 }));
        Assert.Equal([10L], Ids(new() { After = 9, Limit = 2 }));
        Assert.Empty(Ids(new() { After = 10 }));
    }

    [Theory]
    [InlineData(119.05, 28.05, 119.06, 28.06, "3")]
    [InlineData(120, 29, 120, 29, "7")]
    [InlineData(120.0000000001, 29, 120.1, 29, "")]
    [InlineData(110, 20, 130, 40, "3 7 10")]
    public void A_box_finds_what_has_its_box_there(double west, double south, double east, double north, string ids)
    {
        Put("roads", Roads);
        Assert.Equal(ids, string.Join(' ', Ids(new() { Box = new(west, south, east, north) })));
    }

    [Theory]
    [InlineData("\"名称\" = '绿谷大道'", "3")]
    [InlineData("width < 0", "7")]
    [InlineData("lanes = 6 AND open = TRUE", "3")]
    [InlineData("since = DATE('2020-01-02')", "3")]
    [InlineData("seen = TIMESTAMP('2020-01-02T03:04:05.123456Z')", "3")]
    [InlineData("seen = TIMESTAMP('2020-01-02T03:04:05.1234561Z')", "")]
    [InlineData("seen = TIMESTAMP('2020-01-02T11:04:05.123456+08:00')", "3")]
    [InlineData("seen = DATE('2020-01-02')", "3")]
    [InlineData("A_CONTAINS(tags, ('a、b'))", "3")]
    [InlineData("A_CONTAINEDBY(tags, ('x'))", "7")]
    [InlineData("NOT A_OVERLAPS(tags, ('主干'))", "7")]
    [InlineData("tags IS NULL", "9 10")]
    [InlineData("fid = 'seven' AND \"WIDTH\" = 'wide'", "3")]
    [InlineData("S_INTERSECTS(geometry, BBOX(118,27,119.5,29))", "3")]
    [InlineData("S_WITHIN(geometry, POLYGON((119 28,121 28,121 30,119 30,119 28)))", "3 7")]
    [InlineData("S_CROSSES(geometry, LINESTRING(119 28.1,119.1 28))", "3")]
    [InlineData("NOT S_INTERSECTS(geometry, POINT(120 29))", "3 10")]
    [InlineData("geometry IS NULL", "9")]
    public void A_filter_finds_what_it_is_true_of(string text, string ids)
    {
        Put("roads", Roads);
        Assert.Equal(ids, string.Join(' ', Ids(new() { Filter = Bound(text) })));
    }

    [Fact]
    public void Box_filter_and_page_hold_together()
    {
        Put("roads", Roads);
        var query = new FeatureQuery
        {
            Box = new(110, 20, 130, 40),
            Filter = Bound("width IS NULL OR width < 0"),
            After = 3,
            Limit = 1,
        };
        Assert.Equal([7L], Ids(query));
        Assert.Equal([10L], Ids(query with { After = 7 }));
    }

    private BoundFilter Bound(string text)
    {
        var layer = Layer("roads");
        var bound = BoundFilter.Of(StandardLayers.Read(text), layer.Queryables, CrsTable.LonLat);
        Assert.True(bound.IsGood, bound.Error?.In(Texts.English));
        Assert.Null(Store.Layers.Refusal(layer, bound.Value));
        return bound.Value;
    }

    private IEnumerable<long> Ids(FeatureQuery query) =>
        Store.Layers.Features(Layer("roads"), query).Select(feature => feature.Id).ToList();

    private Layer Layer(string name) => Store.Layers.All().Single(layer => layer.Name == name);

    private long? Put(string name, IEnumerable<LayerFeature> features)
    {
        using var import = Store.Layers.Begin(Plan(name));
        foreach (var feature in features)
            import.Put(feature);
        import.Commit(Noon);
        return import.Before;
    }

    private static Layer Plan(string name) => new(name, "道路", Properties);

    private static LayerFeature Feature(long id, string wkt) => new(id, Shape(wkt), new object?[Properties.Length - 1]);

    private static LayerShape Shape(string wkt)
    {
        var shape = new WKTReader().Read(wkt);
        var box = shape.EnvelopeInternal;
        return new(shape.AsBinary(), new(box.MinX, box.MinY, box.MaxX, box.MaxY));
    }
}
