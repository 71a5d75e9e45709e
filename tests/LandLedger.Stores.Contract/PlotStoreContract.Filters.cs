using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>Which plots a filter finds. What comparisons mean is held elsewhere; here it is that every fact can be asked for.</summary>
public abstract partial class PlotStoreContract
{
    [Fact]
    public void Every_fact_can_be_asked_for_and_an_unknown_one_is_unknown()
    {
        Put(SamplePlots.Full("full") with { EndedOn = null }, SamplePlots.Bare("bare", county: ""));

        foreach (var property in PlotQueryables.All.All)
        {
            Assert.Equal(["full"], Found($"{property.Name} IS NOT NULL AND plot <> 'bare'"));
            Assert.Equal(property.Name == "plot" ? [] : ["bare"], Found($"{property.Name} IS NULL"));
        }
    }

    [Theory]
    [InlineData("holder = '丽水某轴承有限公司'")]
    [InlineData("CASEI(holder) LIKE CASEI('%轴承%')")]
    [InlineData("county = '331100'")]
    [InlineData("county IN ('331100', '1')")]
    [InlineData("county LIKE '33%'")]
    [InlineData("stage = 'supplied' AND safety = 'b'")]
    [InlineData("price = 12345678")]
    [InlineData("changed_mu = 3.25 AND developed_mu / developable_mu < 0.32")]
    [InlineData("pit_share BETWEEN 0.5 AND 0.6")]
    [InlineData("begun = TRUE AND completed = FALSE")]
    [InlineData("signed_on = DATE('2019-03-01')")]
    [InlineData("T_BEFORE(agreed_start, DATE('2019-10-02'))")]
    [InlineData("T_OVERLAPS(INTERVAL(signed_on, agreed_start), INTERVAL('2019-03-02', '2020-01-01'))")]
    [InlineData("actual_delivery > agreed_delivery")]
    [InlineData("A_CONTAINS(parcel_codes, ('331100001001GB00002'))")]
    [InlineData("A_EQUALS(parcel_codes, ('331100001001GB00002', '331100001001GB00001'))")]
    [InlineData("remark LIKE '%𠮷'")]
    [InlineData("S_INTERSECTS(geometry, BBOX(119.9005,28.4005,119.91,28.41))")]
    [InlineData("S_WITHIN(geometry, POLYGON((119 28,120 28,120 29,119 28.5,119 28)))")]
    [InlineData("NOT S_DISJOINT(geometry, POINT(119.9005 28.4005))")]
    [InlineData("S_CONTAINS(geometry, POINT(119.9005 28.4005)) AND S_EQUALS(geometry, geometry)")]
    public void A_filter_finds_the_plots_that_it_is_true_of(string filter)
    {
        Put(SamplePlots.Full() with { EndedOn = null }, SamplePlots.Bare("bare", ""), SamplePlots.At("far", 1, 1, "1"));

        Assert.Equal(["A-1"], Found(filter + " AND plot <> 'far'"));
        Assert.DoesNotContain("bare", Found($"NOT ({filter})"));
    }

    [Fact]
    public void A_filter_goes_together_with_a_box_a_key_and_a_limit()
    {
        Put([
            .. Enumerable
                .Range(0, 20)
                .Select(i => SamplePlots.At($"P{i:00}", 119 + (0.1 * i), 28) with { Zone = i % 2 == 0 ? "东" : "西" }),
        ]);
        Put(SamplePlots.At("P21", 119.05, 28) with { Zone = "东", EndedOn = new(2024, 1, 1) });
        var asked = new PlotQuery { Filter = Read("zone = '东'"), Box = new(119, 28, 120.05, 28.1) };

        Assert.Equal(["P00", "P02", "P04", "P06", "P08", "P10"], Numbers(asked));
        Assert.Equal(["P06", "P08"], Numbers(asked with { After = new("331100", "P04"), Limit = 2 }));
        Assert.Equal(["P10", "P21"], Numbers(asked with { After = new("331100", "P08"), Ended = true }));
        Assert.Equal(["P18"], Numbers(asked with { After = new("331100", "P16"), Box = null }));
        Assert.NotNull(Store.Plots(asked with { Shapes = true }).First().Shape);
    }

    [Fact]
    public void Geometries_of_a_filter_may_stand_in_a_zone_northing_first()
    {
        Put(SamplePlots.At("here", 119.9, 28.4), SamplePlots.At("there", 119.8, 28.4));
        var zone = CrsTable.Find("EPSG:4549")!;
        double[] xy = [119.9005, 28.4005];
        zone.FromLonLat(xy);

        var filter = FilterText.Read(FormattableString.Invariant($"S_INTERSECTS(geometry, POINT({xy[1]} {xy[0]}))"));

        Assert.Equal(
            ["here"],
            Numbers(new() { Filter = BoundFilter.Of(filter.Value!, PlotQueryables.All, zone).Value })
        );
    }

    private List<string> Found(string filter) => Numbers(new() { Filter = Read(filter) });

    private BoundFilter Read(string filter)
    {
        var read = FilterText.Read(filter);
        Assert.True(read.IsGood, read.Error?.In(Texts.English));
        var bound = BoundFilter.Of(read.Value, PlotQueryables.All, CrsTable.LonLat);
        Assert.True(bound.IsGood, bound.Error?.In(Texts.English));
        Assert.Null(Store.Refusal(bound.Value));
        return bound.Value;
    }
}
