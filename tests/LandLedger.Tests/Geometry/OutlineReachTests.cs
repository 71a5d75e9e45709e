using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Tests.Geometry;

/// <summary>Outlines that reach too far or hold too much to be one plot: most often one mistyped corner.</summary>
public sealed class OutlineReachTests
{
    private static readonly RawPlace Place = new("a.csv", 2, "A-1");

    /// <summary>50.001° of longitude at 28.3705° north are 50.001 × 111.32 × cos 28.3705° = 4,897.6 km.</summary>
    [Fact]
    public void A_corner_mistyped_by_fifty_degrees_is_refused_and_named()
    {
        var (boundary, issue) = Build([121.38, 28.37, 121.381, 28.37, 171.381, 28.371, 121.38, 28.371], "EPSG:4490");
        Assert.Null(boundary);
        Assert.Equal(("shape.reach", Severity.Refuse, 2, "A-1"), (issue!.Code, issue.Severity, issue.Line, issue.Plot));
        Assert.Equal(
            "界址图形东西长 4897.6 公里、南北长 0.1 公里，超出一个 3 度带的宽度，离其余界址点最远的一点在 经度 171.381、纬度 28.371",
            issue.Sentence(Texts.Chinese)
        );
    }

    /// <summary>0.301° × 111.32 × cos 28.3705° = 29.5 km: a sliver of 30 km is possible, but nobody's plot.</summary>
    [Fact]
    public void A_corner_mistyped_by_a_few_minutes_is_doubtful()
    {
        var (boundary, issue) = Build([121.38, 28.37, 121.381, 28.37, 121.681, 28.371, 121.38, 28.371], "EPSG:4490");
        Assert.NotNull(boundary);
        Assert.Equal(("shape.reach", Severity.Warn, "29.5"), (issue!.Code, issue.Severity, issue.Arguments["width"]));
        Assert.Equal("121.681, 28.371", issue.Arguments["at"]);
    }

    [Fact]
    public void A_whole_degree_square_is_refused_by_name()
    {
        var (boundary, issue) = Build([113, 23, 114, 23, 114, 24, 113, 24], "OGC:CRS84");
        Assert.Null(boundary);
        Assert.Equal(
            ("shape.reach", Severity.Refuse, "111.3"),
            (issue!.Code, issue.Severity, issue.Arguments["height"])
        );
    }

    [Theory]
    [InlineData("EPSG:4528", 40_600_000)]
    [InlineData("EPSG:4499", 21_300_000)]
    public void Corners_of_a_plane_survey_are_held_against_the_same_reach(string crs, double east)
    {
        var (boundary, issue) = Build(
            [east, 3_140_000, east + 100, 3_140_000, east + 100, 3_540_000, east, 3_140_200],
            crs
        );
        Assert.Null(boundary);
        Assert.Equal(("shape.reach", Severity.Refuse), (issue!.Code, issue.Severity));
        Assert.Equal("", issue.Arguments["overZone"]);

        (boundary, issue) = Build(
            [east, 3_140_000, east + 100, 3_140_000, east + 100, 3_140_200, east, 3_140_200],
            crs
        );
        Assert.Equal((30m, null), (boundary!.Area.Plane.ToMu(4), issue));
    }

    /// <summary>9 km × 9 km are 121,500 mu; 95 km × 95 km are 13,537,500 mu, more than a store keeps to eight decimals.</summary>
    [Theory]
    [InlineData(8_000, null)]
    [InlineData(9_000, Severity.Warn)]
    [InlineData(95_000, Severity.Refuse)]
    public void An_area_that_no_paper_may_state_is_told(double metres, Severity? told)
    {
        var issues = new List<ImportIssue>();
        double[] ring =
        [
            40_450_000,
            3_140_000,
            40_450_000 + metres,
            3_140_000,
            40_450_000 + metres,
            3_140_000 + metres,
            40_450_000,
            3_140_000 + metres,
        ];
        var boundary = BoundaryBuilder.Build(
            new(
                "Polygon",
                [
                    [ring],
                ]
            ),
            CrsTable.Find("EPSG:4528")!,
            Place,
            issues
        );
        var issue = issues.SingleOrDefault(issue => issue.Code == "shape.area");
        Assert.Equal(told, issue?.Severity);
        Assert.Equal(told == Severity.Refuse, boundary is null);
        if (told == Severity.Warn)
            Assert.Equal(
                "界址图形面积 121500亩（EPSG:4528），应大于0亩、不超过100,000亩",
                issue!.Sentence(Texts.Chinese)
            );
    }

    private static (Boundary? Boundary, ImportIssue? Issue) Build(double[] ring, string crs)
    {
        var issues = new List<ImportIssue>();
        var boundary = BoundaryBuilder.Build(
            new(
                "Polygon",
                [
                    [ring],
                ]
            ),
            CrsTable.Find(crs)!,
            Place,
            issues
        );
        return (boundary, issues.FirstOrDefault(issue => issue.Code != "ring.closed"));
    }
}
