using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>Since when plots are in the register: a question of a day before finds none of them, whatever way it goes.</summary>
public abstract partial class PlotStoreContract
{
    private static readonly DateOnly Split = new(2024, 7, 1);

    private PlotQuery[] WaysOfADay =>
        [
            new(),
            new() { Limit = 99 },
            new() { Box = new(118, 27, 120, 29) },
            new() { Box = new(118, 27, 120, 29), Limit = 99 },
            new() { Filter = Read("zone = '东'") },
            new() { Filter = Read("plot > 'A'"), Limit = 99 },
            new() { Filter = Read("zone = '东'"), Box = new(118, 27, 120, 29) },
            new() { Filter = Read("S_INTERSECTS(geometry, BBOX(118,27,120,29))") },
        ];

    [Fact]
    public void A_day_takes_the_plots_that_have_entered_by_then_on_every_way_to_them()
    {
        PutSplit();
        (DateOnly Day, string[] Listed)[] days =
        [
            (new(2019, 12, 31), ["divided", "stays"]),
            (Split.AddDays(-1), ["divided", "early", "stays"]),
            (Split, ["early", "half A", "half B", "stays"]),
            (Split.AddDays(1), ["early", "half A", "half B", "stays"]),
            (new(2025, 1, 1), ["early", "half A", "stays"]),
        ];
        var sort = new PlotSort([new(PlotQueryables.All.Find("stated_mu")!, Descending: true)]);
        var area = SearchBox.Of(CrsTable.LonLat, 118, 27, 120, 29)!;
        foreach (var (day, listed) in days)
        {
            foreach (var query in WaysOfADay.Select(way => way with { On = day }))
            {
                Assert.Equal(listed, Numbers(query));
                Assert.Equal(listed, Numbers(query with { Ended = true, Shapes = true }));
                Assert.Equal(listed.Length, Store.Count(query));
                Assert.Equal(listed.Length, Store.Count(query, area));
                Assert.Equal(listed, Store.Sorted(query, sort).Select(placed => placed.Plot.Number).Order());
                using var page = Store.Page(query with { Limit = 99 });
                Assert.Equal(listed, page.Marks.Select(mark => mark.Key.Number));
                using var whole = Store.Page(query with { Limit = 99 }, whole: true);
                Assert.Equal(listed, whole.Read(whole.Marks)!.Select(plot => plot.Number));
            }
            Assert.Equal(listed.Length, Store.Zones(day).Sum(zone => zone.Sum.Plots));
        }
    }

    [Fact]
    public void The_mu_of_a_divided_plot_and_of_its_halves_are_the_same_the_day_before_and_the_day_after()
    {
        PutSplit();

        Assert.Equal(Store.Zones(Split.AddDays(-1)).Sum(Mu), Store.Zones(Split).Sum(Mu));

        static decimal Mu(Acreage.ZoneSum zone) => zone.Sum.Stated.Mu;
    }

    [Fact]
    public void Where_no_day_is_asked_for_it_is_not_looked_at_since_when_plots_are_there()
    {
        PutSplit();

        Assert.All(WaysOfADay, way => Assert.Equal(["early", "half A", "later", "stays"], Numbers(way)));
        Assert.All(WaysOfADay, way => Assert.Equal(4, Store.Count(way)));
        Assert.All(WaysOfADay, way => Assert.Equal(7, Store.Count(way with { Ended = true })));
    }

    [Fact]
    public void Since_when_a_plot_is_in_the_register_is_kept_and_can_be_taken_back()
    {
        Put(SamplePlots.At("A", 119, 28) with { EnteredOn = Split });
        Assert.Equal(Split, Store.Find("A").Single().EnteredOn);
        Assert.Equal(Split, Store.Plots(Everything).Single().EnteredOn);

        using (var import = Store.BeginImport())
        {
            var plot = import.Find("A", shapes: false).Single();
            Assert.Equal(Split, plot.EnteredOn);
            import.Put(plot with { EnteredOn = null });
            Commit(import);
        }

        Assert.Null(Store.Find("A").Single().EnteredOn);
        Assert.Equal(["A"], Numbers(new() { On = new(1999, 1, 1) }));
    }

    /// <summary>One that was divided, its halves, of which one has ended since, one beside that was always there, one that entered earlier and one that enters later; and one that had ended before it entered.</summary>
    private void PutSplit() =>
        Put([
            .. new Plot[]
            {
                SamplePlots.At("divided", 119, 28) with
                {
                    StatedArea = Area.FromMu(30),
                    EndedOn = Split,
                },
                SamplePlots.At("half A", 119, 28) with
                {
                    StatedArea = Area.FromMu(20),
                    EnteredOn = Split,
                },
                SamplePlots.At("half B", 119.1, 28) with
                {
                    StatedArea = Area.FromMu(10),
                    EnteredOn = Split,
                    EndedOn = new(2025, 1, 1),
                },
                SamplePlots.At("stays", 119.2, 28) with
                {
                    StatedArea = Area.FromMu(5),
                },
                SamplePlots.At("early", 119.3, 28) with
                {
                    EnteredOn = new(2020, 1, 1),
                },
                SamplePlots.At("later", 119.4, 28) with
                {
                    EnteredOn = new(2026, 1, 1),
                },
                SamplePlots.At("never", 119.5, 28) with
                {
                    EnteredOn = new(2025, 1, 1),
                    EndedOn = new(2024, 1, 1),
                },
            }.Select(plot => plot with { Zone = "东" }),
        ]);
}
