using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>What the standard says and its pairs do not ask, over its data. Counts of texts and numbers come from SQLite, of geometries from GEOS (SpatiaLite).</summary>
public abstract partial class StandardLayerContract
{
    private const string Places = "ne_110m_populated_places_simple";
    private const string Countries = "ne_110m_admin_0_countries";

    /// <summary>København 2021-04-16, Athens 2022-04-16, Berlin 2023-04-16; all other places have no day, time or boolean.</summary>
    [Theory]
    [InlineData("\"date\" <> DATE('2022-04-16')", "Berlin København")]
    [InlineData("NOT \"date\" = DATE('2022-04-16')", "Berlin København")]
    [InlineData("\"date\" IS NULL AND name = 'Berlin'", "")]
    [InlineData("NOT (\"date\" IS NULL)", "Athens Berlin København")]
    [InlineData("NOT (\"date\" > DATE('2021-04-16') AND boolean = TRUE)", "Athens København")]
    [InlineData("(\"date\" > DATE('2022-04-16')) IS NOT NULL", "Athens Berlin København")]
    [InlineData("boolean <> TRUE", "Athens")]
    [InlineData("NOT boolean = TRUE", "Athens")]
    [InlineData("boolean IN (TRUE, FALSE)", "Athens Berlin København")]
    [InlineData("\"date\" BETWEEN DATE('2021-04-17') AND DATE('2022-04-16')", "Athens")]
    [InlineData("start = TIMESTAMP('2022-04-16T10:15:10.000Z')", "Athens")]
    [InlineData("start = TIMESTAMP('2022-04-16T18:15:10+08:00')", "Athens")]
    [InlineData("start > TIMESTAMP('2022-04-16T10:15:09.9Z')", "Athens")]
    [InlineData("start = DATE('2022-04-16')", "Athens Berlin")]
    [InlineData("start <= DATE('2022-04-15')", "København")]
    [InlineData("start > DATE('2021-04-16')", "Athens Berlin")]
    [InlineData("start IN (DATE('2021-04-16'), DATE('1999-01-01'))", "København")]
    [InlineData("\"date\" > TIMESTAMP('2022-04-16T10:15:10Z')", "Berlin")]
    [InlineData("start < end", "Athens Berlin København")]
    [InlineData("\"date\" < start", "")]
    [InlineData("\"date\" = start", "Athens København")]
    [InlineData("T_INTERSECTS(start, INTERVAL('2022-01-01','..'))", "Athens Berlin")]
    [InlineData("T_INTERSECTS(INTERVAL(start,end), INTERVAL('2023-01-01','..'))", "Berlin")]
    [InlineData("T_INTERSECTS(INTERVAL(start,end), DATE('2022-04-16'))", "Athens Berlin København")]
    [InlineData("T_DURING(INTERVAL(start,end), INTERVAL('..','..'))", "Athens Berlin København")]
    [InlineData("NOT T_DURING(INTERVAL(start,end), INTERVAL('..','..'))", "")]
    [InlineData("T_EQUALS(INTERVAL(start,end), INTERVAL(start,end)) AND name <> 'Berlin'", "Athens København")]
    [InlineData("T_EQUALS(INTERVAL('..',end), INTERVAL('..',end))", "Athens Berlin København")]
    [InlineData("T_STARTS(INTERVAL(start,end), INTERVAL('2022-04-16T10:13:19Z','..'))", "Berlin")]
    [InlineData("T_STARTEDBY(INTERVAL('2022-04-16T10:13:19Z','..'), INTERVAL(start,end))", "Berlin")]
    [InlineData("T_FINISHEDBY(INTERVAL('..','2022-04-16T10:16:06Z'), INTERVAL(start,end))", "København")]
    [InlineData("T_MEETS(INTERVAL(start,end), INTERVAL('2022-04-16T10:16:06Z','..'))", "København")]
    [InlineData("T_METBY(INTERVAL('2022-04-16T10:16:06Z','..'), INTERVAL(start,end))", "København")]
    [InlineData(
        "T_OVERLAPS(INTERVAL(start,end), INTERVAL('2022-04-16T10:14:00Z','2023-01-01T00:00:00Z'))",
        "København"
    )]
    [InlineData("T_OVERLAPPEDBY(INTERVAL(start,end), INTERVAL('..','2022-04-16T10:14:00Z'))", "Berlin København")]
    [InlineData("T_DISJOINT(INTERVAL(start,end), INTERVAL('2022-04-16T10:14:00Z','2022-04-16T10:15:00Z'))", "Athens")]
    [InlineData("T_BEFORE(INTERVAL(start,end), DATE('2022-12-31'))", "Athens København")]
    [InlineData("T_AFTER(DATE('2022-12-31'), end)", "Athens København")]
    public void Days_instants_intervals_and_unknowns(string filter, string names) =>
        Assert.Equal(names, string.Join(' ', Names(filter).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("name LIKE 'b%'", 0)]
    [InlineData("CASEI(name) LIKE 'b%'", 30)]
    [InlineData("name LIKE 'B%'", 30)]
    [InlineData("name LIKE '%\\_%'", 0)]
    [InlineData("name LIKE '%*%' OR name LIKE '%?%' OR name LIKE '[A-Z]%'", 0)]
    [InlineData("name LIKE 'K_benhavn'", 1)]
    [InlineData("name LIKE 'Berlin'", 1)]
    [InlineData("name LIKE ''", 0)]
    [InlineData("ACCENTI(name) LIKE 'Chi_in%'", 1)]
    [InlineData("CASEI(ACCENTI(name)) = ACCENTI(CASEI(name))", 243)]
    [InlineData("pop_other / 2 * 2 = pop_other", 243)]
    [InlineData("pop_other div 2 * 2 = pop_other", 141)]
    [InlineData("pop_other % 2 = 1", 102)]
    [InlineData("pop_other = 0 AND pop_other / pop_other > 0", 0)]
    [InlineData("NOT pop_other / 0 > 1", 0)]
    [InlineData("pop_other / 0 IS NULL", 243)]
    [InlineData("(pop_other + 1)^2 = pop_other^2 + 2 * pop_other + 1", 243)]
    public void Texts_and_numbers(string filter, int count) => Assert.Equal(count, Count(Places, filter));

    [Theory]
    [InlineData("S_INTERSECTS(geom,BBOX(-180,-90,180,90))", 177)]
    [InlineData("S_INTERSECTS(geom,BBOX(-180,-90,-1000,180,90,1000))", 177)]
    [InlineData("S_WITHIN(geom,BBOX(170,-90,-170,90))", 1)]
    [InlineData("S_INTERSECTS(geom,BBOX(178,-20,-178,-10))", 1)]
    [InlineData("NOT S_INTERSECTS(geom,BBOX(-180,-90,180,0))", 136)]
    [InlineData("S_DISJOINT(geom,BBOX(-180,-90,180,0))", 136)]
    [InlineData("S_EQUALS(geom,geom)", 177)]
    [InlineData("S_TOUCHES(geom,geom)", 0)]
    [InlineData("S_CONTAINS(geom,MULTIPOINT((7.02 49.92),(10 51)))", 1)]
    [InlineData("S_CROSSES(LINESTRING(0 48,30 48),geom)", 8)]
    [InlineData("S_WITHIN(geom,GEOMETRYCOLLECTION(POINT(7 50),POLYGON((5 49,7 49,7 51,5 51,5 49))))", 1)]
    public void Relations_to_countries(string filter, int count) => Assert.Equal(count, Count(Countries, filter));

    private int Count(string layer, string filter) => layers.Features(layer, StandardLayers.Read(filter)).Count;

    private IEnumerable<string> Names(string filter)
    {
        var name = layers.Layer(Places).Properties.Select(property => property.Name).ToList().IndexOf("name");
        return layers.Features(Places, StandardLayers.Read(filter)).Select(place => (string)place.Values[name]!);
    }
}
