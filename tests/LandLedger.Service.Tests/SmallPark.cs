using System.Text;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Service.Tests;

/// <summary>Plots made for the tests: squares of 0.001° in a row along 28.4° north, every tenth of a degree from 119° east.</summary>
internal static class SmallPark
{
    /// <summary>P-001 and on. Each third is in the reserve, the others are approved and not yet supplied.</summary>
    public static Action<IPlotStore> Of(int count) =>
        store =>
        {
            using var import = store.BeginImport();
            for (var i = 0; i < count; i++)
                import.Put(Plot(i));
            import.Commit(DateTimeOffset.UnixEpoch, [], new ImportReport { Outcome = ImportOutcome.Done, Files = [] });
        };

    public static Plot Plot(int index, string county = "331100") =>
        new()
        {
            Number = $"P-{index + 1:000}",
            County = county,
            Zone = index % 2 == 0 ? "东区" : "西区",
            Stage = index % 3 == 0 ? SupplyStage.Reserve : SupplyStage.Approved,
            StatedArea = Area.FromMu(10.5m),
            Shape = Square(119 + (index * 0.1), 28.4),
        };

    public static PlotShape Square(double west, double south)
    {
        const double Size = 0.001;
        double[] ring = [west, south, west + Size, south, west + Size, south + Size, west, south + Size, west, south];
        using var bytes = new MemoryStream();
        using var wkb = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true);
        wkb.Write((byte)1);
        wkb.Write(3);
        wkb.Write(1);
        wkb.Write(ring.Length / 2);
        foreach (var value in ring)
            wkb.Write(value);
        return new(bytes.ToArray(), "EPSG:4490", west, south, west + Size, south + Size);
    }
}
