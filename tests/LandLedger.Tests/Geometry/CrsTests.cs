using System.Globalization;
using LandLedger.Geometry;

namespace LandLedger.Tests.Geometry;

public class CrsTests
{
    /// <summary>192 points in all 64 zones, and points of all China in zones up to 61° away, projected by PROJ 9.1.</summary>
    [Theory]
    [InlineData("zones.csv")]
    [InlineData("far-zones.csv")]
    public void Every_zone_agrees_with_proj_to_ten_micrometres(string points)
    {
        foreach (var line in File.ReadLines(TestFiles.Case("geometry", points)).Skip(1))
        {
            var part = line.Split(',');
            var (lon, lat, x, y) = (Number(part[1]), Number(part[2]), Number(part[3]), Number(part[4]));
            var crs = CrsTable.Find(part[0])!;
            double[] there = [lon, lat];
            crs.FromLonLat(there);
            Assert.True(
                Math.Abs(there[0] - x) < 1e-5 && Math.Abs(there[1] - y) < 1e-5,
                $"{line}: {there[0]}, {there[1]}"
            );
            crs.ToLonLat(there);
            Assert.True(Math.Abs(there[0] - lon) < 1e-10 && Math.Abs(there[1] - lat) < 1e-10, line);
        }
    }

    [Fact]
    public void The_table_holds_65_codes_of_cgcs2000_and_the_three_web_systems()
    {
        var cgcs = Enumerable.Range(4490, 65).Select(code => "EPSG:" + code.ToString(CultureInfo.InvariantCulture));
        Assert.All(cgcs, code => Assert.NotNull(CrsTable.Find(code)));
        Assert.Equal(68, CrsTable.All.Count());
        Assert.Equal(AxisOrder.LatitudeLongitude, CrsTable.Find("EPSG:4490")!.Axis);
        Assert.Equal(AxisOrder.NorthingEasting, CrsTable.Find("EPSG:4526")!.Axis);
    }

    [Theory]
    [InlineData("4526", "EPSG:4526")]
    [InlineData("urn:ogc:def:crs:EPSG::4549", "EPSG:4549")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4490", "EPSG:4490")]
    [InlineData("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "OGC:CRS84")]
    public void A_system_is_found_by_each_way_of_writing_it(string written, string code) =>
        Assert.Equal(code, CrsTable.Find(written)!.Code);

    [Theory]
    [InlineData(38_536_000, "EPSG:4526")]
    [InlineData(20_536_000, "EPSG:4498")]
    [InlineData(536_000, null)]
    [InlineData(24_536_000, null)]
    public void The_prefix_of_an_easting_tells_the_zone(double easting, string? code) =>
        Assert.Equal(code, CrsTable.ByEasting(easting)?.Code);

    [Theory]
    [InlineData(115.36, "EPSG:4526")]
    [InlineData(115.51, "EPSG:4527")]
    [InlineData(119.92, "EPSG:4528")]
    [InlineData(-71.7, "GK3:-24")]
    public void The_three_degree_zone_follows_from_the_longitude(double longitude, string code) =>
        Assert.Equal(code, CrsTable.Zone3At(longitude).Code);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
