using System.Text.Json;
using LandLedger.Fields;
using LandLedger.GeoPackage.Tests;
using LandLedger.Import;
using LandLedger.PostGis.Reading;
using LandLedger.PostGis.Sql;
using LandLedger.Stores.Contract;
using Npgsql;

namespace LandLedger.PostGis.Tests;

/// <summary>What map programs make of the tables, and how the server goes about our questions.</summary>
public sealed class MapProgramTests
{
    [Fact]
    public void GDAL_finds_the_layer_with_its_place_on_earth_and_every_field()
    {
        using var park = Park.OfStore();
        var full = SamplePlots.Full();
        park.Put(full);
        var address = new NpgsqlConnectionStringBuilder(park.Address);

        var source = $"PG:host={address.Host} dbname={address.Database} user={address.Username} schemas=landledger";

        var layer = Tool.Run("ogrinfo", "-so", source, "plots");
        var plots = Tool.Run("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", source, "plots", "-lco", "RFC7946=NO");

        Assert.Contains("Geometry: Multi Polygon", layer, StringComparison.Ordinal);
        Assert.Contains("ID[\"EPSG\",4490]]", layer, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(plots);
        var feature = json.RootElement.GetProperty("features")[0];
        var properties = feature.GetProperty("properties");
        Assert.All(
            PlotFields.All,
            field => Assert.Equal(field.Of(full).ToString(), Written(properties.GetProperty(field.Id)))
        );
        var corner = feature.GetProperty("geometry").GetProperty("coordinates")[0][0][0];
        Assert.Equal((119.9, 28.4), (corner[0].GetDouble(), corner[1].GetDouble()));
    }

    [Fact]
    public void Every_column_of_a_field_bears_its_Chinese_title()
    {
        using var park = Park.OfStore();

        var titles = park.Sql(
            """
            SELECT string_agg(attname || ' ' || col_description(attrelid, attnum), chr(10) ORDER BY attnum)
            FROM pg_attribute WHERE attrelid = 'landledger.plots'::regclass AND attnum > 0
            """
        )!;
        Assert.Equal(
            PlotFields.All.Select(field => $"{field.Id} {Texts.Chinese["field." + field.Id]}"),
            titles.Split('\n').Take(PlotFields.All.Count)
        );
        Assert.Equal(
            "",
            park.Sql(
                """
                SELECT string_agg(relname, ',') FROM pg_class
                WHERE relnamespace = 'landledger'::regnamespace AND relkind = 'r' AND obj_description(oid, 'pg_class') IS NULL
                """
            )
        );
    }

    [Fact]
    public void A_plot_edited_in_the_map_is_read_with_its_new_facts_and_place()
    {
        using var park = Park.OfStore();
        park.Put(SamplePlots.Full() with { EndedOn = null }, SamplePlots.At("B", 119, 28));

        park.Sql(
            "UPDATE landledger.plots SET holder = '新主', geom = (SELECT geom FROM landledger.plots WHERE plot = 'B') WHERE plot = 'A-1'"
        );

        using var store = park.Open(StoreMode.Read);
        var plots = store.Plots(new() { Box = new(119, 28, 119, 28), Shapes = true }).ToList();
        Assert.Equal(["A-1", "B"], plots.Select(plot => plot.Number));
        Assert.Equal("新主", plots[0].Holder);
        Assert.Equal(plots[1].Shape!.Wkb.ToArray(), plots[0].Shape!.Wkb.ToArray());
    }

    [Fact]
    public void Pages_boxes_and_numbers_are_found_by_their_indexes()
    {
        using var park = Park.OfStore();
        park.Put(Park.Many(20_000));
        park.Sql("ANALYZE landledger.plots");

        var page = Plan(park, PlotReader.PageSql.Of(new() { On = new(2026, 11, 30) }), Key);
        var box = Plan(
            park,
            PlotReader.BoxSql.Of(new() { On = new(2026, 11, 30) }),
            statement =>
            {
                Key(statement);
                BoxSearch.Bind(statement, new(119.1, 20, 119.1205, 20.0105));
            }
        );
        var number = Plan(park, PlotReader.NumberSql, statement => statement.With("0007"));
        var supervision = Plan(park, PlotReader.SupervisionSql, statement => statement.With("S1"));

        Assert.Contains("plots_pkey", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Sort\"", page, StringComparison.Ordinal);
        Assert.Contains("plots_geom", box, StringComparison.Ordinal);
        Assert.Contains("plots_plot", number, StringComparison.Ordinal);
        Assert.Contains("plots_supervision_number", supervision, StringComparison.Ordinal);
        Assert.All(
            [page, box, number, supervision],
            plan => Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal)
        );

        static void Key(NpgsqlBatchCommand statement) =>
            statement.With("331100").With("0100").With(DateOnly.MaxValue).With(100L);
    }

    private static string Plan(Park park, string sql, Action<NpgsqlBatchCommand> bind)
    {
        using var database = Database.Open(DatabaseAddress.Parse(park.Address));
        using var session = database.Connect();
        // A few rows of children would be read whole.
        session.Run("SET enable_seqscan = off");
        var statement = Statement.Of("EXPLAIN (FORMAT JSON) " + sql);
        bind(statement);
        return (string)session.Value(statement)!;
    }

    private static string Written(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            // GDAL writes the double; 15 of its digits are ours.
            JsonValueKind.Number => Fact.Of((decimal)value.GetDouble(), Unit.None).ToString(),
            _ => value.GetString()!.Replace('/', '-'),
        };
}
