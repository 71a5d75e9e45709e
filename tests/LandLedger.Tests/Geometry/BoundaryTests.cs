using System.Globalization;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Tests.Geometry;

public class BoundaryTests
{
    private static readonly RawPlace Place = new("a.txt", 7, "A-01");

    /// <summary>Plane figures by exact fractions; ellipsoidal ones by GeographicLib on edges densified to 5 m.</summary>
    [Fact]
    public void Areas_agree_with_exact_fractions_and_with_geodesics()
    {
        foreach (var line in File.ReadLines(TestFiles.Case("geometry", "areas.csv")).Skip(1))
        {
            var part = line.Split(',');
            var boundary = Build(part[2], part[1]);
            var plane = decimal.Parse(part[3], CultureInfo.InvariantCulture);
            var ellipsoidal = decimal.Parse(part[4], CultureInfo.InvariantCulture);
            Assert.Equal(Area.FromSquareMetres(plane), boundary.Area.Plane);
            Assert.Equal(part[1], boundary.Area.PlaneCrs);
            var error = Math.Abs(boundary.Area.Ellipsoidal.SquareMetres / ellipsoidal - 1);
            Assert.True(error < 1e-6m, $"{part[0]}: {boundary.Area.Ellipsoidal.SquareMetres} against {ellipsoidal}");
        }
    }

    [Fact]
    public void Ring_start_and_direction_change_nothing()
    {
        var one = Build("38500000 2900000;38500100 2900000;38500100 2900200;38500000 2900150", "EPSG:4526");
        var other = Build("38500100 2900200;38500100 2900000;38500000 2900000;38500000 2900150", "EPSG:4526");
        Assert.Equal(one.Area, other.Area);
        Assert.Equal(one.Shape.Wkb.Length, other.Shape.Wkb.Length);
    }

    [Fact]
    public void A_ring_in_degrees_is_measured_in_the_zone_of_its_longitude()
    {
        double[] ring = [38500000, 2900000, 38500100, 2900000, 38500100, 2900200, 38500000, 2900200];
        CrsTable.Find("EPSG:4526")!.ToLonLat(ring);
        var boundary = Build([ring], "EPSG:4490", []);
        Assert.Equal("EPSG:4526", boundary!.Area.PlaneCrs);
        Assert.Equal(30m, boundary.Area.Plane.ToMu(4));
    }

    /// <summary>The UTM grid is 0.04 % short at its meridian; the legal figure is that of the 3° zone.</summary>
    [Fact]
    public void A_ring_in_a_foreign_grid_is_measured_in_the_zone_of_its_longitude_too()
    {
        const string wkt = """
            PROJCS["WGS_1984_UTM_Zone_50N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],
            PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],
            PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",0.9996],
            PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
            """;
        var utm = ForeignCrs.Parse(wkt)!;
        double[] ring = [40490000, 2900000, 40490100, 2900000, 40490100, 2900200, 40490000, 2900200];
        CrsTable.Find("EPSG:4528")!.ToLonLat(ring);
        utm.FromLonLat(ring);
        var boundary = BoundaryBuilder.Build(
            new(
                "Polygon",
                [
                    [ring],
                ]
            ),
            utm,
            Place,
            []
        )!;
        Assert.Equal(("EPSG:4528", 30m), (boundary.Area.PlaneCrs, boundary.Area.Plane.ToMu(4)));
    }

    [Theory]
    [InlineData("EPSG:4526", "2900000 38500000;2900000 38500100;2900100 38500100", "coordinates.swapped", null)]
    [InlineData(
        "EPSG:4527",
        "38500000 2900000;38500100 2900000;38500100 2900100",
        "coordinates.other-crs",
        "EPSG:4526"
    )]
    [InlineData("EPSG:4526", "500000 2900000;500100 2900000;500100 2900100", "coordinates.other-crs", "EPSG:4547")]
    [InlineData("EPSG:4526", "114.1 26.2;114.2 26.2;114.2 26.3", "coordinates.other-crs", "EPSG:4490")]
    [InlineData("EPSG:4490", "26.2 114.1;26.2 114.2;26.3 114.2", "coordinates.swapped", null)]
    [InlineData("EPSG:4526", "38500000 9900000;38500100 2900000;38500100 2900100", "coordinates.out-of-range", null)]
    [InlineData("EPSG:4526", "38500000 NaN;38500100 2900000;38500100 2900100", "shape.not-finite", null)]
    [InlineData("EPSG:4526", "38500000 2900000;38500100 2900000", "shape.too-few-points", null)]
    public void What_cannot_be_right_is_refused_by_name(string crs, string ring, string code, string? proposed)
    {
        var issues = new List<ImportIssue>();
        Assert.Null(Build(Rings(ring), crs, issues));
        var issue = Assert.Single(issues);
        Assert.Equal((code, Severity.Refuse, "A-01"), (issue.Code, issue.Severity, issue.Plot));
        Assert.Equal(proposed, issue.Arguments.GetValueOrDefault("proposed"));
    }

    [Fact]
    public void A_bow_tie_is_repaired_with_an_issue_that_says_where()
    {
        var issues = new List<ImportIssue>();
        var boundary = Build(
            Rings("38500000 2900000;38500100 2900100;38500100 2900000;38500000 2900100"),
            "EPSG:4526",
            issues
        );
        var issue = Assert.Single(issues);
        Assert.Equal(("shape.repaired", Severity.Warn), (issue.Code, issue.Severity));
        Assert.Equal("38500050, 2900050", issue.Arguments["at"]);
        Assert.Equal(Area.FromSquareMetres(5000), boundary!.Area.Plane);
    }

    [Theory]
    [InlineData(
        "shape.repaired",
        "界址图形有误（边线自相交，位于X（北）2900050、Y（东）38500050），已修复，修复后面积 7.5000 亩（EPSG:4526）"
    )]
    [InlineData(
        "shape.repaired",
        "The boundary was not valid (edges cross each other at north 2900050, east 38500050) and was repaired; the area is now 7.5000 mu (EPSG:4526)"
    )]
    public void A_fault_of_an_outline_is_told_in_words_with_north_and_east(string code, string sentence)
    {
        var issues = new List<ImportIssue>();
        Build(Rings("38500000 2900000;38500100 2900100;38500100 2900000;38500000 2900100"), "EPSG:4526", issues);
        var issue = Assert.Single(issues);
        Assert.Equal(code, issue.Code);
        Assert.Contains(sentence, new[] { issue.Sentence(Texts.Chinese), issue.Sentence(Texts.English) });
    }

    [Fact]
    public void A_fault_of_an_outline_in_degrees_is_told_in_degrees()
    {
        var issues = new List<ImportIssue>();
        Build(Rings("114 26.2;114.001 26.201;114.001 26.2;114 26.201"), "EPSG:4490", issues);
        Assert.Contains(
            "位于经度 114.0005、纬度 26.200",
            Assert.Single(issues).Sentence(Texts.Chinese),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Latitude_before_longitude_is_told_without_north_and_east()
    {
        var issues = new List<ImportIssue>();
        Assert.Null(Build(Rings("26.2 114;26.201 114.001;26.2 114.001"), "OGC:CRS84", issues));
        var issue = Assert.Single(issues);
        Assert.Equal("坐标 26.2, 114 的两个数前后颠倒（声明坐标系 WGS 84 经纬度）", issue.Sentence(Texts.Chinese));
        Assert.Equal("请对调经度与纬度后重新导入", issue.Fix(Texts.Chinese));
        Assert.Equal("Swap longitude and latitude and import again", issue.Fix(Texts.English));
    }

    [Fact]
    public void A_ring_without_its_closing_point_is_closed_with_a_note()
    {
        var issues = new List<ImportIssue>();
        var boundary = Build(
            [
                [38500000, 2900000, 38500100, 2900000, 38500100, 2900100],
            ],
            "EPSG:4526",
            issues
        );
        Assert.Equal(Area.FromSquareMetres(5000), boundary!.Area.Plane);
        var issue = Assert.Single(issues);
        Assert.Equal(("ring.closed", Severity.Note, "A-01"), (issue.Code, issue.Severity, issue.Plot));
    }

    /// <summary>Halves of 100 m × 100 m and of 50 m × 50 m: 5000 m² and 1250 m², or 1.875 mu.</summary>
    [Fact]
    public void A_hole_outside_its_shell_is_told_as_counted_and_not_as_deducted()
    {
        var issues = new List<ImportIssue>();
        var boundary = Build(
            Rings(
                "38500000 2900000;38500100 2900000;38500100 2900100|38500900 2900000;38500950 2900000;38500950 2900050"
            ),
            "EPSG:4526",
            issues
        );
        var issue = Assert.Single(issues);
        Assert.Equal(("shape.hole-outside", Severity.Warn), (issue.Code, issue.Severity));
        Assert.Equal(("2", "1.8750"), (issue.Value, issue.Arguments["mu"]));
        Assert.Equal(Area.FromSquareMetres(6250), boundary!.Area.Plane);
        Assert.Contains(
            "起点X（北）2900000、Y（东）38500900）：没有扣除，已按同一地块的另一片计入，该圈 1.8750 亩",
            issue.Sentence(Texts.Chinese),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_hole_outside_its_shell_keeps_its_degrees_as_written()
    {
        var issues = new List<ImportIssue>();
        var boundary = Build(
            Rings("114 26.2;114.001 26.2;114.001 26.201|114.01 26.2;114.011 26.2;114.011 26.201"),
            "EPSG:4490",
            issues
        );
        Assert.Equal("shape.hole-outside", Assert.Single(issues).Code);
        Assert.Equal((114, 114.011), (boundary!.Shape.West, boundary.Shape.East));
    }

    /// <summary>The second part covers the hole of the first, which therefore adds nothing: 10000 m² and 10000 m².</summary>
    [Fact]
    public void A_hole_in_another_part_is_not_told_as_counted()
    {
        var issues = new List<ImportIssue>();
        var boundary = BoundaryBuilder.Build(
            new(
                "MultiPolygon",
                [
                    Rings(
                        "38500000 2900000;38500100 2900000;38500100 2900100;38500000 2900100|38500920 2900020;38500950 2900020;38500950 2900050"
                    ),
                    Rings("38500900 2900000;38501000 2900000;38501000 2900100;38500900 2900100"),
                ]
            ),
            CrsTable.Find("EPSG:4526")!,
            Place,
            issues
        );
        Assert.Equal("shape.repaired", Assert.Single(issues).Code);
        Assert.Equal(Area.FromSquareMetres(20_000), boundary!.Area.Plane);
    }

    private static Boundary Build(string rings, string crs)
    {
        var issues = new List<ImportIssue>();
        var boundary = Build(Rings(rings), crs, issues);
        Assert.Empty(issues);
        return boundary!;
    }

    private static Boundary? Build(List<double[]> rings, string crs, List<ImportIssue> issues) =>
        BoundaryBuilder.Build(new("Polygon", [rings]), CrsTable.Find(crs)!, Place, issues);

    /// <summary>Rings whose first point is added at the end, as files have them.</summary>
    private static List<double[]> Rings(string text) => [.. text.Split('|').Select(Closed)];

    private static double[] Closed(string ring)
    {
        double[] open = [.. ring.Split(';', ' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
        return open[0] == open[^2] && open[1] == open[^1] ? open : [.. open, open[0], open[1]];
    }
}
