using LandLedger.Import;
using LandLedger.PostGis.Cluster;
using LandLedger.Stores.Contract;

namespace LandLedger.PostGis.Tests;

public sealed class PostGisStoreContractTests : PlotStoreContract
{
    private string? _address;

    protected override IPlotStore Create()
    {
        _address = Databases.Store();
        return PostGisStore.Open(DatabaseAddress.Parse(_address), StoreMode.Write);
    }

    protected override IPlotStore OpenAgain()
    {
        _ = Store;
        return PostGisStore.Open(DatabaseAddress.Parse(_address!), StoreMode.Write, TimeSpan.FromMilliseconds(50));
    }

    /// <summary>The server is asked once: what it has changed since is not in the way.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Plots_that_came_with_their_marks_are_not_asked_for_again(bool whole)
    {
        Put(SamplePlots.Bare("A") with { Holder = "甲" });
        using var reader = OpenAgain();
        using var page = reader.Page(new() { Limit = 10 }, whole);
        Put(SamplePlots.Bare("A") with { Holder = "乙" });

        Assert.Equal(whole ? ["甲"] : null, page.Read(page.Marks)?.Select(plot => plot.Holder));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (_address is not null)
            Databases.Drop(_address);
    }
}
