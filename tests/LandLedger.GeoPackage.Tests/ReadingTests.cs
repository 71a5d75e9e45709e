using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;
using LandLedger.Stores.Contract;
using SQLitePCL;

namespace LandLedger.GeoPackage.Tests;

/// <summary>What a reader leaves behind: nothing, once nobody reads or writes any more.</summary>
public sealed class ReadingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["park.gpkg"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reading_leaves_the_folder_as_it_was()
    {
        Make();
        var before = State();

        using (var store = GeoPackageStore.Open(Path, StoreMode.Read))
            ReadAll(store);
        using (var store = GeoPackageStore.Open(Path, StoreMode.Read))
            _ = store.Plots(PlotQuery.All).First();

        Assert.Equal(before, State());
    }

    /// <summary>A statement is known by the very text: one that is put together anew for each plot would stay each time.</summary>
    [Fact]
    public void A_session_keeps_no_more_statements_however_many_plots_it_reads_one_by_one()
    {
        Make();
        using var session = StoreFile.OpenSession(Path, TimeSpan.Zero);
        var row = session.Connection.Number("SELECT max(fid) FROM plots")!.Value;
        Assert.NotNull(session.Plots.Row(row, shapes: true));
        var once = Statements(session.Connection);

        for (var i = 0; i < 100; i++)
            Assert.NotNull(session.Plots.Row(row, shapes: true));

        Assert.InRange(Statements(session.Connection), once, once * 2);
    }

    /// <summary>A text that is put together anew each time is the same statement; imports, firms and running numbers are asked for by such.</summary>
    [Fact]
    public void A_session_keeps_no_more_statements_however_often_the_same_is_asked_for()
    {
        Make();
        using var session = StoreFile.OpenSession(Path, TimeSpan.Zero);
        Ask();
        var once = Statements(session.Connection);

        for (var i = 0; i < 100; i++)
            Ask();

        Assert.Equal(once, Statements(session.Connection));

        void Ask()
        {
            Assert.NotEmpty(ImportLog.Read(session.Connection));
            _ = FirmReader.All(session.Connection).Count();
            Assert.Equal(0, RunningNumber.LastOf(session.Connection, 2026, "disposal_lists"));
        }
    }

    /// <summary>Bytes that the statements of a connection take (SQLITE_DBSTATUS_STMT_USED).</summary>
    private static int Statements(Connection connection)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_db_status(connection.Handle, 3, out var bytes, out _, 0));
        return bytes;
    }

    [Fact]
    public void The_last_of_several_readers_cleans_up()
    {
        Make();
        var before = State();
        using (var one = GeoPackageStore.Open(Path, StoreMode.Read))
        {
            using (var other = GeoPackageStore.Open(Path, StoreMode.Read))
                ReadAll(other);
            ReadAll(one);
        }

        Assert.Equal(before, State());
    }

    [Fact]
    public void A_reader_that_closes_disturbs_no_import_under_way()
    {
        Make();
        using (var writing = GeoPackageStore.Open(Path, StoreMode.Write))
        {
            using var import = writing.BeginImport();
            import.Put(SamplePlots.At("late", 119, 28));
            using (var reading = GeoPackageStore.Open(Path, StoreMode.Read))
                ReadAll(reading);
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        }

        using (var store = GeoPackageStore.Open(Path, StoreMode.Read))
            Assert.Single(store.Find("late"));
        Assert.Equal([Path], Directory.GetFiles(_folder[""]));
    }

    private void Make()
    {
        using var store = GeoPackageStore.Open(Path, StoreMode.Create);
        GdalTests.Put(store, [.. GdalTests.Many(3_000)]);
    }

    private static void ReadAll(GeoPackageStore store)
    {
        Assert.Equal(3_000, store.Plots(new() { Shapes = true }).Count());
        Assert.Empty(store.Firms());
        Assert.NotEmpty(store.Imports());
    }

    private List<(string File, DateTime Written, string Content)> State() =>
        [
            .. Directory
                .GetFiles(_folder[""])
                .Order(StringComparer.Ordinal)
                .Select(file =>
                    (
                        file,
                        File.GetLastWriteTimeUtc(file),
                        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))
                    )
                ),
        ];
}
