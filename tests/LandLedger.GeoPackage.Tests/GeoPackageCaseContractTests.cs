using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Stores.Contract;

namespace LandLedger.GeoPackage.Tests;

public sealed class GeoPackageCaseContractTests : CaseStoreContract
{
    private readonly TemporaryFolder _folder = new();

    protected override IPlotStore Create() => GeoPackageStore.Open(_folder["store.gpkg"], StoreMode.Create);

    protected override IPlotStore OpenAgain()
    {
        _ = Store;
        return GeoPackageStore.Open(_folder["store.gpkg"], StoreMode.Read);
    }

    protected override IPlotStore OpenWith(Procedures procedures)
    {
        _ = Store;
        return GeoPackageStore.Open(_folder["store.gpkg"], StoreMode.Write, null, procedures);
    }

    /// <summary>As version 4 made it.</summary>
    [Fact]
    public void A_file_of_an_older_program_has_no_cases_and_is_brought_up_by_the_first_step()
    {
        Store.Dispose();
        var path = _folder["store.gpkg"];
        Tool.Sql(path, OldStore.WithoutCases + "UPDATE store_version SET version = 4");
        using (var old = GeoPackageStore.Open(path, StoreMode.Read))
        {
            Assert.Empty(old.Cases.Rows(CaseQuery.All));
            Assert.Null(old.Cases.Find(new(2026, 1)));
            Assert.Equal(3, old.Plots(new() { Ended = true }).Count());
        }

        using var store = GeoPackageStore.Open(path, StoreMode.Write);
        var step = SampleSteps.Of("idle", "suspect", new(2026, 3, 1));
        var book = new CaseBook(store, HolidayCalendar.Default);
        Assert.NotNull(book.Open(A, "idle", step, SampleSteps.Recording).Filed);

        Assert.Equal("11", Tool.Sql(path, "SELECT max(version) FROM store_version"));
        Assert.Equal("2026-0001", Assert.Single(book.List(CaseQuery.All)).Number.ToString());
        Tool.Validate(path);
    }

    /// <summary>As version 9 made it.</summary>
    [Fact]
    public void Cases_of_a_file_without_digests_are_read_and_the_next_step_brings_it_up()
    {
        var first = SampleSteps.Of("idle", "suspect", new(2026, 3, 1));
        var number = Book.Open(A, "idle", first, SampleSteps.Recording).Filed!.Number;
        Store.Dispose();
        var path = _folder["store.gpkg"];
        Tool.Sql(path, OldStore.BeforeTen + "UPDATE store_version SET version = 9");
        using (var old = GeoPackageStore.Open(path, StoreMode.Read))
            Assert.Null(old.Cases.Find(number)!.Digest);

        using var store = GeoPackageStore.Open(path, StoreMode.Write);
        var step = SampleSteps.Of("idle", "notify", new(2026, 3, 2));
        var (filed, refusal) = new CaseBook(store, HolidayCalendar.Default).Take(number, step, SampleSteps.Recording);
        Assert.True(filed is not null, refusal?.In(Language.English));
        Assert.Equal("11", Tool.Sql(path, "SELECT max(version) FROM store_version"));
    }

    /// <summary>As version 10 made it.</summary>
    [Fact]
    public void Cases_of_a_file_without_evidence_are_read_and_the_next_step_brings_its_files()
    {
        var first = SampleSteps.Of("idle", "suspect", new(2026, 3, 1));
        var number = Book.Open(A, "idle", first, SampleSteps.Recording).Filed!.Number;
        Store.Dispose();
        var path = _folder["store.gpkg"];
        Tool.Sql(path, OldStore.WithoutFiles + "UPDATE store_version SET version = 10");
        using (var old = GeoPackageStore.Open(path, StoreMode.Read))
        {
            Assert.Empty(Assert.Single(new CaseBook(old, HolidayCalendar.Default).Find(number)!.Steps).Evidence);
            Assert.Empty(old.Cases.Parts(new('0', 64)));
        }

        using var store = GeoPackageStore.Open(path, StoreMode.Write);
        var file = KeptFile.Of("纪要.txt", new MemoryStream([1, 2, 3]));
        var step = SampleSteps.Of("idle", "notify", new(2026, 3, 2)) with { Evidence = [file] };
        var recording = SampleSteps.Recording with { Open = _ => new MemoryStream([1, 2, 3]) };
        Assert.Null(new CaseBook(store, HolidayCalendar.Default).Take(number, step, recording).Refusal);
        Assert.True(file.IsWhole(store.Cases));
        Assert.Equal("11", Tool.Sql(path, "SELECT max(version) FROM store_version"));
        Tool.Validate(path);
    }

    [Fact]
    public void A_disk_that_is_full_leaves_no_part_of_a_file()
    {
        var first = SampleSteps.Of("idle", "suspect", new(2026, 3, 1));
        var number = Book.Open(A, "idle", first, SampleSteps.Recording).Filed!.Number;
        Store.Dispose();
        using var store = GeoPackageStore.Open(_folder["store.gpkg"], StoreMode.Write);
        store.PageLimit = (int)(new FileInfo(_folder["store.gpkg"]).Length / StoreFile.PageBytes) + 50;
        var before = store.Ledger.Head();
        var bytes = new byte[1_000_000];
        var file = KeptFile.Of("现场.jpg", new MemoryStream(bytes));
        var step = SampleSteps.Of("idle", "notify", new(2026, 3, 2)) with { Evidence = [file] };

        var trouble = Assert.Throws<StoreException>(() =>
            new CaseBook(store, HolidayCalendar.Default).Take(
                number,
                step,
                SampleSteps.Recording with
                {
                    Open = _ => new MemoryStream(bytes),
                }
            )
        );

        Assert.Equal("full", trouble.Code);
        Assert.Empty(store.Cases.Parts(file.Sha256));
        Assert.Equal(before, store.Ledger.Head());
        Assert.Single(store.Cases.Find(number)!.Steps);
    }

    protected override string Other => "x'00'";

    protected override void UnguardFiles() =>
        Sql("DROP TRIGGER file_parts_kept_as_they_are; DROP TRIGGER file_parts_kept");

    protected override void Sql(string sql) => Tool.Sql(_folder["store.gpkg"], string.Format(null, sql, ""));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }
}
