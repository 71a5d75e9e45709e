using LandLedger.Fields;
using LandLedger.Import;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>What putting, moving, committing and listing do.</summary>
public abstract partial class PlotStoreContract
{
    [Fact]
    public void A_plot_put_again_replaces_its_facts_and_children()
    {
        Put(SamplePlots.Full());
        var changed = SamplePlots.Full() with { Holder = "新主", Delays = [], Charges = [], Years = [], Shape = null };

        Put(changed);

        AssertSame(changed, Assert.Single(Store.Plots(Everything)));
    }

    [Fact]
    public void A_plot_found_without_outline_bytes_and_put_back_keeps_its_outline()
    {
        var plot = SamplePlots.Full();
        Put(plot);

        using (var import = Store.BeginImport())
        {
            var found = Assert.Single(import.Find("A-1", shapes: false));
            Assert.True(found.Shape!.Wkb.IsEmpty);
            Assert.Equal(plot.Shape!.East, found.Shape.East);
            import.Put(found with { Holder = "新主" });
            Commit(import);
        }

        AssertSame(plot with { Holder = "新主" }, Assert.Single(Store.Plots(Everything)));
    }

    [Fact]
    public void A_plot_put_twice_in_the_first_import_is_there_once()
    {
        Put(SamplePlots.At("A", 119, 28), SamplePlots.At("B", 119, 28), SamplePlots.Full("A"));

        Assert.Equal(["A", "B"], Numbers(Everything));
        Assert.Equal(["A"], Numbers(new() { Box = new(119.9, 28.4, 119.9, 28.4), Ended = true }));
        Assert.Equal(["B"], Numbers(new() { Box = new(119, 28, 119, 28), Ended = true }));
    }

    [Fact]
    public void A_plot_that_moves_to_its_county_takes_everything_along()
    {
        var plot = SamplePlots.Full(county: "");
        Put(plot);
        List(("a.csv", [new("", "A-1")]));

        using (var import = Store.BeginImport())
        {
            import.Move(new("", "A-1"), "331100");
            import.Put(plot with { County = "331100", EndedOn = null });
            Commit(import);
        }

        AssertSame(plot with { County = "331100", EndedOn = null }, Assert.Single(Store.Plots(Everything)));
        Assert.Equal([new("331100", "A-1")], NoLongerListed("a.csv"));
    }

    [Fact]
    public void A_number_is_found_in_every_county_that_has_it()
    {
        Put(SamplePlots.Full("7", "331100"), SamplePlots.Bare("7", "110105"), SamplePlots.Bare("8"));

        Assert.Equal(["110105", "331100"], Store.Find("7").Select(plot => plot.County));
        AssertSame(SamplePlots.Full("7"), Store.Find("7")[1]);
        Assert.Empty(Store.Find("9"));
    }

    [Fact]
    public void Plots_are_found_by_their_supervision_number_before_and_after_they_are_committed()
    {
        var of = (string number, string supervision, string county) =>
            SamplePlots.At(number, 119, 28, county) with
            {
                Grant = new() { SupervisionNumber = supervision },
            };
        Put(of("B", "S1", "331100"), of("A", "S1", "110105"), of("C", "S2", "331100"), SamplePlots.Bare("S1"));

        using var import = Store.BeginImport();
        Assert.Equal(["A", "B"], import.FindSupervised("S1").Select(plot => plot.Number));
        AssertSame(of("A", "S1", "110105"), import.FindSupervised("S1")[0]);
        import.Put(of("D", "S1", "331100"));
        import.Put(of("B", "S2", "331100"));
        Assert.Equal(["A", "D"], import.FindSupervised("S1").Select(plot => plot.Number));
        Assert.Equal(["B", "C"], import.FindSupervised("S2").Select(plot => plot.Number));
        Assert.Empty(import.FindSupervised("S3"));
        Commit(import);
        using var next = Store.BeginImport();
        Assert.Equal(["A", "D"], next.FindSupervised("S1").Select(plot => plot.Number));
    }

    [Fact]
    public void An_import_that_is_not_committed_leaves_nothing()
    {
        Put(SamplePlots.Bare("kept"));

        using (var import = Store.BeginImport())
        {
            import.Put(SamplePlots.Bare("lost"));
            import.Put(new Firm { Name = "F" });
            Assert.Single(import.Find("lost", shapes: true));
        }

        Assert.Equal(["kept"], Numbers(PlotQuery.All));
        Assert.Empty(Store.Firms());
        Assert.Single(Store.Imports());
    }

    [Fact]
    public void Readers_see_the_last_commit_while_an_import_writes()
    {
        Put(SamplePlots.Bare("old"));
        using var other = OpenAgain();

        using var import = Store.BeginImport();
        import.Put(SamplePlots.Bare("new"));

        Assert.Equal(["old"], Numbers(PlotQuery.All));
        Assert.Equal(["old"], other.Plots(PlotQuery.All).Select(plot => plot.Number));
        Commit(import);
        Assert.Equal(["new", "old"], other.Plots(PlotQuery.All).Select(plot => plot.Number));
    }

    [Fact]
    public void A_reader_in_the_middle_keeps_its_state_when_an_import_commits()
    {
        Put(SamplePlots.Bare("1"), SamplePlots.Bare("2"));

        using var reading = Store.Plots(PlotQuery.All).GetEnumerator();
        Assert.True(reading.MoveNext());
        Put(SamplePlots.Bare("3"));

        Assert.True(reading.MoveNext());
        Assert.False(reading.MoveNext());
        Assert.Equal(["1", "2", "3"], Numbers(PlotQuery.All));
    }

    [Fact]
    public void A_second_import_at_the_same_time_is_refused_as_locked()
    {
        Put(SamplePlots.Bare("1"));
        using var other = OpenAgain();
        using var import = Store.BeginImport();

        var trouble = Assert.Throws<StoreException>(other.BeginImport);

        Assert.Equal("locked", trouble.Code);
    }

    [Fact]
    public void The_store_is_empty_until_the_first_plot()
    {
        using (var import = Store.BeginImport())
        {
            Assert.True(import.IsEmpty);
            import.Put(SamplePlots.Bare("1"));
            Assert.False(import.IsEmpty);
            Commit(import);
        }

        using var next = Store.BeginImport();
        Assert.False(next.IsEmpty);
    }

    [Fact]
    public void What_a_source_no_longer_lists_is_told_unless_another_does()
    {
        PlotKey one = new("331100", "1"),
            two = new("331100", "2"),
            three = new("331100", "3");
        Put(SamplePlots.Bare("1"), SamplePlots.Bare("2"), SamplePlots.Bare("3"));
        List(("a.csv", [one, two, three]), ("b.csv", [two]));

        using var import = Store.BeginImport();
        import.Seen("a.csv", one);

        Assert.Equal([three], import.NoLongerListed("a.csv"));
        Assert.Equal([three], import.NoLongerListed("a.csv"));
        Commit(import);
        Assert.Empty(NoLongerListed("c.csv"));
        // What a.csv dropped is forgotten with that commit.
        Assert.Equal([one], NoLongerListed("a.csv"));
        Assert.Equal([two], NoLongerListed("b.csv"));
    }

    [Fact]
    public void A_plot_that_two_sources_drop_at_once_has_ended()
    {
        PlotKey one = new("331100", "1"),
            two = new("331100", "2");
        Put(SamplePlots.Bare("1"), SamplePlots.Bare("2"));
        List(("a.csv", [one, two]), ("b.csv", [one, two]));

        using var import = Store.BeginImport();
        import.Seen("a.csv", one);
        import.Seen("b.csv", one);

        Assert.Equal([two], import.NoLongerListed("a.csv"));
        import.Put(SamplePlots.Bare("2") with { EndedOn = new(2025, 1, 1) });
        Assert.Empty(import.NoLongerListed("b.csv"));
    }

    [Fact]
    public void What_a_source_lists_again_is_counted_by_county()
    {
        Put(SamplePlots.Bare("1"), SamplePlots.Bare("2"), SamplePlots.Bare("1", "110105"), SamplePlots.Bare("3", ""));
        List(("a.csv", [new("331100", "1"), new("331100", "2"), new("110105", "1"), new("", "3")]));
        List(("b.csv", [new("331100", "1")]));

        using var import = Store.BeginImport();
        import.Seen("a.csv", new("331100", "1"));
        import.Seen("a.csv", new("650203", "9"));
        import.Seen("a.csv", new("331100", "1"));
        import.Move(new("", "3"), "331100");
        import.Seen("a.csv", new("331100", "3"));

        Assert.Equal([new("", 1, 1), new("110105", 1, 0), new("331100", 2, 1)], import.CountiesOf("a.csv"));
        Assert.Equal([new("331100", 1, 0)], import.CountiesOf("b.csv"));
        Assert.Empty(import.CountiesOf("c.csv"));
    }

    [Fact]
    public void What_is_kept_listed_of_a_county_is_told_by_the_next_import()
    {
        PlotKey here = new("331100", "1"),
            there = new("110105", "1");
        Put(SamplePlots.Bare("1"), SamplePlots.Bare("1", "110105"));
        List(("a.csv", [here, there]));

        using (var import = Store.BeginImport())
        {
            import.KeepListed("a.csv", "110105");
            Assert.Equal([here], import.NoLongerListed("a.csv"));
            Commit(import);
        }

        Assert.Equal([there], NoLongerListed("a.csv"));
    }
}
