using System.Collections.Frozen;
using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.GeoPackage.Filters;

namespace LandLedger.GeoPackage.Tests.Filters;

public sealed class SqlFilterTests : IDisposable
{
    private readonly OwnTable _table = new(
        """
        CREATE TABLE own (fid INTEGER PRIMARY KEY, geom GEOMETRY, name TEXT, "x"" OR 1=1 --" TEXT, seen DATETIME);
        INSERT INTO own (fid, name, seen) VALUES (1, 'a', '2022-04-16 10:13:19'), (2, ''' OR 1=1 --', '2022-04-16T10:13:19.000Z'),
            (3, 'c', '2022-04-16T18:13:19+08:00'), (4, 'd', 'some day'), (5, NULL, NULL);
        INSERT INTO own (fid, geom) VALUES (6, x'00'), (7, x'4750000000000000'), (8, 'text');
        """
    );

    public void Dispose() => _table.Dispose();

    [Theory]
    [InlineData("name = ''' OR 1=1 --'", "2")]
    [InlineData("name = 'a''; DROP TABLE own; --'", "")]
    [InlineData("name LIKE '%'' OR ''%'", "")]
    [InlineData("name IN ('a'') OR (1=1', 'c')", "3")]
    [InlineData("\"x\"\" OR 1=1 --\" IS NULL AND name = 'a'", "1")]
    [InlineData("CASEI(name) = CASEI('A')", "1")]
    public void What_a_filter_says_never_becomes_SQL(string filter, string rows)
    {
        Assert.Equal(rows, string.Join(' ', _table.Table.Keys(FilteredTable.Read(filter))));
        Assert.Equal(8, _table.Table.Count("TRUE"));
    }

    [Theory]
    [InlineData("name = 'secret' AND name LIKE 'secret%' OR CASEI(name) IN ('secret', name)", 3)]
    [InlineData("S_WITHIN(geom, POINT(12345 12345)) AND NOT seen > TIMESTAMP('1234-05-06T07:08:09Z')", 6)]
    public void Literals_stand_in_parameters_only(string filter, int parameters)
    {
        var compiled = _table.Table.Compile(FilteredTable.Read(filter));
        Assert.DoesNotContain("secret", compiled.Sql, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", compiled.Sql, StringComparison.Ordinal);
        Assert.Equal(parameters, compiled.Values.Count);
    }

    [Theory]
    [InlineData("seen = TIMESTAMP('2022-04-16T10:13:19Z')", "1 2 3")]
    [InlineData("seen < TIMESTAMP('2022-04-16T10:13:19.1Z')", "1 2 3")]
    [InlineData("NOT seen = TIMESTAMP('2022-04-16T10:13:19Z')", "")]
    [InlineData("seen = DATE('2022-04-16')", "1 2 3")]
    public void Instants_compare_however_they_are_written(string filter, string rows) =>
        Assert.Equal(rows, string.Join(' ', _table.Table.Keys(FilteredTable.Read(filter))));

    [Theory]
    [InlineData("S_DISJOINT(geom, POINT(1 1))", "")]
    [InlineData("NOT S_INTERSECTS(geom, POINT(1 1))", "")]
    [InlineData("S_EQUALS(geom, geom)", "")]
    public void What_is_no_geometry_has_no_relations(string filter, string rows) =>
        Assert.Equal(rows, string.Join(' ', _table.Table.Keys(FilteredTable.Read(filter))));

    [Fact]
    public void A_property_without_a_column_is_refused_by_name()
    {
        var bound = BoundFilter.Of(FilteredTable.Read("name = 'a'"), _table.Table.Queryables, CrsTable.LonLat);
        var table = _table.Table.Table with { Columns = FrozenDictionary<string, string>.Empty };
        var compiled = SqlFilter.Of(bound.Value!, table);
        Assert.Equal("unsupported", compiled.Error?.Code);
        Assert.Equal("此存储不能按 name 筛选", compiled.Error!.In(Texts.Chinese));
    }

    [Fact]
    public void A_geometry_without_a_tree_is_refused_by_name_not_searched_row_by_row()
    {
        var bound = BoundFilter.Of(
            FilteredTable.Read("S_TOUCHES(geom, POINT(1 1))"),
            _table.Table.Queryables,
            CrsTable.LonLat
        );
        var table = _table.Table.Table with { Trees = FrozenDictionary<string, string>.Empty };
        Assert.Equal("此存储不能按 geom 筛选", SqlFilter.Of(bound.Value!, table).Error?.In(Texts.Chinese));
    }

    [Fact]
    public void A_pattern_that_SQLite_cannot_take_is_refused_by_name()
    {
        var bound = BoundFilter.Of(
            FilteredTable.Read($"name LIKE '{new string('x', 50_001)}'"),
            _table.Table.Queryables,
            CrsTable.LonLat
        );
        Assert.Equal("pattern-long", SqlFilter.Of(bound.Value!, _table.Table.Table).Error?.Code);
    }

    [Fact]
    public void Parameters_are_counted_from_where_the_query_has_room()
    {
        var bound = BoundFilter.Of(
            FilteredTable.Read("name = 'a' OR name = 'b'"),
            _table.Table.Queryables,
            CrsTable.LonLat
        );
        Assert.Equal(
            """(((t."name" = ?7) OR (t."name" = ?8)))""",
            SqlFilter.Of(bound.Value!, _table.Table.Table, first: 7).Value?.Sql
        );
    }
}
