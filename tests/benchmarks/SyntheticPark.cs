using System.Globalization;
using System.Text;
using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Benchmarks;

/// <summary>
/// Plots on a grid of 3° zone 38, six corners each, with facts that hit every class, none of them later than <see cref="Known"/>.
/// A county is 55 km by 9 km. Plot i is the same on every run and machine.
/// </summary>
internal static class SyntheticPark
{
    private const int PlotsARow = 500;
    private const int PlotsACounty = 50_000;
    private static readonly DateOnly Epoch = new(2015, 1, 1);

    /// <summary>The day that the facts stand for.</summary>
    private static readonly DateOnly Known = new(2026, 6, 30);
    private static readonly string[] Uses =
    [
        "工业用地",
        "工业用地",
        "工业用地",
        "仓储用地",
        "商服用地",
        "城镇住宅用地",
    ];
    private static readonly string[] Zones = ["东区", "西区", "南区", "北区"];

    public static Plot At(int i)
    {
        var random = new Random(i);
        var ring = Ring(i, random);
        var issues = new List<ImportIssue>();
        var boundary = BoundaryBuilder.Build(
            new(
                "Polygon",
                [
                    [ring],
                ]
            ),
            CrsTable.Find("EPSG:4526")!,
            new("synthetic", i, null),
            issues
        )!;
        return Facts(i, random, boundary);
    }

    public static double[] RingInDegrees(int i)
    {
        var ring = Ring(i, new Random(i));
        CrsTable.Find("EPSG:4526")!.ToLonLat(ring);
        return ring;
    }

    /// <summary>Easting and northing of zone 38, in turn; not closed.</summary>
    public static double[] Ring(int i) => Ring(i, new Random(i));

    /// <summary>Known scalar facts by field, as a ledger would write them.</summary>
    public static IEnumerable<(Field Field, string Text)> Cells(Plot plot) =>
        PlotFields.All.Select(field => (field, field.Of(plot).ToString())).Where(cell => cell.Item2.Length > 0);

    private static double[] Ring(int i, Random random)
    {
        var west = 38_420_000 + i % PlotsARow * 110.0;
        var south = 2_850_000 + i / PlotsARow * 90.0;
        double Off() => Math.Round(random.NextDouble() * 4, 3);
        return
        [
            west + Off(),
            south + Off(),
            west + 50 + Off(),
            south + Off(),
            west + 100 + Off(),
            south + Off(),
            west + 100 + Off(),
            south + 80 + Off(),
            west + 45 + Off(),
            south + 80 + Off(),
            west + Off(),
            south + 80 + Off(),
        ];
    }

    private static Plot Facts(int i, Random random, Boundary boundary)
    {
        var signed = Epoch.AddDays(random.Next(3650));
        var start = signed.AddMonths(6);
        var begun = random.Next(10) > 2;
        var completed = begun && random.Next(10) > 3 && start.AddDays(1000) <= Known;
        var begunOn = start.AddDays(random.Next(600));
        begun &= begunOn <= Known;
        completed &= begun;
        var stopped = begun && !completed && begunOn.Year < 2026 && random.Next(2) == 0;
        var stated = Area.FromMu(Rounding.HalfUp(boundary.Area.Plane.Mu, 2));
        var use = Uses[random.Next(Uses.Length)];
        return new()
        {
            Number = "P" + i.ToString("D7", CultureInfo.InvariantCulture),
            County = (360700 + i / PlotsACounty).ToString(CultureInfo.InvariantCulture),
            Name = "项目" + (i % 5000).ToString(CultureInfo.InvariantCulture),
            Zone = Zones[i % 4],
            Holder = "企业" + (i % 20_000).ToString(CultureInfo.InvariantCulture),
            Stage = SupplyStage.Supplied,
            GrantedUse = LandUses.Find(use, null),
            ActualUse = random.Next(20) == 0 ? LandUses.Find("商服用地", null) : LandUses.Find(use, null),
            UseChangeApproved = random.Next(4) switch
            {
                0 => true,
                1 => null,
                _ => false,
            },
            StatedArea = stated,
            Measured = boundary.Area,
            Shape = boundary.Shape,
            Grant = new()
            {
                SignedOn = signed,
                Price = Money.FromWanYuan(100 + random.Next(900)),
                AgreedStart = random.Next(50) == 0 ? null : start,
                AgreedCompletion = start.AddYears(2),
                ActualDelivery = signed.AddMonths(2),
                AgreedInvestment = Money.FromWanYuan(2000 + random.Next(8000)),
            },
            Progress = new()
            {
                Begun = begun,
                BegunOn = begun ? begunOn : null,
                DevelopedArea = Area.FromMu(Rounding.HalfUp(stated.Mu * random.Next(10, 100) / 100, 2)),
                DevelopableArea = stated,
                Invested = Money.FromWanYuan(random.Next(5000)),
                TotalInvestment = Money.FromWanYuan(5000),
                Suspended = stopped,
                SuspendedOn = stopped && random.Next(3) > 0 && start.AddDays(700) <= Known ? start.AddDays(700) : null,
                Completed = completed,
                CompletedOn = completed ? start.AddDays(900) : null,
                InProduction = completed,
                InProductionOn = completed ? start.AddDays(1000) : null,
            },
            Premises = new()
            {
                FloorArea = completed ? Area.FromMu(Rounding.HalfUp(stated.Mu * random.Next(5, 25) / 10, 2)) : null,
                FixedInvestment = Money.FromWanYuan(random.Next(9000)),
                AboveScale = random.Next(2) == 0,
            },
            Years = completed
                ?
                [
                    new()
                    {
                        Year = 2025,
                        Tax = Money.FromWanYuan(random.Next(200)),
                        Output = Money.FromWanYuan(random.Next(4000)),
                    },
                ]
                : [],
        };
    }
}
