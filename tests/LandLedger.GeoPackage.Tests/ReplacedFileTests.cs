using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;
using LandLedger.Stores.Contract;
using SQLitePCL;

namespace LandLedger.GeoPackage.Tests;

/// <summary>Another file takes the place of a store that is open, as when somebody moves a new one over it. Windows refuses that.</summary>
public sealed class ReplacedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReplacedFileTests() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there a file that is open keeps its place");

    private string Path => _folder["park.gpkg"];

    private string Aside => _folder["aside.gpkg"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_new_file_is_read_and_nothing_of_the_log_of_the_old_one()
    {
        Make(Path, plots: 3);
        Make(Aside, plots: 500);
        using var store = GeoPackageStore.Open(Path, StoreMode.Write);
        using (var import = Commit(Path, "甲"))
        {
            Assert.Equal("甲", Holder(store));
            Assert.InRange(new FileInfo(Path + "-wal").Length, 1, long.MaxValue);
            File.Move(Aside, Path, overwrite: true);

            Assert.Equal(500, store.Plots(PlotQuery.All).Count());
            Assert.Equal("000", Holder(store));
        }
        Assert.Equal("ok", Tool.Sql(Path, "PRAGMA integrity_check"));
    }

    [Fact]
    public void An_old_file_that_was_moved_aside_has_all_that_was_committed_to_it()
    {
        Make(Path, plots: 3);
        using var store = GeoPackageStore.Open(Path, StoreMode.Write);
        using var other = Commit(Path, "甲");
        File.Move(Path, Aside);
        Assert.Equal("missing", Assert.Throws<StoreException>(() => store.State()).Code);

        // A plain copy, with no log beside it.
        File.Copy(Aside, _folder["copy.gpkg"]);
        using var copy = GeoPackageStore.Open(_folder["copy.gpkg"], StoreMode.Read);
        Assert.Equal("甲", Holder(copy));
        File.Move(Aside, Path);
        Assert.Equal("甲", Holder(store));
    }

    [Fact]
    public void Files_of_equal_length_and_time_have_different_states_and_stamps()
    {
        Make(Path, plots: 3);
        using var store = GeoPackageStore.Open(Path, StoreMode.Read);
        var time = File.GetLastWriteTimeUtc(Path);
        var (state, stamp) = (store.State(), store.Stamp());
        Assert.NotNull(state);
        File.Copy(Path, Aside);
        File.SetLastWriteTimeUtc(Aside, time);
        File.Move(Aside, Path, overwrite: true);

        Assert.NotEqual(state, store.State());
        Assert.NotEqual(stamp, store.Stamp());
        Assert.Equal(store.State(), store.State());
    }

    [Fact]
    public void Who_reads_goes_on_in_the_file_that_he_began_with()
    {
        Make(Path, plots: 3);
        Make(Aside, plots: 2);
        using var store = GeoPackageStore.Open(Path, StoreMode.Read);
        using var page = store.Page(new() { Limit = 3 });
        File.Move(Aside, Path, overwrite: true);

        Assert.Equal(2, store.Plots(PlotQuery.All).Count());
        Assert.Equal(["000", "001", "002"], page.Read(page.Marks)!.Select(plot => plot.Number));
    }

    [Fact]
    public void While_somebody_reads_what_stands_in_the_log_alone_the_store_is_locked()
    {
        Make(Path, plots: 3);
        Make(Aside, plots: 2);
        using var store = GeoPackageStore.Open(Path, StoreMode.Read);
        using var other = Commit(Path, "甲");
        using (var page = store.Page(new() { Limit = 3 }))
        {
            File.Move(Aside, Path, overwrite: true);

            Assert.Equal("locked", Assert.Throws<StoreException>(() => store.State()).Code);
            Assert.All(page.Read(page.Marks)!, plot => Assert.Equal("甲", plot.Holder));
        }
        Assert.Equal(2, store.Plots(PlotQuery.All).Count());
    }

    [Fact]
    public void An_import_goes_into_the_new_file()
    {
        Make(Path, plots: 3);
        Make(Aside, plots: 5);
        using var store = GeoPackageStore.Open(Path, StoreMode.Write);
        _ = store.Plots(PlotQuery.All).Count();
        File.Move(Aside, Path, overwrite: true);
        using (var import = store.BeginImport())
        {
            import.Put(SamplePlots.At("999", 119, 28));
            import.Commit(DateTimeOffset.UnixEpoch, [], Done);
        }

        Assert.Equal(6, store.Plots(PlotQuery.All).Count());
        Assert.Equal("6", Tool.Sql(Path, "SELECT count(*) FROM plots"));
    }

    private static ImportReport Done => new() { Outcome = ImportOutcome.Done, Files = [] };

    private static string? Holder(GeoPackageStore store) => store.Plots(new() { Limit = 1 }).Single().Holder;

    private static void Make(string path, int plots)
    {
        using var store = GeoPackageStore.Open(path, StoreMode.Create);
        using var import = store.BeginImport();
        for (var i = 0; i < plots; i++)
            import.Put(SamplePlots.At($"{i:000}", 119 + (i * 0.01), 28) with { Holder = $"{i:000}" });
        import.Commit(DateTimeOffset.UnixEpoch, [], Done);
    }

    /// <summary>A commit of another program that stays in the log; it holds the file open.</summary>
    private static Connection Commit(string path, string holder)
    {
        var other = Connection.Open(path, raw.SQLITE_OPEN_READWRITE, TimeSpan.FromSeconds(5));
        SpatialIndex.AddFunctions(other);
        other.Execute($"PRAGMA wal_autocheckpoint = 0; UPDATE plots SET holder = '{holder}'");
        return other;
    }
}
