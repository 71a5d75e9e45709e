namespace LandLedger.GeoPackage.Tests.Filters;

/// <summary>Columns of several texts, joined by 、 as the store has them, as sets.</summary>
public sealed class ArrayTests : IDisposable
{
    private readonly OwnTable _table = new(
        """
        CREATE TABLE own (fid INTEGER PRIMARY KEY, geom GEOMETRY, name TEXT, codes TEXT_LIST, old_codes TEXT_LIST);
        INSERT INTO own VALUES (1, NULL, 'a', 'a、b', 'b、a'), (2, NULL, 'b', 'b', 'a'), (3, NULL, 'c', 'c、"d\', NULL),
            (4, NULL, NULL, NULL, 'a');
        """
    );

    public void Dispose() => _table.Dispose();

    [Theory]
    [InlineData("A_CONTAINS(codes, ('a'))", "1")]
    [InlineData("A_CONTAINS(codes, ('b','a'))", "1")]
    [InlineData("A_CONTAINS(('a','b','x'), codes)", "1 2")]
    [InlineData("A_CONTAINEDBY(codes, ('a','b','x'))", "1 2")]
    [InlineData("A_EQUALS(codes, ('b','a','b'))", "1")]
    [InlineData("A_EQUALS(codes, old_codes)", "1")]
    [InlineData("A_OVERLAPS(codes, ('b','c'))", "1 2 3")]
    [InlineData("NOT A_OVERLAPS(codes, ('b','c'))", "")]
    [InlineData("NOT A_OVERLAPS(codes, old_codes)", "2")]
    [InlineData("A_CONTAINS(codes, ())", "1 2 3")]
    [InlineData("A_CONTAINS(codes, (name))", "1 2 3")]
    [InlineData("NOT A_CONTAINS(old_codes, (name))", "2")]
    [InlineData("A_CONTAINS(codes, ('\"d\\\\'))", "3")]
    [InlineData("A_CONTAINS(codes, (CASEI('A')))", "1")]
    [InlineData("codes IS NULL", "4")]
    public void Arrays_are_sets_and_absent_ones_unknown(string filter, string rows) =>
        Assert.Equal(rows, string.Join(' ', _table.Table.Keys(FilteredTable.Read(filter))));
}
