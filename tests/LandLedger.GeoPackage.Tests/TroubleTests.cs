using LandLedger.Import;
using LandLedger.Stores.Contract;

namespace LandLedger.GeoPackage.Tests;

/// <summary>A broken machine, a wrong file: one exception type, with a code and a sentence in both languages.</summary>
public sealed class TroubleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["park.gpkg"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_file_is_told_and_not_made()
    {
        Assert.Equal("missing", Code(() => GeoPackageStore.Open(Path, StoreMode.Read)));
        Assert.Equal("missing", Code(() => GeoPackageStore.Open(Path, StoreMode.Write)));
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void A_folder_that_is_missing_is_told() =>
        Assert.Equal("closed", Code(() => GeoPackageStore.Open(_folder["no/park.gpkg"], StoreMode.Create)));

    [Theory]
    [InlineData(StoreMode.Read)]
    [InlineData(StoreMode.Create)]
    public void A_folder_is_no_store(StoreMode mode)
    {
        Directory.CreateDirectory(Path);

        Assert.Equal("folder", Code(() => GeoPackageStore.Open(Path, mode)));
    }

    [Theory]
    [InlineData(StoreMode.Read)]
    [InlineData(StoreMode.Create)]
    public void A_text_file_is_no_database_and_stays_as_it_is(StoreMode mode)
    {
        var text = string.Concat(Enumerable.Repeat("地块编号,面积\n", 100));
        File.WriteAllText(Path, text);

        Assert.Equal("not-a-database", Code(() => GeoPackageStore.Open(Path, mode)));
        Assert.Equal(text, File.ReadAllText(Path));
    }

    [Fact]
    public void Another_GeoPackage_is_refused_and_stays_as_it_is()
    {
        File.WriteAllText(
            _folder["a.json"],
            """{"type":"Feature","properties":{"plot":"1"},"geometry":{"type":"Point","coordinates":[120,28]}}"""
        );
        Tool.Run("ogr2ogr", "-f", "GPKG", Path, _folder["a.json"], "-nln", "plots");
        var before = File.ReadAllBytes(Path);

        Assert.Equal("foreign", Code(() => GeoPackageStore.Open(Path, StoreMode.Create)));
        Assert.Equal(before, File.ReadAllBytes(Path));
    }

    [Fact]
    public void A_store_of_a_newer_program_is_refused_with_both_versions()
    {
        GdalTests.MakeEmpty(Path);
        Tool.Sql(Path, "UPDATE store_version SET version = 12");

        var trouble = Assert.Throws<StoreException>(() => GeoPackageStore.Open(Path, StoreMode.Write));

        Assert.Equal("newer", trouble.Code);
        Assert.Equal(("12", "11"), (trouble.Arguments["version"], trouble.Arguments["known"]));
        Assert.DoesNotContain('{', trouble.In(Texts.Chinese));
    }

    /// <summary>As version 1 made it: nobody noted the day that an import stood for.</summary>
    [Fact]
    public void A_store_of_an_older_program_is_read_as_it_is_and_brought_up_by_the_next_import()
    {
        using (var store = GeoPackageStore.Open(Path, StoreMode.Create))
            GdalTests.Put(store, SamplePlots.Full());
        Tool.Sql(
            Path,
            OldStore.WithoutLedger
                + "ALTER TABLE imports DROP COLUMN stands_for; ALTER TABLE occupancies DROP COLUMN county; UPDATE store_version SET version = 1"
        );

        using (var store = GeoPackageStore.Open(Path, StoreMode.Read))
            Assert.Null(Assert.Single(store.Imports()).On);
        Assert.Equal("1", Tool.Sql(Path, "SELECT max(version) FROM store_version"));

        using (var store = GeoPackageStore.Open(Path, StoreMode.Write))
        {
            using (var import = store.BeginImport())
                import.Commit(
                    DateTimeOffset.UnixEpoch,
                    [],
                    new()
                    {
                        Outcome = ImportOutcome.Done,
                        Files = [],
                        On = new(2026, 6, 30),
                    }
                );
            Assert.Equal([null, new DateOnly(2026, 6, 30)], store.Imports().Select(import => import.On));
        }
        Assert.Equal("11", Tool.Sql(Path, "SELECT max(version) FROM store_version"));
        Tool.Validate(Path);
    }

    [Fact]
    public void A_file_cut_in_half_is_damaged()
    {
        using (var store = GeoPackageStore.Open(Path, StoreMode.Create))
            GdalTests.Put(store, [.. GdalTests.Many(5_000)]);
        using (var file = File.OpenWrite(Path))
            file.SetLength(file.Length / 8192 * 4096);

        Assert.Equal(
            "damaged",
            Code(() =>
            {
                using var store = GeoPackageStore.Open(Path, StoreMode.Read);
                _ = store.Plots(new() { Shapes = true }).Count();
            })
        );
    }

    [Fact]
    public void A_store_opened_to_read_takes_no_import()
    {
        GdalTests.MakeEmpty(Path);
        using var store = GeoPackageStore.Open(Path, StoreMode.Read);

        Assert.Equal("read-only", Code(() => store.BeginImport()));
    }

    [Fact]
    public void A_full_disk_leaves_the_store_as_it_was()
    {
        using (var store = GeoPackageStore.Open(Path, StoreMode.Create))
        {
            GdalTests.Put(store, SamplePlots.Full());
            store.PageLimit = 200;

            Assert.Equal("full", Code(() => GdalTests.Put(store, [.. GdalTests.Many(20_000)])));
            store.PageLimit = null;
            GdalTests.Put(store, SamplePlots.At("after", 119, 28));
        }

        using var read = GeoPackageStore.Open(Path, StoreMode.Read);
        Assert.Equal(["A-1", "after"], read.Plots(new() { Ended = true }).Select(plot => plot.Number));
        Tool.Validate(Path);
    }

    [Fact]
    public void A_closed_store_is_one_file_that_can_be_copied()
    {
        using (var store = GeoPackageStore.Open(Path, StoreMode.Create))
            GdalTests.Put(store, SamplePlots.At("1", 119, 28));

        Assert.False(File.Exists(Path + "-wal"));
        File.Copy(Path, _folder["copy.gpkg"]);
        using var copy = GeoPackageStore.Open(_folder["copy.gpkg"], StoreMode.Read);
        Assert.Single(copy.Plots(PlotQuery.All));
    }

    [Fact]
    public void Every_code_has_its_sentence_in_both_languages()
    {
        string[] codes =
        [
            "missing",
            "folder",
            "closed",
            "foreign",
            "not-a-database",
            "newer",
            "locked",
            "full",
            "read-only",
            "damaged",
            "failed",
        ];

        Assert.All(codes, code => Assert.NotNull(Texts.Chinese.Find("store." + code)));
        Assert.All(codes, code => Assert.NotNull(Texts.English.Find("store." + code)));
    }

    /// <summary>The code of the trouble; its sentence is whole, and Chinese for those who read Chinese.</summary>
    private static string Code(Action action)
    {
        var trouble = Assert.Throws<StoreException>(action);
        Assert.DoesNotContain('{', trouble.In(Texts.Chinese));
        Assert.DoesNotMatch("[a-z]{3,} [a-z]{2,}", trouble.In(Texts.Chinese));
        return trouble.Code;
    }
}
