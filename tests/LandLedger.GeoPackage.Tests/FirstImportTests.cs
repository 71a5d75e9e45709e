using LandLedger.Import;
using LandLedger.Stores.Contract;

namespace LandLedger.GeoPackage.Tests;

/// <summary>The import that makes the file: it leaves a store or nothing, whoever else wants the same path.</summary>
public sealed class FirstImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["park.gpkg"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_store_that_no_import_has_made_is_empty_and_leaves_nothing()
    {
        using (var store = GeoPackageStore.Open(Path, StoreMode.Create))
        {
            Assert.Empty(store.Plots(PlotQuery.All));
            Assert.Empty(store.Find("1"));
            Assert.Empty(store.Firms());
            Assert.Empty(store.Imports());
        }

        Assert.Empty(Files());
    }

    [Fact]
    public void A_file_of_a_program_that_knew_no_sources_of_firms_learns_them_with_its_next_import()
    {
        using (var store = GeoPackageStore.Open(Path, StoreMode.Create))
        {
            using var import = store.BeginImport();
            PutInto(import, 1);
            Commit(import);
        }
        using (var earlier = Sqlite.Connection.Open(Path, SQLitePCL.raw.SQLITE_OPEN_READWRITE, TimeSpan.FromSeconds(5)))
            earlier.Execute(
                OldStore.WithoutLedger
                    + "DROP TABLE firm_sources; DELETE FROM gpkg_contents WHERE table_name = 'firm_sources'; "
                    + "ALTER TABLE imports DROP COLUMN stands_for; ALTER TABLE occupancies DROP COLUMN county; UPDATE store_version SET version = 1"
            );

        using (var store = GeoPackageStore.Open(Path, StoreMode.Write))
        {
            var row = new FirmRow("甲公司", 2025, new("", "1"));
            using (var import = store.BeginImport())
            {
                Assert.Empty(import.FirmRowsOf("企业.csv"));
                import.PutFirmRows("企业.csv", new Dictionary<FirmRow, string> { [row] = "" });
                Commit(import);
            }
            using (var import = store.BeginImport())
                Assert.Equal([new("企业.csv", row, "")], import.FirmRowsOf("企业.csv"));
        }
    }

    [Fact]
    public void In_a_file_of_a_program_that_kept_no_county_of_a_seat_a_firm_sits_on_the_only_plot_of_the_number()
    {
        using (var store = GeoPackageStore.Open(Path, StoreMode.Create))
        {
            using var import = store.BeginImport();
            foreach (var (county, number) in new[] { ("331081", "1"), ("331102", "1"), ("331102", "2") })
                import.Put(SamplePlots.Bare(number) with { County = county });
            import.Put(
                new Firm
                {
                    Name = "甲公司",
                    Occupancies =
                    [
                        new() { Plot = "1", County = "331102" },
                        new() { Plot = "2", County = "331081" },
                        new() { Plot = "3", County = "331102" },
                    ],
                }
            );
            Commit(import);
        }
        using (var earlier = Sqlite.Connection.Open(Path, SQLitePCL.raw.SQLITE_OPEN_READWRITE, TimeSpan.FromSeconds(5)))
            earlier.Execute(
                OldStore.WithoutLedger
                    + "ALTER TABLE occupancies DROP COLUMN county; UPDATE store_version SET version = 2"
            );

        string?[] counties = [null, "331102", null];
        using (var store = GeoPackageStore.Open(Path, StoreMode.Read))
            Assert.Equal(counties, Assert.Single(store.Firms()).Occupancies.Select(on => on.County));
        using (var store = GeoPackageStore.Open(Path, StoreMode.Write))
        {
            using var import = store.BeginImport();
            Assert.Equal(counties, import.FindFirm("甲公司")!.Occupancies.Select(on => on.County));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(80_000)]
    public void A_first_import_that_is_given_up_leaves_nothing(int plots)
    {
        using (var store = GeoPackageStore.Open(Path, StoreMode.Create))
        {
            using (var import = store.BeginImport())
                PutInto(import, plots);
            Assert.Empty(store.Plots(PlotQuery.All));
        }

        Assert.Empty(Files());
    }

    [Fact]
    public void A_first_import_on_a_full_disk_leaves_nothing()
    {
        using (var store = GeoPackageStore.Open(Path, StoreMode.Create))
        {
            store.PageLimit = 200;
            Assert.Equal(
                "full",
                Assert.Throws<StoreException>(() => GdalTests.Put(store, [.. GdalTests.Many(20_000)])).Code
            );
        }

        Assert.Empty(Files());
    }

    [Fact]
    public void What_a_killed_first_import_has_left_the_next_one_takes_away_and_no_import_under_way()
    {
        using (var store = GeoPackageStore.Open(Path, StoreMode.Create))
        using (var import = store.BeginImport())
        {
            // More than the cache holds, so that a part is in the file; the copies are what killed processes leave.
            PutInto(import, 80_000);
            var growing = Assert.Single(Files());
            Assert.NotEqual(0, new FileInfo(growing).Length);
            File.Copy(growing, Path + "-new-1");
            File.Create(Path + "-new-2").Dispose();

            using (var other = GeoPackageStore.Open(Path, StoreMode.Create))
                other.BeginImport().Dispose();
            Assert.Equal([growing], Files());
            Commit(import);
        }

        Assert.Equal([Path], Files());
        Tool.Validate(Path);
    }

    [Fact]
    public void A_new_file_is_read_by_nobody_before_it_is_whole()
    {
        using var store = GeoPackageStore.Open(Path, StoreMode.Create);
        using var import = store.BeginImport();
        PutInto(import, 1);

        Assert.Empty(store.Plots(PlotQuery.All));
        Assert.Equal("missing", Assert.Throws<StoreException>(() => GeoPackageStore.Open(Path, StoreMode.Read)).Code);
        Commit(import);
        Assert.Single(store.Plots(PlotQuery.All));
    }

    [Fact]
    public void Of_two_first_imports_at_once_the_later_is_told_to_try_again_and_then_goes_on_top()
    {
        using var first = GeoPackageStore.Open(Path, StoreMode.Create);
        using var second = GeoPackageStore.Open(Path, StoreMode.Create);
        using (var early = first.BeginImport())
        using (var late = second.BeginImport())
        {
            early.Put(SamplePlots.At("early", 119, 28));
            late.Put(SamplePlots.At("late", 119, 28));
            Commit(early);
            Assert.Equal("locked", Assert.Throws<StoreException>(() => Commit(late)).Code);
        }
        Assert.Equal([Path], Files());

        GdalTests.Put(second, SamplePlots.At("late", 119, 28));

        Assert.Equal(["early", "late"], first.Plots(PlotQuery.All).Select(plot => plot.Number));
        Tool.Validate(Path);
    }

    [Fact]
    public async Task First_imports_at_once_lose_nothing_that_was_committed_and_leave_nothing_that_was_not()
    {
        for (var round = 0; round < 20; round++)
        {
            var path = _folder[$"{round}.gpkg"];
            var seed = round;
            var committed = await Task.WhenAll(
                Enumerable
                    .Range(0, 4)
                    .Select(number => Task.Run(() => TryImport(path, number, new(seed * 10 + number))))
            );

            var expected = committed.Where(number => number is not null).Select(number => number!).Order().ToList();
            if (expected.Count == 0)
            {
                Assert.Empty(Files());
                continue;
            }
            using (var store = GeoPackageStore.Open(path, StoreMode.Write))
                Assert.Equal(expected, store.Plots(PlotQuery.All).Select(plot => plot.Number));
            Assert.Equal([path], Files());
            File.Delete(path);
        }
    }

    /// <summary>The number of the plot if it was committed; some imports are given up, some come too late.</summary>
    private static string? TryImport(string path, int number, Random random)
    {
        using var store = GeoPackageStore.Open(path, StoreMode.Create, TimeSpan.FromSeconds(30));
        using var import = store.BeginImport();
        import.Put(SamplePlots.At($"{number}", 119, 28));
        Thread.Sleep(random.Next(5));
        if (random.Next(3) == 0)
            return null;
        try
        {
            Commit(import);
            return $"{number}";
        }
        catch (StoreException trouble) when (trouble.Code == "locked")
        {
            return null;
        }
    }

    private static void PutInto(IImport import, int plots)
    {
        foreach (var plot in GdalTests.Many(plots))
            import.Put(plot with { Remark = new('注', 200) });
    }

    private static void Commit(IImport import) =>
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });

    private string[] Files() => Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!);
}
