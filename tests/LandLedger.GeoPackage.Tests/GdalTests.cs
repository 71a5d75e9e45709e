using System.Globalization;
using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Stores.Contract;

namespace LandLedger.GeoPackage.Tests;

/// <summary>What GDAL, and with it QGIS, makes of our files.</summary>
public sealed class GdalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Store => _folder["park.gpkg"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_empty_store_is_a_valid_GeoPackage()
    {
        MakeEmpty(Store);

        Tool.Validate(Store);
        Assert.Equal("1196444487|10300", Tool.Sql(Store, "SELECT * FROM pragma_application_id, pragma_user_version"));
    }

    [Fact]
    public void A_filled_store_is_valid_while_open_and_after_changes()
    {
        using (var store = GeoPackageStore.Open(Store, StoreMode.Create))
        {
            Put(store, [.. Many(3_000), SamplePlots.Full()]);
            Tool.Validate(Store);
            // Through the triggers now: one moves, one loses its outline, one is new.
            Put(
                store,
                SamplePlots.At("0001", 110, 30),
                SamplePlots.Bare("0002"),
                SamplePlots.Full("new") with
                {
                    Shape = SamplePlots.TwoSquares(121, 29, 0.001, 0.01),
                }
            );
        }

        Tool.Validate(Store);
        using var read = GeoPackageStore.Open(Store, StoreMode.Read);
        Assert.Equal("0001", Assert.Single(read.Plots(new() { Box = new(110, 30, 110, 30) })).Number);
        Assert.Equal(3_001, read.Plots(new() { Box = new(100, 20, 130, 40), Ended = true }).Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(51)]
    [InlineData(52)]
    [InlineData(5_000)]
    [InlineData(110_000)]
    public void The_spatial_index_loaded_at_once_holds_every_plot(int count)
    {
        using (var store = GeoPackageStore.Open(Store, StoreMode.Create))
            Put(store, [.. Many(count)]);

        Assert.Equal("ok", Tool.Sql(Store, "SELECT rtreecheck('rtree_plots_geom')"));
        Assert.Equal($"{count}", Tool.Sql(Store, "SELECT count(*) FROM rtree_plots_geom"));
        // A window counted without the index: columns 10 to 12 and rows 0 to 1 of the grid of 100 columns.
        using var read = GeoPackageStore.Open(Store, StoreMode.Read);
        var expected = Enumerable.Range(0, count).Count(i => i % 100 is >= 10 and <= 12 && i / 100 <= 1);
        Assert.Equal(expected, read.Plots(new() { Box = new(119.1, 20, 119.1205, 20.0105) }).Count());
    }

    [Fact]
    public void The_extent_of_the_layer_follows_its_plots()
    {
        using (var store = GeoPackageStore.Open(Store, StoreMode.Create))
        {
            Put(store, SamplePlots.At("1", 119, 28), SamplePlots.At("2", 120, 29));
            Assert.Equal([119, 28, 120.001, 29.001], Extent());
            // The corner plot moves inwards.
            Put(store, SamplePlots.At("2", 119.5, 28.5));
        }

        Assert.Equal([119, 28, 119.501, 28.501], Extent());
        Assert.Contains(
            "Extent: (119.000000, 28.000000) - (119.501000, 28.501000)",
            Tool.Run("ogrinfo", "-so", Store, "plots"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Ogr2ogr_reads_every_field_as_it_was_written()
    {
        var plot = SamplePlots.Full();
        using (var store = GeoPackageStore.Open(Store, StoreMode.Create))
            Put(store, plot);

        Tool.Run("ogr2ogr", "-f", "GeoJSON", _folder["plots.json"], Store, "plots", "-lco", "COORDINATE_PRECISION=15");

        using var json = JsonDocument.Parse(File.ReadAllText(_folder["plots.json"]));
        var feature = json.RootElement.GetProperty("features")[0];
        var properties = feature.GetProperty("properties");
        Assert.All(
            PlotFields.All,
            field => Assert.Equal(field.Of(plot).ToString(), Written(properties.GetProperty(field.Id)))
        );
        Assert.Equal("2024-02-29", properties.GetProperty("ended_on").GetString()!.Replace('/', '-'));
        Assert.Equal(49.9951851m, (decimal)properties.GetProperty("measured_mu").GetDouble());
        var corner = feature.GetProperty("geometry").GetProperty("coordinates")[0][0][0];
        Assert.Equal((119.9, 28.4), (corner[0].GetDouble(), corner[1].GetDouble()));
    }

    [Fact]
    public void A_plot_that_GDAL_edits_is_read_with_its_new_facts_and_place()
    {
        using (var store = GeoPackageStore.Open(Store, StoreMode.Create))
            Put(store, SamplePlots.Full() with { EndedOn = null }, SamplePlots.At("B", 119, 28));

        Tool.Run(
            "ogrinfo",
            Store,
            "-sql",
            "UPDATE plots SET holder = '新主', geom = (SELECT geom FROM plots WHERE plot = 'B') WHERE plot = 'A-1'"
        );

        using var read = GeoPackageStore.Open(Store, StoreMode.Read);
        var plots = read.Plots(new() { Box = new(119, 28, 119, 28), Shapes = true }).ToList();
        Assert.Equal(["A-1", "B"], plots.Select(plot => plot.Number));
        Assert.Equal("新主", plots[0].Holder);
        Assert.Equal(plots[1].Shape!.Wkb.ToArray(), plots[0].Shape!.Wkb.ToArray());
    }

    [Fact]
    public void Searching_by_box_and_paging_use_their_indexes()
    {
        MakeEmpty(Store);

        var box = Tool.Sql(Store, "EXPLAIN QUERY PLAN " + Reading.BoxSearch.TreeSql(""));
        var page = Tool.Sql(Store, "EXPLAIN QUERY PLAN " + Reading.PlotReader.AfterKeySql);

        Assert.Contains("SCAN r VIRTUAL TABLE INDEX 2:", box, StringComparison.Ordinal);
        Assert.Contains("SEARCH p USING INTEGER PRIMARY KEY", box, StringComparison.Ordinal);
        Assert.Contains("SEARCH p USING INDEX plots_key ((county,plot)>(?,?))", page, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Plots_are_looked_up_by_supervision_number_through_an_index_that_the_first_such_import_makes()
    {
        MakeEmpty(Store);
        using (var store = GeoPackageStore.Open(Store, StoreMode.Write))
        {
            using var import = store.BeginImport();
            Assert.Empty(import.FindSupervised("S1"));
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        }

        Assert.Contains(
            "SEARCH p USING INDEX plots_supervision_number",
            Tool.Sql(Store, "EXPLAIN QUERY PLAN " + Reading.PlotReader.OfSupervisionSql.Replace("?1", "'S1'")),
            StringComparison.Ordinal
        );
    }

    /// <summary>A grid 100 wide, 0.01° apart.</summary>
    internal static IEnumerable<Plot> Many(int count) =>
        Enumerable
            .Range(0, count)
            .Select(i => SamplePlots.At($"{i:0000}", 119 + (i % 100 * 0.01), 20 + (i / 100 * 0.01)));

    internal static void MakeEmpty(string path)
    {
        using var store = GeoPackageStore.Open(path, StoreMode.Create);
        Put(store);
    }

    internal static void Put(GeoPackageStore store, params Plot[] plots)
    {
        using var import = store.BeginImport();
        foreach (var plot in plots)
            import.Put(plot);
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
    }

    private double[] Extent() =>
        [
            .. Tool.Sql(Store, "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'plots'")
                .Split('|')
                .Select(text => double.Parse(text, CultureInfo.InvariantCulture)),
        ];

    private static string Written(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            // GDAL writes 17 digits of the double; 15 of them are ours.
            JsonValueKind.Number => Fact.Of((decimal)value.GetDouble(), Unit.None).ToString(),
            _ => value.GetString()!.Replace('/', '-') is { Length: 10 } day && day[4] == '-' ? day : value.GetString()!,
        };
}
