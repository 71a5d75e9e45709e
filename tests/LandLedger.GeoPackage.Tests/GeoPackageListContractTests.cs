using System.Text;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.Stores.Contract;

namespace LandLedger.GeoPackage.Tests;

public sealed class GeoPackageListContractTests : ListStoreContract
{
    private readonly TemporaryFolder _folder = new();

    protected override IPlotStore Create() => GeoPackageStore.Open(_folder["store.gpkg"], StoreMode.Create);

    protected override IPlotStore OpenAgain()
    {
        _ = Store;
        return GeoPackageStore.Open(_folder["store.gpkg"], StoreMode.Read);
    }

    /// <summary>As version 5 made it.</summary>
    [Fact]
    public void A_file_of_an_older_program_has_no_lists_and_is_brought_up_by_the_first()
    {
        Store.Dispose();
        var path = _folder["store.gpkg"];
        Tool.Sql(path, OldStore.WithoutLists + "UPDATE store_version SET version = 5");
        using (var old = GeoPackageStore.Open(path, StoreMode.Read))
        {
            Assert.Empty(old.Lists.Rows());
            Assert.Null(old.Lists.Find(new(2027, 1)));
        }

        using var store = GeoPackageStore.Open(path, StoreMode.Write);
        var book = new ListBook(store);
        var list = Issued(book.Issue(new() { Who = "王办", Judge = () => Judged(store) }, new() { At = Now }));

        Assert.Equal("11", Tool.Sql(path, "SELECT max(version) FROM store_version"));
        Assert.Equal("2027-001", Assert.Single(book.List()).Number.ToString());
        Assert.Empty(list.Files);
        Tool.Validate(path);
    }

    /// <summary>As version 7 made it.</summary>
    [Fact]
    public void A_file_of_an_older_program_has_no_mortgages_and_takes_some()
    {
        Store.Dispose();
        var path = _folder["store.gpkg"];
        Tool.Sql(path, OldStore.WithoutCharges + "UPDATE store_version SET version = 7");
        using (var old = GeoPackageStore.Open(path, StoreMode.Read))
            Assert.All(old.Plots(new() { Ended = true }), plot => Assert.Empty(plot.Charges));

        using var store = GeoPackageStore.Open(path, StoreMode.Write);
        var charge = new Charge { Certificate = "证1", Secured = Money.FromYuan(5_000_000m) };
        var plot = store.Plots(new() { Ended = true }).First();
        using (var import = store.BeginImport())
        {
            import.Put(plot with { Charges = [charge] });
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        }

        Assert.Equal([charge], Assert.Single(store.Find(plot.Number)).Charges);
        Assert.Equal("11", Tool.Sql(path, "SELECT max(version) FROM store_version"));
        Tool.Validate(path);
    }

    /// <summary>As version 8 made it.</summary>
    [Fact]
    public void A_file_of_an_older_program_knows_of_no_plot_since_when_it_is_there_and_learns_it()
    {
        Store.Dispose();
        var path = _folder["store.gpkg"];
        Tool.Sql(path, OldStore.BeforeNine + "UPDATE store_version SET version = 8");
        using (var old = GeoPackageStore.Open(path, StoreMode.Read))
        {
            var all = new PlotQuery { On = new(1999, 1, 1), Ended = true };
            var numbers = old.Plots(all).Select(plot => plot.Number).ToList();
            Assert.NotEmpty(numbers);
            Assert.All(old.Plots(all), plot => Assert.Null(plot.EnteredOn));
            Assert.Equal(numbers.Count, old.Count(all));
            Assert.Equal(numbers, old.Plots(all with { Limit = 99 }).Select(plot => plot.Number));
            Assert.Equal(numbers.Count, old.Zones(all.On.Value).Sum(zone => zone.Sum.Plots));
            Assert.Equal(numbers, old.Page(all).Marks.Select(mark => mark.Key.Number));
            Assert.Equal(
                old.Plots(all with { Shapes = true }).Count(plot => plot.Shape is not null),
                old.Plots(all with { Box = new(-180, -90, 180, 90) }).Count()
            );
        }

        using var store = GeoPackageStore.Open(path, StoreMode.Write);
        var plot = store.Plots(new() { Shapes = true }).First();
        using (var import = store.BeginImport())
        {
            import.Put(plot with { EnteredOn = new(2026, 6, 30) });
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        }

        Assert.Equal(new DateOnly(2026, 6, 30), Assert.Single(store.Find(plot.Number)).EnteredOn);
        Assert.DoesNotContain(
            plot.Number,
            store.Plots(new() { On = new(2026, 6, 29) }).Select(listed => listed.Number)
        );
        Assert.Contains(plot.Number, store.Plots(new() { On = new(2026, 6, 30) }).Select(listed => listed.Number));
        Assert.Equal("11", Tool.Sql(path, "SELECT max(version) FROM store_version"));
        Tool.Validate(path);
    }

    [Fact]
    public void A_disk_that_is_full_leaves_no_half_list()
    {
        Store.Dispose();
        using var store = GeoPackageStore.Open(_folder["store.gpkg"], StoreMode.Write);
        store.PageLimit = (int)(new FileInfo(_folder["store.gpkg"]).Length / StoreFile.PageBytes);

        var trouble = Assert.Throws<StoreException>(() =>
            new ListBook(store).Issue(
                new()
                {
                    Who = "王办",
                    Reason = new('长', 9_999),
                    Judge = () => Judged(store),
                },
                new() { At = Now }
            )
        );

        Assert.Equal("full", trouble.Code);
        Assert.Empty(store.Lists.Rows());
        Assert.Equal(0, store.Ledger.Head().Number);
    }

    protected override void Sql(string sql) => Tool.Sql(_folder["store.gpkg"], string.Format(null, sql, ""));

    protected override void Unguard() => Sql("DROP TRIGGER ledger_kept; DROP TRIGGER ledger_kept_as_it_is");

    protected override string Literal(string text) => $"X'{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}'";

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }
}
