using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;
using LandLedger.Stores.Contract;
using SQLitePCL;

namespace LandLedger.GeoPackage.Tests;

/// <summary>A stamp is that of what readers see, whatever the files look like meanwhile.</summary>
public sealed class StampTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["park.gpkg"];

    private string Log => Path + "-wal";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_another_program_has_written_and_not_committed_changes_no_stamp()
    {
        Make(plots: 300);
        using var store = GeoPackageStore.Open(Path, StoreMode.Read);
        using var other = Other();
        // Room for a few pages only: the others are in the log before the commit.
        other.Execute("PRAGMA cache_size = 5; UPDATE plots SET holder = '甲'");
        var (stamp, log) = (store.Stamp(), new FileInfo(Log).Length);
        other.Execute("BEGIN IMMEDIATE; UPDATE plots SET holder = '乙', remark = hex(randomblob(500))");
        Assert.InRange(new FileInfo(Log).Length, log + 100_000, long.MaxValue);

        Assert.Equal(stamp, store.Stamp());
        Assert.Equal("甲", store.Plots(new() { Limit = 1 }).Single().Holder);
        other.Execute("COMMIT");
        Assert.NotEqual(stamp, store.Stamp());
        Assert.Equal("乙", store.Plots(new() { Limit = 1 }).Single().Holder);
    }

    /// <summary>As a commit looks to whoever comes between its writing to the log and its showing to readers, on a clock that ticks slowly.</summary>
    [Fact]
    public void A_commit_that_leaves_length_and_time_of_the_files_as_they_were_changes_the_stamp()
    {
        Make(plots: 3);
        using var store = GeoPackageStore.Open(Path, StoreMode.Read);
        using var other = Other();
        var stamps = new HashSet<string>();
        var time = new DateTime(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc);
        var lengths = new List<long>();
        foreach (var holder in (string[])["甲", "乙", "丙", "丁"])
        {
            other.Execute($"UPDATE plots SET holder = '{holder}'");
            // The next commit begins the log anew and is as long as this one.
            other.Execute("PRAGMA wal_checkpoint(RESTART)");
            foreach (var file in (string[])[Path, Log])
                File.SetLastWriteTimeUtc(file, time);
            lengths.Add(new FileInfo(Log).Length);
            Assert.True(stamps.Add(store.Stamp()), holder);
            Assert.Equal(holder, store.Plots(new() { Limit = 1 }).Single().Holder);
        }
        Assert.Single(lengths.Distinct());
    }

    /// <summary>Readers of an empty log read the file, into which a log that is emptied again has been folded.</summary>
    [Fact]
    public void A_log_that_is_empty_again_is_another_state()
    {
        Make(plots: 1);
        using var store = GeoPackageStore.Open(Path, StoreMode.Read);
        var first = store.State();
        Assert.Equal(first, store.State());
        using (var other = Other())
            other.Execute("UPDATE plots SET holder = '甲'; PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.Equal(0, new FileInfo(Log).Length);
        Assert.NotEqual(first, store.State());
    }

    /// <summary>QGIS takes the log away when it closes a file.</summary>
    [Fact]
    public void A_file_without_log_tells_its_commits_whatever_length_and_time_say()
    {
        Make(plots: 3);
        using (var last = Other())
            Assert.Equal("delete", ModeOf(last, "PRAGMA journal_mode = DELETE"));
        using var store = GeoPackageStore.Open(Path, StoreMode.Read);
        using var other = Other();
        var states = new HashSet<string>();
        var lengths = new HashSet<long>();
        foreach (var holder in (string[])["甲", "乙", "丙", "丁"])
        {
            other.Execute($"UPDATE plots SET holder = '{holder}'");
            File.SetLastWriteTimeUtc(Path, new DateTime(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc));
            lengths.Add(new FileInfo(Path).Length);
            var state = store.State();
            Assert.NotNull(state);
            Assert.True(states.Add(state), holder);
            Assert.Equal(state, store.State());
            using var page = store.Page(new() { Limit = 1 });
            Assert.Equal(state, page.State);
            Assert.Equal(holder, page.Read(page.Marks)!.Single().Holder);
        }
        Assert.Single(lengths);
        Assert.Equal("delete", ModeOf(other, "PRAGMA journal_mode"));
    }

    [Fact]
    public void A_stamp_costs_no_look_at_plots()
    {
        Make(plots: 300);
        using var store = GeoPackageStore.Open(Path, StoreMode.Read);
        long first,
            length;
        using (var other = Other())
        {
            first = other.Number("SELECT rootpage FROM sqlite_master WHERE name = 'plots'")!.Value;
            length = other.Number("PRAGMA page_size")!.Value;
        }
        using (var file = File.OpenWrite(Path))
        {
            file.Position = (first - 1) * length;
            file.Write(new byte[length]);
        }

        Assert.Equal(store.Stamp(), store.Stamp());
        Assert.Equal("damaged", Assert.Throws<StoreException>(() => store.Plots(PlotQuery.All).Count()).Code);
    }

    private void Make(int plots)
    {
        using var store = GeoPackageStore.Open(Path, StoreMode.Create);
        using var import = store.BeginImport();
        for (var i = 0; i < plots; i++)
            import.Put(SamplePlots.At($"{i:000}", 119 + (i * 0.01), 28));
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
    }

    private static string ModeOf(Connection connection, string sql)
    {
        var mode = connection[sql];
        _ = mode.Step();
        var name = mode.Text(0);
        mode.Reset();
        return name;
    }

    private Connection Other()
    {
        var other = Connection.Open(Path, raw.SQLITE_OPEN_READWRITE, TimeSpan.FromSeconds(5));
        SpatialIndex.AddFunctions(other);
        return other;
    }
}
