using System.Buffers.Binary;
using LandLedger.Fields;
using LandLedger.Geometry;

namespace LandLedger.Stores.Contract;

/// <summary>Plots made for store tests: a full one, bare ones, and a square outline anywhere.</summary>
public static class SamplePlots
{
    /// <summary>Every property holds something, and no two the same.</summary>
    public static Plot Full(string number = "A-1", string county = "331100") =>
        new()
        {
            Number = number,
            County = county,
            ParcelCodes = ["331100001001GB00001", "331100001001GB00002"],
            Name = "年产 10 万套轴承项目",
            Zone = "水阁片区",
            Town = "水阁街道",
            Location = "绿谷大道 1 号",
            Holder = "丽水某轴承有限公司",
            CreditCode = "91331100MA00000001",
            Stage = SupplyStage.Supplied,
            GrantedUse = LandUses.Find("工业用地", "0601"),
            ActualUse = LandUses.Find("物流仓储用地", "0602"),
            ChangedArea = Area.FromMu(3.25m),
            UseChangeApproved = false,
            StatedArea = Area.FromSquareMetres(33_333.3333m),
            Measured = new(Area.FromSquareMetres(33_330.1234m), "EPSG:4549", Area.FromSquareMetres(33_331.9876m)),
            Shape = Square(119.9, 28.4, 0.001, "EPSG:4549"),
            Grant = Grant(),
            Progress = Progress(),
            Premises = Premises(),
            Charges =
            [
                new() { Mortgagee = "无证号的抵押权人" },
                new()
                {
                    Certificate = "赣（2022）不动产证明第0000117号",
                    Mortgagee = "青垅示例农村商业银行",
                    RegisteredOn = new(2022, 3, 15),
                    ReleasedOn = new(2026, 6, 30),
                    Area = Area.FromMu(12.3456m),
                    Secured = Money.FromYuan(8_450_000.25m),
                },
            ],
            Delays =
            [
                new()
                {
                    Kind = DelayKind.LateDelivery,
                    From = new(2020, 1, 1),
                    To = new(2020, 6, 30),
                    Established = true,
                    Evidence = "交地确认书",
                },
                new() { Kind = DelayKind.Unknown, From = new(2021, 3, 1) },
            ],
            Years =
            [
                new()
                {
                    Year = 2022,
                    Tax = Money.FromYuan(1_234_567.8901m),
                    Output = Money.FromWanYuan(5_000.12m),
                    Revenue = Money.FromYuan(0),
                    AddedValue = Money.FromYuan(-12.34m),
                    KilowattHours = 987_654.321m,
                },
                new() { Year = 2023, Basis = YearBasis.Shared },
            ],
            EnteredOn = new(2018, 11, 30),
            EndedOn = new(2024, 2, 29),
            Remark = "一行\n两行，“引号” 'a' 𠮷",
        };

    /// <summary>Only what a plot must have.</summary>
    public static Plot Bare(string number, string county = "331100") => new() { Number = number, County = county };

    public static Plot At(string number, double west, double south, string county = "331100") =>
        Bare(number, county) with
        {
            Shape = Square(west, south, 0.001),
        };

    public static PlotShape Square(double west, double south, double size, string surveyCrs = "EPSG:4490")
    {
        double[] ring = [west, south, west + size, south, west + size, south + size, west, south + size, west, south];
        return new(Polygon(ring), surveyCrs, west, south, west + size, south + size);
    }

    public static PlotShape TwoSquares(double west, double south, double size, double apart)
    {
        var first = Square(west, south, size);
        var second = Square(west + apart, south, size);
        byte[] wkb = [1, 6, 0, 0, 0, 2, 0, 0, 0, .. first.Wkb.Span, .. second.Wkb.Span];
        return first with { Wkb = wkb, East = second.East };
    }

    private static byte[] Polygon(double[] ring)
    {
        var wkb = new byte[13 + (8 * ring.Length)];
        wkb[0] = 1;
        wkb[1] = 3;
        wkb[5] = 1;
        wkb[9] = (byte)(ring.Length / 2);
        for (var i = 0; i < ring.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(wkb.AsSpan(13 + (8 * i)), ring[i]);
        return wkb;
    }

    private static Grant Grant() =>
        new()
        {
            SupervisionNumber = "3311002019B00001",
            ContractNumber = "3311002019A21001",
            SupplyWay = "挂牌出让",
            SignedOn = new(2019, 3, 1),
            Price = Money.FromWanYuan(1_234.5678m),
            TermYears = 50,
            AgreedDelivery = new(2019, 4, 1),
            ActualDelivery = new(2019, 5, 2),
            AgreedStart = new(2019, 10, 1),
            AgreedCompletion = new(2021, 10, 1),
            FloorAreaRatioMin = 1.2m,
            FloorAreaRatioMax = 2.05m,
            AgreedInvestment = Money.FromWanYuan(15_000),
            AgreedTaxPerMu = 200_000.55m,
            ApprovedBy = "丽水市人民政府",
            Supplements =
            [
                new()
                {
                    SignedOn = new(2020, 1, 5),
                    AgreedStart = new(2020, 10, 1),
                    AgreedCompletion = new(2022, 10, 1),
                    Reason = "疫情",
                },
                new() { AgreedStart = new(2021, 1, 1) },
            ],
        };

    private static Progress Progress() =>
        new()
        {
            ObservedOn = new(2023, 12, 31),
            Permit = true,
            PermitOn = new(2020, 9, 1),
            Begun = true,
            BegunOn = new(2020, 9, 15),
            Foundation = FoundationKind.Piled,
            PitShare = 0.5m,
            PilesDriven = 120,
            PilesTotal = 300,
            FoundationShare = 0.3333m,
            DevelopedArea = Area.FromMu(15.5m),
            DevelopableArea = Area.FromMu(50),
            Invested = Money.FromYuan(12_345_678.9m),
            TotalInvestment = Money.FromYiYuan(1.5m),
            Suspended = true,
            SuspendedOn = new(2021, 6, 1),
            ResumedOn = new(2022, 6, 1),
            Completed = false,
            CompletedOn = new(2023, 1, 1),
            InProduction = false,
            InProductionOn = new(2023, 2, 1),
        };

    private static Premises Premises() =>
        new()
        {
            FloorArea = Area.FromMu(60.75m),
            Footprint = Area.FromMu(20.125m),
            FloorAreaRatio = 1.215m,
            Safety = SafetyGrade.B,
            Sector = "3451",
            ProhibitedSector = false,
            SafetyOrEnvironmentFailed = true,
            AboveScale = true,
            StrategicSector = false,
            PowerUseAbnormal = true,
            FixedInvestment = Money.FromYuan(98_765_432.1m),
            AssessedValue = Money.FromYuan(87_654_321),
        };
}
