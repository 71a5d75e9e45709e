using System.Globalization;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Import.Checks;

namespace LandLedger.Tests.Import;

/// <summary>Plots are rectangles in metres east and north of 500000, 3100000 in the 3° zone of 120°.</summary>
public sealed class OverlapCheckTests
{
    [Fact]
    public void The_same_outline_twice_is_named_with_both_plots_and_the_mu()
    {
        var issue = Assert.Single(Overlaps(("A", 0, 0, 200, 100), ("B", 0, 0, 200, 100), ("C", 200, 0, 200, 100)));
        Assert.Equal(("plot.overlap", Severity.Warn, "B"), (issue.Code, issue.Severity, issue.Plot));
        // 20,000 m² are 30 mu.
        Assert.Equal("与地块 A 的界址重叠 30 亩，占较小一宗的 100%，面积会重复计算", issue.Sentence(Texts.Chinese));
    }

    [Theory]
    [InlineData(9.9, true)]
    [InlineData(10.1, false)]
    public void Outlines_that_are_nearly_the_same_are_named_from_95_percent_on(double shift, bool named)
    {
        var issues = Overlaps(("A", 0, 0, 200, 100), ("B", shift, 0, 200, 100));
        Assert.Equal(named ? ["B"] : [], issues.Select(issue => issue.Plot));
    }

    [Fact]
    public void A_plot_inside_another_is_measured_by_its_own_size()
    {
        var issue = Assert.Single(Overlaps(("A", 0, 0, 2000, 1000), ("B", 500, 500, 100, 100)));
        Assert.Equal(
            ("B", "A", "15", "100"),
            (issue.Plot, issue.Arguments["other"], issue.Value, issue.Arguments["share"])
        );
    }

    [Fact]
    public void Neighbours_that_touch_or_overlap_by_a_strip_are_no_finding() =>
        Assert.Empty(Overlaps(("A", 0, 0, 200, 100), ("B", 200, 0, 200, 100), ("C", 0, 95, 200, 100)));

    [Fact]
    public void Halves_of_one_box_are_no_finding_and_each_copy_of_them_is_named_once()
    {
        (double, double)[] lower = [(0, 0), (200, 0), (200, 100)];
        (double, double)[] upper = [(0, 0), (200, 100), (0, 100)];
        var named = Overlaps(Plot("A", lower), Plot("B", upper), Plot("C", lower), Plot("D", upper), Plot("E", upper));
        Assert.Equal(
            [("C", "A"), ("D", "B"), ("E", "B")],
            named.Select(issue => (issue.Plot, issue.Arguments["other"]))
        );
    }

    /// <summary>Every pair would be 800 million; copies and the tree leave one look each.</summary>
    [Fact]
    public void Forty_thousand_plots_half_of_them_copies_of_one_are_done_at_once()
    {
        var plots = new List<Plot>();
        var copy = Plot("copy", Rectangle(-500, 0, 100, 100));
        for (var i = 0; i < 20_000; i++)
        {
            plots.Add(copy with { Number = $"copy {i}" });
            var moved = new PlotShape(
                copy.Shape!.Wkb.ToArray(),
                copy.Shape.SurveyCrs,
                110 + i * 0.001,
                20,
                110 + i * 0.001 + 0.0009,
                21
            );
            plots.Add(copy with { Number = i.ToString(CultureInfo.InvariantCulture), Shape = moved });
        }
        Assert.Equal(19_999, Overlaps([.. plots]).Count);
    }

    [Fact]
    public void Of_plots_that_were_there_before_none_is_named_itself()
    {
        var before = new[] { Plot("A", Rectangle(0, 0, 200, 100)), Plot("B", Rectangle(0, 0, 200, 100)) };
        var now = new[] { Plot("C", Rectangle(5, 0, 200, 100)), Plot("D", Rectangle(500, 0, 200, 100)) };
        var check = new OverlapCheck(number => [.. before.Concat(now).Where(plot => plot.Number == number)], new());
        foreach (var plot in before)
            check.NoteKnown(plot);
        foreach (var plot in now)
            check.Note(plot, new("台账.csv", 7, plot.Number));
        var issue = Assert.Single(check.Find());
        Assert.Equal(
            ("台账.csv", 7, "C", "A", "97.5"),
            (issue.File, issue.Line, issue.Plot, issue.Arguments["other"], issue.Arguments["share"])
        );
    }

    private static List<ImportIssue> Overlaps(
        params (string Number, double X, double Y, double Width, double Height)[] plots
    ) => Overlaps([.. plots.Select(plot => Plot(plot.Number, Rectangle(plot.X, plot.Y, plot.Width, plot.Height)))]);

    private static List<ImportIssue> Overlaps(params Plot[] plots)
    {
        var byNumber = plots.ToLookup(plot => plot.Number);
        var check = new OverlapCheck(number => [.. byNumber[number]], new());
        foreach (var plot in plots)
            check.Note(plot, new("park", null, plot.Number));
        return [.. check.Find()];
    }

    private static (double, double)[] Rectangle(double x, double y, double width, double height) =>
        [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];

    private static Plot Plot(string number, (double X, double Y)[] corners)
    {
        var crs = CrsTable.Find("EPSG:4549")!;
        var shape = new RawShape(
            "Polygon",
            [
                [corners.SelectMany(c => new[] { 500_000 + c.X, 3_100_000 + c.Y }).ToArray()],
            ]
        );
        var boundary = BoundaryBuilder.Build(shape, crs, new("f", 1, number), [])!;
        return new()
        {
            Number = number,
            Shape = boundary.Shape,
            Measured = boundary.Area,
        };
    }
}
