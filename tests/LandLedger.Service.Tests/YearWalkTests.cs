using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Walk;

namespace LandLedger.Service.Tests;

/// <summary>The story of a year against a started service.</summary>
public sealed class YearWalkTests
{
    [Fact]
    public async Task A_year_goes_from_the_first_register_to_its_figures()
    {
        var clock = new WalkClock();
        clock.Reach(new(2026, 6, 30));
        await using var service = await RunningService.StartAsync(o => o with { Clock = clock, MaxFiles = 20 });
        var walker = new HttpWalker(service);
        var year = new YearWalk(walker, clock, TestFiles.Root);
        await year.WalkAsync();
        await new YearFigures(walker, year, TestFiles.Root).HoldAsync();

        using var store = GeoPackageStore.Open(service.StorePath, StoreMode.Read);
        Assert.Empty(LedgerCheck.Faults(store.Ledger, null, (_, _) => { }));
        Assert.Empty(ProjectionCheck.Faults(store));
    }
}
