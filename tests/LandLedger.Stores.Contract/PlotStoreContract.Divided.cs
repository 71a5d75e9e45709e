using System.Globalization;
using LandLedger.Import;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>Whether parts add up to the whole that they follow; plots as in the tests of those that follow others.</summary>
public abstract partial class PlotStoreContract
{
    /// <summary>Of a strip of two, a hundredth is in neither half: half a percent.</summary>
    [Fact]
    public void Parts_that_do_not_add_up_to_the_whole_are_named_with_both_areas()
    {
        Deliver("2026-01-10", ("a", "LQ-07 10 12"));

        var report = Deliver("2026-11-30", ("a", "LQ-07A 10 11, LQ-07B 11 11.99"));

        var issue = Assert.Single(report.Issues, issue => issue.Severity == Severity.Warn);
        Assert.Equal(
            ("plot.follows-drawn", "LQ-07", "LQ-07A、LQ-07B"),
            (issue.Code, issue.Arguments["lands"], issue.Arguments["followers"])
        );
        var (parts, whole) = (Mu(issue.Value!), Mu(issue.Arguments["whole"]));
        Assert.Equal(0.995m, Math.Round(parts / whole, 4, MidpointRounding.AwayFromZero));
        // 0.002° by 0.001° at 28° north are 196.6 by 110.8 m.
        Assert.InRange(whole, 32.6m, 32.8m);

        static decimal Mu(string mu) => decimal.Parse(mu, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_part_that_comes_later_is_added_to_those_that_stand()
    {
        Deliver("2026-01-10", ("a", "A 0 2, X 5 6"));
        var first = Deliver("2026-03-01", ("a", "A-1 0 1, X 5 6"));
        Assert.Contains(first.Issues, issue => issue.Code == "plot.follows-drawn");

        var second = Deliver("2026-04-01", ("b", "A-2 1 2"));

        Assert.Equal("2026-03-01", Entered("A-2"));
        Assert.DoesNotContain(second.Issues, issue => issue.Code == "plot.follows-drawn");
    }
}
