using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.GeoPackage.Reading;
using LandLedger.Import;
using LandLedger.Stores.Contract;

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
            import.Put(SamplePlots.At("P", 119, 28), null);
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
    [InlineData("S_INTERSECTS(geometry, BBOX(119,28,119.1,28.1))", false)]
    [InlineData("holder LIKE '%轴承%' AND S_WITHIN(geometry, BBOX(119,28,119.1,28.1))", false)]
    [InlineData("holder = '丽水某轴承有限公司' AND stated_mu > 50", true)]
    public void An_attribute_and_a_box_are_answered_by_the_tree(string filter, bool inBox)
    {
        var plan = Plan(filter, inBox);
        Assert.Contains(ByTree, plan, StringComparison.Ordinal);
        Assert.Contains("VIRTUAL TABLE INDEX 2:", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("holder = '丽水某轴承有限公司'", "plots_key ((county,plot)>(?,?))")]
    [InlineData("county = '331100' AND stated_mu > 50", "plots_key (county=?")]
    public void An_attribute_alone_is_answered_along_the_key(string filter, string index)
    {
        var plan = Plan(filter, inBox: false);
        Assert.Contains("SEARCH p USING INDEX " + index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void All_plots_are_counted_by_the_key_and_those_that_have_ended_by_their_index()
    {
        var plan = Explained(PlotCount.AllSql);
        Assert.Contains("USING COVERING INDEX plots_", plan, StringComparison.Ordinal);
        Assert.Contains("USING COVERING INDEX plots_ended (ended_on>? AND ended_on<?)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN plots\n", plan + "\n", StringComparison.Ordinal);
    }

    private string Plan(string filter, bool inBox)
    {
        var bound = BoundFilter.Of(FilteredTable.Read(filter), PlotQueryables.All, CrsTable.LonLat).Value!;
        return Explained(FilterSearch.Sql(FilterSearch.Compile(bound).Value!, inBox));
    }

    private string Explained(string sql)
    {
        using var statement = _session.Connection.Prepare("EXPLAIN QUERY PLAN " + sql);
        var steps = new List<string>();
        while (statement.Step())
            steps.Add(statement.Text(3));
        return string.Join('\n', steps);
    }
}
