using LandLedger.Fields;
using LandLedger.Import;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>What every store must do, told through <see cref="IPlotStore"/> alone; each store derives it.</summary>
public abstract class PlotStoreContract : IDisposable
{
    private static readonly PlotQuery Everything = new() { Shapes = true, Ended = true };

    private static readonly DateTimeOffset Noon = new(2025, 6, 30, 12, 0, 0, 123, TimeSpan.Zero);

    private IPlotStore? _store;

    /// <summary>An empty store.</summary>
    protected abstract IPlotStore Create();

    /// <summary>The same store, opened a second time beside the first.</summary>
    protected abstract IPlotStore OpenAgain();

    protected IPlotStore Store => _store ??= Create();

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

    [Fact]
    public void A_plot_put_again_replaces_its_facts_and_children()
    {
        Put(SamplePlots.Full());
        var changed = SamplePlots.Full() with { Holder = "新主", Delays = [], Years = [], Shape = null };

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
            import.Put(found with { Holder = "新主" }, null);
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
            import.Put(plot with { County = "331100", EndedOn = null }, null);
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
    public void An_import_that_is_not_committed_leaves_nothing()
    {
        Put(SamplePlots.Bare("kept"));

        using (var import = Store.BeginImport())
        {
            import.Put(SamplePlots.Bare("lost"), null);
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
        import.Put(SamplePlots.Bare("new"), null);

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
            import.Put(SamplePlots.Bare("1"), null);
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
        import.Put(SamplePlots.Bare("2") with { EndedOn = new(2025, 1, 1) }, null);
        Assert.Empty(import.NoLongerListed("b.csv"));
    }

    [Fact]
    public void Firms_come_back_with_years_and_seats()
    {
        var full = new Firm
        {
            CreditCode = "91331100MA00000001",
            Name = "甲公司",
            Sector = "3451",
            Occupancies =
            [
                new()
                {
                    Plot = "2",
                    Year = 2023,
                    Land = Area.FromMu(1.5m),
                    Floor = Area.FromMu(0.00000001m),
                    Share = 0.25m,
                },
                new() { Plot = "1" },
            ],
            Years =
            [
                new()
                {
                    Year = 2023,
                    Tax = Money.FromYuan(1),
                    Output = Money.FromYuan(2),
                    Revenue = Money.FromYuan(3),
                    AddedValue = Money.FromYuan(-4.5m),
                    KilowattHours = 5,
                    Staff = 6,
                    AboveScale = true,
                },
                new() { Year = 2024 },
            ],
        };
        var bare = new Firm { Name = "乙公司" };

        using (var import = Store.BeginImport())
        {
            import.Put(bare);
            import.Put(full with { Name = "旧名", Years = [] });
            import.Put(full);
            Assert.Equivalent(full, import.FindFirm(full.Key), strict: true);
            Assert.Null(import.FindFirm("丙公司"));
            Commit(import);
        }

        Assert.Equivalent(new[] { full, bare }, Store.Firms().ToArray(), strict: true);
    }

    [Fact]
    public void The_store_remembers_its_imports()
    {
        using (var import = Store.BeginImport())
        {
            import.Put(
                SamplePlots.Bare("1"),
                new("1", ChangeKind.Changed, "a.csv", 3, [new("holder", "甲", "乙"), new("price", "", "1")])
            );
            import.Put(
                new ImportIssue
                {
                    Code = "bad-date",
                    Severity = Severity.Refuse,
                    File = "a.csv",
                    Arguments = new Dictionary<string, string> { ["day"] = "31" },
                }
            );
            var report = new ImportReport
            {
                Outcome = ImportOutcome.DoneInPart,
                Files = ["a.csv", "b.txt"],
                Added = 1,
                Changed = 2,
                Same = 3,
                Ended = 4,
                Refused = 5,
            };
            import.Commit(Noon.ToOffset(TimeSpan.FromHours(8)), [new("a.csv", "aa"), new("b.txt", "bb")], report);
        }

        var entry = Assert.Single(Store.Imports());
        Assert.Equal(Noon, entry.RecordedAt);
        Assert.Equal(TimeSpan.Zero, entry.RecordedAt.Offset);
        Assert.Equal([new("a.csv", "aa"), new("b.txt", "bb")], entry.Sources);
        Assert.Equal((1, 2, 3, 4, 5), (entry.Added, entry.Changed, entry.Same, entry.Ended, entry.Refused));
    }

    [Fact]
    public void Numbers_of_fifteen_digits_come_back_exactly_and_longer_ones_are_refused()
    {
        decimal[] numbers =
        [
            999_999_999_999_999m,
            0.00000001m,
            9_999_999.99999999m,
            99_999_999_999.9999m,
            -0.1m,
            1.10m,
        ];
        Put([.. numbers.Select((n, i) => SamplePlots.Bare($"{i}") with { StatedArea = Area.FromMu(n) })]);

        Assert.Equal(numbers, Store.Plots(PlotQuery.All).Select(plot => plot.StatedArea!.Value.Mu));
        var third = SamplePlots.Bare("third") with { StatedArea = Area.FromMu(1m / 3) };
        Assert.False(StoredNumber.Fits(third.StatedArea!.Value.Mu));
        Assert.Throws<ArgumentException>(() => Put(third));
    }

    [Fact]
    public void Thousands_of_plots_with_children_stay_in_order_and_together()
    {
        var plots = Enumerable
            .Range(0, 6_000)
            .Select(i =>
                SamplePlots.At($"{i * 7919 % 6_000:0000}", 119 + (i % 100 * 0.01), 28 + (i / 100 * 0.01)) with
                {
                    Delays =
                        i % 3 == 0 ? [new() { Kind = DelayKind.Petition, Evidence = $"{i * 7919 % 6_000:0000}" }] : [],
                    EndedOn = i % 10 == 0 ? new(2024, 1, 1) : null,
                }
            )
            .ToList();
        Put([.. plots]);
        var expected = plots.Where(plot => plot.EndedOn is null).OrderBy(plot => plot.Number, StringComparer.Ordinal);

        var read = Store.Plots(new() { Shapes = true }).ToList();

        Assert.Equal(expected.Select(plot => plot.Number), read.Select(plot => plot.Number));
        foreach (var (plot, other) in expected.Zip(read))
            AssertSame(plot, other);
        Assert.Equal(
            read.Skip(100).Take(4).Select(KeyOf),
            Store.Plots(new() { After = KeyOf(read[99]) }).Take(4).Select(KeyOf)
        );
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _store?.Dispose();

    protected void Put(params Plot[] plots)
    {
        using var import = Store.BeginImport();
        foreach (var plot in plots)
            import.Put(plot, null);
        Commit(import);
    }

    protected static void Commit(IImport import) =>
        import.Commit(Noon, [], new ImportReport { Outcome = ImportOutcome.Done, Files = [] });

    protected static PlotKey KeyOf(Plot plot) => new(plot.County, plot.Number);

    private List<string> Numbers(PlotQuery query) => [.. Store.Plots(query).Select(plot => plot.Number)];

    private void List(params (string Source, PlotKey[] Plots)[] lists)
    {
        using var import = Store.BeginImport();
        foreach (var (source, plots) in lists)
        {
            foreach (var plot in plots)
                import.Seen(source, plot);
        }
        Commit(import);
    }

    private IReadOnlyList<PlotKey> NoLongerListed(string source)
    {
        using var import = Store.BeginImport();
        return import.NoLongerListed(source);
    }

    private static void AssertSame(Plot expected, Plot actual)
    {
        Assert.Equal(expected.Shape?.Wkb.ToArray(), actual.Shape?.Wkb.ToArray());
        Assert.Equivalent(Plain(expected), Plain(actual), strict: true);

        static Plot Plain(Plot plot) =>
            plot with
            {
                Shape = plot.Shape is null ? null : plot.Shape with { Wkb = default },
            };
    }
}
