using LandLedger.Fields;
using LandLedger.Import;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>Firms, the memory of imports, numbers and size.</summary>
public abstract partial class PlotStoreContract
{
    [Fact]
    public void Firms_come_back_with_years_and_seats()
    {
        var full = new Firm
        {
            CreditCode = "91331100MA00000001",
            Name = "甲公司",
            OtherNames = ["旧名", "甲厂、分厂"],
            Sector = "3451",
            Occupancies =
            [
                new()
                {
                    Plot = "2",
                    County = "331102",
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
    public void What_a_source_states_of_firms_comes_back_with_the_others_that_state_the_same()
    {
        var (firm, year, seat) = (
            new FirmRow("甲公司", null, null),
            new FirmRow("甲公司", 2024, null),
            new FirmRow("甲公司", 2024, new("330100", "1"))
        );
        using (var import = Store.BeginImport())
        {
            import.PutFirmRows(
                "a.csv",
                new Dictionary<FirmRow, string>
                {
                    [firm] = "",
                    [year] = "330100",
                    [seat] = "330100",
                }
            );
            import.PutFirmRows(
                "b.csv",
                new Dictionary<FirmRow, string> { [year] = "", [new("乙公司", 2024, null)] = "" }
            );
            Commit(import);
        }
        StatedFirmRow[] stated =
        [
            new("a.csv", firm, ""),
            new("a.csv", year, "330100"),
            new("b.csv", year, ""),
            new("a.csv", seat, "330100"),
        ];
        using (var import = Store.BeginImport())
        {
            Assert.Equal(stated, import.FirmRowsOf("a.csv"));
            import.PutFirmRows("a.csv", new Dictionary<FirmRow, string> { [seat] = "330100" });
            Assert.Equal([stated[^1]], import.FirmRowsOf("a.csv"));
            Assert.Equal(2, import.FirmRowsOf("b.csv").Count);
        }
        using (var import = Store.BeginImport())
            Assert.Equal(stated, import.FirmRowsOf("a.csv"));
    }

    [Fact]
    public void A_seat_without_county_is_told_with_that_of_the_only_plot_of_its_number()
    {
        var firm = new Firm
        {
            Name = "甲公司",
            Occupancies = [new() { Plot = "1" }, new() { Plot = "2" }, new() { Plot = "3" }, new() { Plot = "4" }],
        };
        using (var import = Store.BeginImport())
        {
            foreach (var (county, number) in new[] { ("331102", "1"), ("331081", "2"), ("331102", "2"), ("", "3") })
                import.Put(SamplePlots.Bare(number) with { County = county });
            import.Put(firm);
            Assert.Equal(["331102", null, "", null], import.FindFirm("甲公司")!.Occupancies.Select(on => on.County));
            Commit(import);
        }

        Assert.Equal(["331102", null, "", null], Assert.Single(Store.Firms()).Occupancies.Select(on => on.County));
        using (var import = Store.BeginImport())
        {
            import.Put(SamplePlots.Bare("1") with { County = "331081" });
            Commit(import);
        }
        Assert.Null(Assert.Single(Store.Firms()).Occupancies[0].County);
    }

    [Fact]
    public void Of_two_counties_that_share_a_number_a_source_states_both()
    {
        var (one, other) = (
            new FirmRow("甲公司", 2024, new("331081", "1")),
            new FirmRow("甲公司", 2024, new("331102", "1"))
        );
        using var import = Store.BeginImport();
        import.PutFirmRows("a.csv", new Dictionary<FirmRow, string> { [one] = "331081", [other] = "331102" });
        import.PutFirmRows("b.csv", new Dictionary<FirmRow, string> { [other] = "331102" });

        Assert.Equal(
            [new("a.csv", one, "331081"), new("a.csv", other, "331102"), new("b.csv", other, "331102")],
            import.FirmRowsOf("a.csv")
        );
        Assert.Equal(2, import.FirmRowsOf("b.csv").Count);
    }

    [Fact]
    public void A_firm_is_joined_to_another_with_all_that_sources_state_of_it()
    {
        var uncoded = new Firm { Name = "甲公司", Years = [new() { Year = 2024 }] };
        var coded = uncoded with
        {
            CreditCode = "91331102MA2E000019",
            Years = [new() { Year = 2023, Tax = Money.FromYuan(1) }, new() { Year = 2024 }],
        };
        using (var import = Store.BeginImport())
        {
            import.Put(uncoded);
            import.Put(coded with { Years = [] });
            import.PutFirmRows(
                "a.csv",
                new Dictionary<FirmRow, string>
                {
                    [new(uncoded.Key, 2024, null)] = "",
                    [new(coded.Key, 2024, null)] = "",
                }
            );
            import.PutFirmRows("b.csv", new Dictionary<FirmRow, string> { [new(uncoded.Key, 2023, null)] = "331102" });
            import.Join(uncoded.Key, coded);
            Commit(import);
        }

        Assert.Equivalent(new[] { coded }, Store.Firms().ToArray(), strict: true);
        using (var import = Store.BeginImport())
        {
            Assert.Null(import.FindFirm(uncoded.Key));
            Assert.Equal([new("a.csv", new(coded.Key, 2024, null), "")], import.FirmRowsOf("a.csv"));
            Assert.Equal([new("b.csv", new(coded.Key, 2023, null), "331102")], import.FirmRowsOf("b.csv"));
        }
    }

    [Fact]
    public void The_store_remembers_its_imports()
    {
        using (var import = Store.BeginImport())
        {
            import.Put(SamplePlots.Bare("1"));
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
                On = new(2026, 6, 30),
            };
            import.Commit(Noon.ToOffset(TimeSpan.FromHours(8)), [new("a.csv", "aa"), new("b.txt", "bb")], report);
        }

        var entry = Assert.Single(Store.Imports());
        Assert.Equal(Noon, entry.RecordedAt);
        Assert.Equal(TimeSpan.Zero, entry.RecordedAt.Offset);
        Assert.Equal([new("a.csv", "aa"), new("b.txt", "bb")], entry.Sources);
        Assert.Equal(new DateOnly(2026, 6, 30), entry.On);
        Assert.Equal((1, 2, 3, 4, 5), (entry.Added, entry.Changed, entry.Same, entry.Ended, entry.Refused));
    }

    [Fact]
    public void An_import_tells_the_firms_that_it_leaves_and_which_have_plots_without_a_county()
    {
        const string Lower = "331081";
        const string Upper = "331102";
        var firm = new Firm
        {
            Name = "甲公司",
            Occupancies = [On("1"), On("2"), On("3"), On("4") with { County = Upper }],
        };
        using var import = Store.BeginImport();
        import.Put(firm);
        import.Put(new Firm { Name = "乙公司" });
        import.Put(SamplePlots.Bare("1") with { County = Upper });
        import.Put(SamplePlots.Bare("2") with { County = Upper });
        import.Put(SamplePlots.Bare("2") with { County = Lower });

        Assert.Equal([new("甲公司", "1", Upper), new UnplacedSeat("甲公司", "2", null)], import.Unplaced());
        Assert.Equal(["乙公司", "甲公司"], import.Firms().Select(one => one.Name));
        Assert.Equal([Upper, null, null, Upper], import.Firms().Last().Occupancies.Select(on => on.County));

        import.Put(import.FindFirm("甲公司")!);
        Assert.Equal([new UnplacedSeat("甲公司", "2", null)], import.Unplaced());

        static Occupancy On(string plot) => new() { Plot = plot };
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
}
