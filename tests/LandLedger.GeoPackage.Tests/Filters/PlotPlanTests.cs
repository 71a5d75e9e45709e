using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;
using LandLedger.Stores.Contract;
using SQLitePCL;

namespace LandLedger.GeoPackage.Tests.Filters;

/// <summary>How SQLite answers filters of plots: by the tree where a geometry is asked for, else along the key, never sorted.</summary>
public sealed class PlotPlanTests : IDisposable
{
    private const string ByTree = "SEARCH p USING INTEGER PRIMARY KEY (rowid=?)";

    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public PlotPlanTests()
    {
        var path = _folder["park.gpkg"];
        using (var store = GeoPackageStore.Open(path, StoreMode.Create))
        using (var import = store.BeginImport())
        {
            import.Put(SamplePlots.At("P", 119, 28));
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = Import.ImportOutcome.Done, Files = [] });
        }
        _session = StoreFile.OpenSession(path, TimeSpan.Zero);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("S_INTERSECTS(geometry, BBOX(119,28,119.1,28.1))")]
    [InlineData("holder LIKE '%轴承%' AND S_WITHIN(geometry, BBOX(119,28,119.1,28.1))")]
    [InlineData("zone = '东区' AND S_WITHIN(geometry, BBOX(119,28,119.1,28.1))")]
    public void An_attribute_and_a_geometry_are_answered_by_the_tree(string filter)
    {
        var plan = Plan(filter, inBox: false);
        Assert.Contains(ByTree, plan, StringComparison.Ordinal);
        Assert.Contains("VIRTUAL TABLE INDEX 2:", plan, StringComparison.Ordinal);
    }

    /// <summary>By the tree where the box holds few, along the key where it holds many; see BoxSearchTests.</summary>
    [Theory]
    [InlineData("zone = '东区'")]
    [InlineData("county = '331100'")]
    [InlineData("granted_use = '工业用地'")]
    [InlineData("stated_mu > 50 AND holder LIKE '%轴承%'")]
    public void An_attribute_and_a_box_are_answered_by_the_tree_or_along_the_key(string filter)
    {
        var sql = " AND " + Compiled(filter).Sql;
        Assert.False(Compiled(filter).HasIndex);
        var few = Explained(BoxSearch.TreeSql(sql));
        Assert.Contains(ByTree, few, StringComparison.Ordinal);
        Assert.Contains("SCAN r VIRTUAL TABLE INDEX 2:", few, StringComparison.Ordinal);
        Assert.Equal("SEARCH p USING INDEX plots_key ((county,plot)>(?,?))", Explained(BoxSearch.KeySql(sql)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_plots_of_a_holder_are_found_by_his_name_in_order_of_their_key(bool inBox)
    {
        const string Filter = "holder = '丽水某轴承有限公司' AND stated_mu > 50";
        Assert.True(Compiled(Filter).HasIndex);
        var plan = Plan(Filter, inBox);
        Assert.Contains("plots_holder (holder=? AND (county,plot)>(?,?))", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zone = '东区'", "plots_key ((county,plot)>(?,?))")]
    [InlineData("granted_use = '工业用地'", "plots_key ((county,plot)>(?,?))")]
    [InlineData("county = '331100' AND stated_mu > 50", "plots_key (county=?")]
    public void An_attribute_alone_is_answered_along_the_key(string filter, string index)
    {
        var plan = Plan(filter, inBox: false);
        Assert.Contains("SEARCH p USING INDEX " + index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    /// <summary>A file of an earlier program lacks the index of holders.</summary>
    [Fact]
    public void An_import_makes_the_index_of_holders_where_there_is_none()
    {
        const string Indexes = "SELECT count(*) FROM sqlite_master WHERE name = 'plots_holder'";
        var path = _folder["park.gpkg"];
        using (var other = Connection.Open(path, raw.SQLITE_OPEN_READWRITE, TimeSpan.Zero))
            other.Execute("DROP INDEX plots_holder");
        Assert.Equal(0, _session.Connection.Number(Indexes));
        using (var store = GeoPackageStore.Open(path, StoreMode.Write))
        using (var import = store.BeginImport())
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = Import.ImportOutcome.Done, Files = [] });
        Assert.Equal(1, _session.Connection.Number(Indexes));
    }

    [Fact]
    public void All_plots_are_counted_by_the_key_and_those_that_have_ended_by_their_index()
    {
        var plan = Explained(PlotCount.AllSql);
        Assert.Contains("USING COVERING INDEX plots_", plan, StringComparison.Ordinal);
        Assert.Contains("USING COVERING INDEX plots_ended (ended_on>? AND ended_on<?)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN plots\n", plan + "\n", StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_day_those_that_enter_later_are_counted_by_their_index_alone()
    {
        var plan = Explained(PlotCount.AllOnSql);
        Assert.Contains("USING COVERING INDEX plots_ended (ended_on>? AND ended_on<?)", plan, StringComparison.Ordinal);
        Assert.Contains("USING COVERING INDEX plots_entered (entered_on>?)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN plots\n", plan + "\n", StringComparison.Ordinal);
    }

    private string Plan(string filter, bool inBox) => Explained(FilterSearch.Sql(Compiled(filter), inBox));

    private static SqlFilter Compiled(string filter) => FilterSearch.Compile(Read(filter)).Value!;

    private static BoundFilter Read(string filter) =>
        BoundFilter.Of(FilteredTable.Read(filter), PlotQueryables.All, CrsTable.LonLat).Value!;

    private string Explained(string sql)
    {
        using var statement = _session.Connection.Prepare("EXPLAIN QUERY PLAN " + sql);
        var steps = new List<string>();
        while (statement.Step())
            steps.Add(statement.Text(3));
        return string.Join('\n', steps);
    }
}
