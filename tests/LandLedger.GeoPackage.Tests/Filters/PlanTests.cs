using LandLedger.Filters;

namespace LandLedger.GeoPackage.Tests.Filters;

/// <summary>What SQLite means to do: an index answers wherever a filter allows it.</summary>
public sealed class PlanTests : IDisposable
{
    private const string Tree = "VIRTUAL TABLE INDEX";
    private const string Scan = "SCAN t";

    private readonly OwnTable _table = new(
        """
        CREATE TABLE own (fid INTEGER PRIMARY KEY, geom GEOMETRY, name TEXT, mu DOUBLE, day DATE, seen DATETIME);
        CREATE INDEX own_name ON own (name);
        CREATE INDEX own_mu ON own (mu);
        CREATE INDEX own_day ON own (day);
        CREATE INDEX own_seen ON own (seen);
        """
    );

    public void Dispose() => _table.Dispose();

    [Theory]
    [InlineData("S_INTERSECTS(geom,BBOX(1,1,2,2))")]
    [InlineData("S_INTERSECTS(BBOX(170,1,-170,2),geom)")]
    [InlineData("S_WITHIN(geom,POLYGON((0 0,1 0,1 1,0 0)))")]
    [InlineData("S_CONTAINS(geom,POINT(1 1))")]
    [InlineData("S_EQUALS(geom,POINT(1 1))")]
    [InlineData("S_TOUCHES(geom,POINT(1 1)) AND mu > 5")]
    [InlineData("S_CROSSES(geom,LINESTRING(1 1,2 2)) OR S_OVERLAPS(geom,BBOX(1,1,2,2))")]
    public void The_tree_answers_for_geometries(string filter)
    {
        var plan = _table.Table.Plan(filter);
        Assert.Contains(Tree, plan, StringComparison.Ordinal);
        Assert.DoesNotContain(Scan, plan.Replace("SCAN rtree", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name = 'a'", "own_name (name=?)")]
    [InlineData("'a' = name", "own_name (name=?)")]
    [InlineData("name IN ('a','b')", "own_name (name=?)")]
    [InlineData("name > 'a' AND name <= 'b'", "own_name (name>? AND name<?)")]
    [InlineData("name LIKE 'Nan%'", "own_name (name>? AND name<?)")]
    [InlineData("mu BETWEEN 1 AND 2", "own_mu (mu>? AND mu<?)")]
    [InlineData("mu > 2+3", "own_mu (mu>?)")]
    [InlineData("day = DATE('2022-04-16')", "own_day (day=?)")]
    [InlineData("T_AFTER(day, DATE('2022-04-16'))", "own_day (day>?)")]
    [InlineData("T_INTERSECTS(day, INTERVAL('2022-04-16','2022-05-16'))", "own_day (day>? AND day<?)")]
    [InlineData("seen > TIMESTAMP('2022-04-16T10:13:19Z')", "own_seen (seen>?)")]
    [InlineData("seen = DATE('2022-04-16')", "own_seen (seen>? AND seen<?)")]
    [InlineData("name = 'a' AND S_DISJOINT(geom,BBOX(1,1,2,2))", "own_name (name=?)")]
    [InlineData("name = 'a' OR mu = 5", "own_mu (mu=?)")]
    public void An_index_answers_for_values(string filter, string index)
    {
        var plan = _table.Table.Plan(filter);
        Assert.Contains("INDEX " + index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain(Scan, plan, StringComparison.Ordinal);
    }

    /// <summary>Unknown and false differ there, and an index knows nothing of unknown.</summary>
    [Theory]
    [InlineData("NOT S_INTERSECTS(geom,BBOX(1,1,2,2))")]
    [InlineData("S_INTERSECTS(geom,BBOX(1,1,2,2)) IS NULL")]
    [InlineData("S_DISJOINT(geom,BBOX(1,1,2,2))")]
    [InlineData("NOT seen > TIMESTAMP('2022-04-16T10:13:19Z')")]
    public void No_index_is_asked_within_NOT(string filter)
    {
        var plan = _table.Table.Plan(filter);
        Assert.Contains(Scan, plan, StringComparison.Ordinal);
        Assert.DoesNotContain(Tree, plan, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_filters_are_prepared_and_run()
    {
        var many = string.Join(" OR ", Enumerable.Range(0, FilterLimits.Nodes / 4).Select(i => $"mu = {i}"));
        Assert.Equal(0, _table.Table.Count(many));
        var spatial = string.Join(" OR ", Enumerable.Range(0, 3_000).Select(i => $"S_TOUCHES(geom,POINT({i} 1))"));
        Assert.Equal(0, _table.Table.Count(spatial));
        var nested = Enumerable
            .Range(0, FilterLimits.Depth / 2 - 2)
            .Aggregate("mu = 1", (inner, i) => $"NOT (mu = {i} AND ({inner} OR S_TOUCHES(geom,POINT(1 1))))");
        Assert.Equal("too-deep", FilterText.Read(nested).Error?.Code);
        nested = Enumerable
            .Range(0, FilterLimits.Depth / 3 - 1)
            .Aggregate("mu = 1", (inner, i) => $"NOT (mu = {i} AND ({inner} OR S_TOUCHES(geom,POINT(1 1))))");
        Assert.Equal(0, _table.Table.Count(nested));
        var sum = "mu = 1" + string.Concat(Enumerable.Repeat(" + mu", FilterLimits.Depth - 2));
        Assert.Equal(0, _table.Table.Count(sum));
    }
}
