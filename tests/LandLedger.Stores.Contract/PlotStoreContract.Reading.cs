using LandLedger.Fields;
using LandLedger.Import;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>What comes back, in which order, and what is left out.</summary>
public abstract partial class PlotStoreContract
{
    [Fact]
    public void Every_fact_of_a_plot_comes_back()
    {
        var plot = SamplePlots.Full();

        Put(plot);

        var read = Assert.Single(Store.Plots(Everything));
        AssertSame(plot, read);
        Assert.All(PlotFields.All, field => Assert.True(field.Of(read).IsKnown, field.Id));
    }

    [Fact]
    public void Unknown_facts_come_back_unknown()
    {
        Put(SamplePlots.Bare("B-1"));

        var read = Assert.Single(Store.Plots(Everything));

        AssertSame(SamplePlots.Bare("B-1"), read);
        Assert.Equal(["plot", "county"], PlotFields.All.Where(field => field.Of(read).IsKnown).Select(f => f.Id));
    }

    [Fact]
    public void A_plot_without_county_is_kept()
    {
        Put(SamplePlots.Bare("X", county: ""));

        Assert.Equal("", Assert.Single(Store.Plots(PlotQuery.All)).County);
        Assert.Single(Store.Find("X"));
    }

    [Fact]
    public void An_outline_of_two_parts_comes_back_to_the_byte()
    {
        var plot = SamplePlots.Bare("M") with { Shape = SamplePlots.TwoSquares(120, 28, 0.001, 0.01) };

        Put(plot);

        AssertSame(plot, Assert.Single(Store.Plots(Everything)));
    }

    [Fact]
    public void Outlines_are_left_out_unless_wanted()
    {
        Put(SamplePlots.Full() with { EndedOn = null });

        var read = Assert.Single(Store.Plots(PlotQuery.All));

        Assert.Null(read.Shape);
        Assert.NotNull(read.Measured);
    }

    [Fact]
    public void Plots_come_in_order_of_county_and_number()
    {
        Put(
            SamplePlots.Bare("a", "331100"),
            SamplePlots.Bare("B", "331100"),
            SamplePlots.Bare("10", "331100"),
            SamplePlots.Bare("9", "331100"),
            SamplePlots.Bare("z", "110105"),
            SamplePlots.Bare("甲", "331100")
        );

        Assert.Equal(
            ["110105 z", "331100 10", "331100 9", "331100 B", "331100 a", "331100 甲"],
            Store.Plots(PlotQuery.All).Select(plot => plot.County + " " + plot.Number)
        );
    }

    [Fact]
    public void Pages_by_key_show_each_plot_once()
    {
        Put([.. Enumerable.Range(0, 25).Select(i => SamplePlots.Bare($"P{i:00}", i % 2 == 0 ? "331100" : "331121"))]);
        var seen = new List<PlotKey>();

        PlotKey? after = null;
        while (true)
        {
            var page = Store.Plots(new() { After = after, Limit = 7 }).Select(KeyOf).ToList();
            seen.AddRange(page);
            if (page.Count == 0)
                break;
            after = page[^1];
        }

        Assert.Equal(25, seen.Count);
        Assert.Equal(seen.Distinct().Order(), seen);
    }

    [Fact]
    public void Ended_plots_show_only_when_wanted()
    {
        Put(SamplePlots.Bare("now"), SamplePlots.Bare("gone") with { EndedOn = new(2024, 1, 1) });

        Assert.Equal(["now"], Numbers(PlotQuery.All));
        Assert.Equal(["gone", "now"], Numbers(new() { Ended = true }));
        Assert.Equal(new DateOnly(2024, 1, 1), Assert.Single(Store.Find("gone")).EndedOn);
    }

    [Fact]
    public void Numbers_that_counties_share_are_named()
    {
        Put(SamplePlots.Bare("A", "331100"), SamplePlots.Bare("B", "331100"));
        Assert.Empty(Store.SharedNumbers());

        Put(SamplePlots.Bare("A", "331101"), SamplePlots.Bare("C", ""), SamplePlots.Bare("D", "331102"));
        Put(SamplePlots.Bare("D", "331103") with { EndedOn = new(2024, 1, 1) });
        Assert.Equal(["A", "D"], Store.SharedNumbers().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Plots_with_supplements_or_delays_are_counted_in_order_of_their_key()
    {
        var plot = SamplePlots.Bare("B", "331100");
        Put(
            SamplePlots.Bare("C", "331100"),
            plot with
            {
                Grant = plot.Grant with
                {
                    Supplements = [new() { SignedOn = new(2024, 5, 1) }, new() { SignedOn = new(2024, 6, 1) }],
                },
                Delays = [new() { Kind = DelayKind.Petition }],
            },
            SamplePlots.Bare("A", "331101") with
            {
                Delays = [new() { Kind = DelayKind.Holder }],
                EndedOn = new(2024, 1, 1),
            }
        );
        Assert.Equal([(new PlotKey("331100", "B"), 3), (new PlotKey("331101", "A"), 1)], Store.PartCounts());
    }

    [Fact]
    public void A_box_finds_what_it_meets_to_the_last_bit()
    {
        Put(
            SamplePlots.At("west", 119.0, 28.0),
            SamplePlots.At("middle", 119.5, 28.5),
            SamplePlots.Bare("nowhere"),
            SamplePlots.At("east", 120.0, 28.5)
        );
        var edge = 119.5 + 0.001;

        Assert.Equal(["middle"], Numbers(new() { Box = new(119.4, 28.4, 119.6, 28.6) }));
        Assert.Equal(["middle"], Numbers(new() { Box = new(edge, 28.4, 119.6, 28.6) }));
        Assert.Empty(Numbers(new() { Box = new(Math.BitIncrement(edge), 28.4, 119.6, 28.6) }));
        Assert.Equal(["east", "middle"], Numbers(new() { Box = new(119.4, 28.4, 121, 28.6) }));
        Assert.Equal(
            ["middle"],
            Numbers(
                new()
                {
                    Box = new(119, 28, 121, 29),
                    After = new("331100", "east"),
                    Limit = 1,
                }
            )
        );
    }
}
