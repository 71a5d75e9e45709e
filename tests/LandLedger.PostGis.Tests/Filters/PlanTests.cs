using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.PostGis.Reading;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Tests.Filters;

/// <summary>How the server means to answer filters, and what it can take.</summary>
public sealed class PlanTests : IDisposable
{
    private const string Box = "BBOX(119.1,20,119.1205,20.0105)";

    private const string Kept = "SELECT count(*) FROM pg_prepared_statements";

    private readonly Park _park = Park.OfStore();

    public void Dispose() => _park.Dispose();

    [Fact]
    public void Filters_are_answered_by_the_index_that_they_allow()
    {
        _park.Put([
            .. Park.Many(20_000)
                .Select((plot, i) => plot with { Zone = i % 2 == 0 ? "东区" : "西区", Holder = $"公司{i / 10}" }),
        ]);
        _park.Sql("ANALYZE landledger.plots");
        var box = new Box(119.1, 20, 119.1205, 20.0105);

        Assert.All(
            [
                Plan("zone = '东区' AND stated_mu > 50", box),
                Plan("county = '331100' AND granted_use = '工业用地'", box),
                Plan($"S_INTERSECTS(geometry, {Box})"),
                Plan($"holder LIKE '%轴承%' AND S_WITHIN(geometry, {Box})"),
                Plan($"S_TOUCHES(geometry, GEOMETRYCOLLECTION(POINT(119.1 20), LINESTRING(119.1 20,119.11 20)))"),
                Plan("S_INTERSECTS(geometry, BBOX(179.9,20,-179.9,20.1))"),
                Plan("S_CONTAINS(geometry, POINT(119.1 20))"),
            ],
            plan =>
            {
                Assert.Contains("plots_geom", plan, StringComparison.Ordinal);
                Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
            }
        );
        Assert.All(
            [Plan("zone = '东区' AND stated_mu > 50"), Plan("county = '331100' AND granted_use = '工业用地'")],
            along =>
            {
                Assert.Contains("plots_pkey", along, StringComparison.Ordinal);
                Assert.DoesNotContain("\"Sort\"", along, StringComparison.Ordinal);
            }
        );
        Assert.Contains(
            "plots_holder",
            Plan("holder = '丽水某轴承有限公司' AND stated_mu > 50"),
            StringComparison.Ordinal
        );
        Assert.Matches("plots_(holder|geom)", Plan("holder = '丽水某轴承有限公司' AND stated_mu > 50", box));
        Assert.DoesNotContain("plots_geom", Plan($"NOT S_INTERSECTS(geometry, {Box})"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_filters_are_answered()
    {
        _park.Put(Park.Many(1));
        using var store = _park.Open(StoreMode.Read);

        Assert.Empty(
            Found(string.Join(" OR ", Enumerable.Range(0, FilterLimits.Nodes / 4).Select(i => $"price = {i}")))
        );
        Assert.Empty(
            Found(
                string.Join(" OR ", Enumerable.Range(0, 3_000).Select(i => $"S_TOUCHES(geometry,POINT({i % 100} 1))"))
            )
        );
        Assert.Empty(
            Found(
                Enumerable
                    .Range(0, (FilterLimits.Depth / 3) - 1)
                    .Aggregate(
                        "price = 1",
                        (inner, i) => $"NOT (price = {i} AND ({inner} OR S_TOUCHES(geometry,POINT(1 1))))"
                    )
            )
        );
        Assert.Empty(Found("price = 1" + string.Concat(Enumerable.Repeat(" + price", FilterLimits.Depth - 2))));

        List<Plot> Found(string filter) => [.. store.Plots(new() { Filter = Read(filter) })];
    }

    [Fact]
    public void Nothing_of_a_filter_stays_on_the_connection()
    {
        using var database = Database.Open(DatabaseAddress.Parse(_park.Address));
        using var session = database.Connect();

        Assert.Empty(PlotReader.Page(session, new() { Filter = Read("price = 1") }, CancellationToken.None));
        Assert.Equal(0L, session.Value(Statement.Of(Kept)));

        Assert.Empty(PlotReader.Page(session, new(), CancellationToken.None));
        Assert.Equal(1L, session.Value(Statement.Of(Kept)));
    }

    [Fact]
    public void An_outline_that_crosses_itself_is_held_against_a_geometry_too()
    {
        _park.Put(Park.Many(2));
        _park.Sql(
            "UPDATE landledger.plots SET geom = 'SRID=4490;MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((2 2,6 2,6 6,2 6,2 2)),((1 1,5 1,5 5,1 5,1 1)))' WHERE plot = '0001'"
        );
        using var store = _park.Open(StoreMode.Read);

        Assert.Equal(["0001"], Found("S_OVERLAPS"));
        Assert.Equal(["0000"], Found("S_DISJOINT"));
        Assert.Empty(Found("S_TOUCHES"));
        Assert.Contains(
            "TopologyException",
            Assert
                .Throws<Npgsql.PostgresException>(() =>
                    _park.Sql(
                        "SELECT ST_Touches(geom, ST_MakeEnvelope(3, 3, 9, 9, 4490)) FROM landledger.plots WHERE plot = '0001'"
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

        string[] Found(string relation) =>
            [
                .. store
                    .Plots(new() { Filter = Read(relation + "(geometry, BBOX(3,3,9,9))") })
                    .Select(plot => plot.Number),
            ];
    }

    private string Plan(string filter, Box? box = null)
    {
        using var database = Database.Open(DatabaseAddress.Parse(_park.Address));
        using var session = database.Connect();
        // A few rows of children would be read whole.
        session.Run("SET enable_seqscan = off");
        var asked = new PlotQuery { Box = box, Filter = Read(filter) };
        var compiled = FilterSearch.Compile(asked.Filter!, box is not null).Value!;
        var statement = Statement
            .Of("EXPLAIN (FORMAT JSON) " + PlotReader.SqlOf(asked, compiled))
            .With("331100")
            .With("0100")
            .With(DateOnly.MaxValue)
            .With(100L);
        if (box is { } wanted)
            BoxSearch.Bind(statement, wanted);
        compiled.Bind(statement);
        return (string)session.Value(statement)!;
    }

    private static BoundFilter Read(string filter)
    {
        var read = FilterText.Read(filter);
        Assert.True(read.IsGood, read.Error?.In(Texts.English));
        return BoundFilter.Of(read.Value, PlotQueryables.All, CrsTable.LonLat).Value!;
    }
}
