using LandLedger.Acreage;
using LandLedger.Import;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>Plots added up by zone.</summary>
public abstract partial class PlotStoreContract
{
    [Fact]
    public void Zones_are_told_by_county_with_the_plots_that_name_none_and_exact_sums()
    {
        var ended = SamplePlots.At("ended", 1, 1) with { Zone = "东", EndedOn = new(2025, 1, 1) };
        Put(
            SamplePlots.At("1", 119.123456789, 28.1) with
            {
                Zone = "东",
                StatedArea = Area.FromMu(0.1m),
                Measured = new(Area.FromMu(10.0001m), "EPSG:4549", Area.FromMu(10.0002m)),
            },
            SamplePlots.At("2", 119.2, 28.3) with
            {
                Zone = "东",
                StatedArea = Area.FromMu(0.2m),
            },
            SamplePlots.Bare("3") with
            {
                Zone = "东",
            },
            SamplePlots.Bare("4") with
            {
                StatedArea = Area.FromMu(7),
            },
            SamplePlots.Bare("5", "") with
            {
                Zone = "A",
            },
            SamplePlots.At("6", 115, 25, "360700") with
            {
                Zone = "东",
            },
            ended
        );

        Assert.Equal(
            [
                new(new("", "A"), new(1, default, 1, default, 1), 1, null),
                new(
                    new("331100", "东"),
                    new(3, Area.FromMu(0.3m), 1, Area.FromMu(10.0001m), 2),
                    1,
                    new Box(119.123456789, 28.1, 119.2 + 0.001, 28.3 + 0.001)
                ),
                new(new("331100", null), new(1, Area.FromMu(7), 0, default, 1), 1, null),
                new(new("360700", "东"), new(1, default, 1, default, 1), 0, new Box(115, 25, 115 + 0.001, 25 + 0.001)),
            ],
            Store.Zones(new(2025, 1, 1))
        );
        Assert.Equal(
            4,
            Store.Zones(new(2024, 12, 31)).Single(zone => zone.Key is { County: "331100", Zone: "东" }).Sum.Plots
        );
    }

    [Fact]
    public void An_empty_store_has_no_zone_and_a_sum_that_is_called_off_stops()
    {
        Assert.Empty(Store.Zones(new(2025, 1, 1)));
        Put(Row(10));
        Assert.Throws<OperationCanceledException>(() => Store.Zones(new(2025, 1, 1), new(canceled: true)));
    }
}
