using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Tests.Filters;
using LandLedger.Import;
using LandLedger.Stores.Contract;
using SQLitePCL;

namespace LandLedger.GeoPackage.Tests;

/// <summary>What a page in a box costs: about what is on it, however many plots the box holds.</summary>
public sealed class BoxSearchTests : IDisposable
{
    private const int Plots = 20_000;
    private static readonly Box All = new(100, 0, 140, 60);

    /// <summary>By number the last fifth of the plots.</summary>
    private static readonly Box North = new(100, 21.6, 140, 60);

    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public BoxSearchTests()
    {
        var path = _folder["park.gpkg"];
        using (var store = GeoPackageStore.Open(path, StoreMode.Create))
        using (var import = store.BeginImport())
        {
            for (var i = 0; i < Plots; i++)
                import.Put(SamplePlots.At($"{i:00000}", 119 + (i % 100 * 0.01), 20 + (i / 100 * 0.01)));
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        }
        _session = StoreFile.OpenSession(path, TimeSpan.Zero);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("zone IS NULL")]
    public void A_page_of_a_box_that_holds_much_costs_what_is_on_it(string filter)
    {
        var wanted = filter.Length == 0 ? null : Read(filter);
        var page = new PlotQuery
        {
            Box = All,
            Filter = wanted,
            Limit = 10,
        };
        var all = Steps(page with { Limit = null });
        Assert.InRange(Steps(page), 1, all / 100);
        Assert.InRange(Steps(page with { After = new("331100", "15000") }), 1, all / 100);
        Assert.InRange(Steps(page with { Limit = 1000 }), all / 40, all / 5);
        // Plots that lie together far behind the beginning are sorted, after a look at a few of those before; then the next page is short.
        var north = page with
        {
            Box = North,
        };
        Assert.InRange(Steps(north), 1, all / 2);
        Assert.InRange(Steps(north with { After = new("331100", "16100") }), 1, all / 100);
        Assert.Equal("16000", Found(north)[0]);
    }

    [Fact]
    public void A_page_of_a_box_that_holds_little_costs_what_the_box_holds()
    {
        var all = Steps(new() { Box = All });
        var few = new PlotQuery { Box = new(119.5, 21.5, 119.55, 21.55), Limit = 10 };
        Assert.InRange(Steps(few), 1, all / 100);
        Assert.Equal(["15050", "15051", "15052"], Found(few)[..3]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" AND (p.zone = 'a')")]
    public void Much_is_met_along_the_key_and_little_is_found_by_the_tree(string filter)
    {
        var along = Plan(BoxSearch.KeySql(filter));
        Assert.Equal("SEARCH p USING INDEX plots_key ((county,plot)>(?,?))", along);
        var found = Plan(BoxSearch.TreeSql(filter));
        Assert.Contains("SCAN r VIRTUAL TABLE INDEX 2:", found, StringComparison.Ordinal);
        Assert.Contains("SEARCH p USING INTEGER PRIMARY KEY (rowid=?)", found, StringComparison.Ordinal);
        Assert.Contains("VIRTUAL TABLE INDEX 2:", Plan(BoxSearch.CountSql), StringComparison.Ordinal);
        var rows = Plan(PlotCount.RowsSql);
        Assert.DoesNotContain("SCAN p", rows, StringComparison.Ordinal);
        Assert.Contains("SEARCH p", rows, StringComparison.Ordinal);
    }

    /// <summary>The header of an outline need not have its box; then only the tree knows it.</summary>
    [Fact]
    public void Outlines_that_another_program_wrote_without_box_are_met_along_the_key_too()
    {
        using (var other = Sqlite.Connection.Open(_folder["park.gpkg"], raw.SQLITE_OPEN_READWRITE, TimeSpan.Zero))
        {
            SpatialIndex.AddFunctions(other);
            other.Execute(
                """
                UPDATE plots SET geom = CAST(X'47500001' || substr(geom, 5, 4) || substr(geom, 41) AS BLOB)
                WHERE plot IN ('00001', '00002');
                UPDATE plots SET geom = NULL WHERE plot = '00003';
                """
            );
        }
        var page = new PlotQuery { Box = new(119.015, 0, 140, 60), Limit = 3 };
        Assert.Equal(["00002", "00004", "00005"], Found(page));
    }

    private List<string> Found(PlotQuery query) =>
        [
            .. MarkedPlots
                .Found(_session.Connection, query, TestContext.Current.CancellationToken)
                .Take(query.Limit ?? int.MaxValue)
                .Select(mark => mark.Key.Number),
        ];

    /// <summary>Of the machine that SQLite runs statements on, in tens.</summary>
    private int Steps(PlotQuery query)
    {
        var steps = 0;
        raw.sqlite3_progress_handler(
            _session.Connection.Handle,
            10,
            _ =>
            {
                steps++;
                return 0;
            },
            null
        );
        _ = Found(query);
        raw.sqlite3_progress_handler(_session.Connection.Handle, 0, null, null);
        return steps;
    }

    private string Plan(string sql)
    {
        using var statement = _session.Connection.Prepare("EXPLAIN QUERY PLAN " + sql);
        var steps = new List<string>();
        while (statement.Step())
            steps.Add(statement.Text(3));
        return string.Join('\n', steps);
    }

    private static BoundFilter Read(string filter) =>
        BoundFilter.Of(FilteredTable.Read(filter), PlotQueryables.All, CrsTable.LonLat).Value!;
}
