namespace LandLedger.Fields;

/// <summary>Where the scalar facts of a plot come from: a row of a file laid over what was known, or a row of a store.</summary>
public abstract class FactSource
{
    public abstract string? Text(Field field);

    public abstract decimal? Number(Field field);

    public abstract DateOnly? Date(Field field);

    public abstract bool? Flag(Field field);

    public Area? Area(Field field) => Number(field) is { } mu ? LandLedger.Area.FromMu(mu) : null;

    public Money? Money(Field field) => Number(field) is { } yuan ? LandLedger.Money.FromYuan(yuan) : null;

    /// <summary>A use by its name and its code.</summary>
    public virtual LandUse? Use(Field name, Field code) => LandUses.Find(Text(name), Text(code));

    public IReadOnlyList<string> List(Field field) =>
        Text(field) is { } text ? text.Split('、', StringSplitOptions.RemoveEmptyEntries) : [];
}

/// <summary>Builds a plot from its scalar facts: the one place where fields become properties.</summary>
public static class PlotFacts
{
    public static Plot Build(FactSource facts, PlotParts parts) =>
        new()
        {
            Number = facts.Text(PlotFields.Plot)!,
            County = facts.Text(PlotFields.County) ?? "",
            ParcelCodes = facts.List(PlotFields.ParcelCodes),
            Name = facts.Text(PlotFields.Name),
            Zone = facts.Text(PlotFields.Zone),
            Town = facts.Text(PlotFields.Town),
            Location = facts.Text(PlotFields.Location),
            Holder = facts.Text(PlotFields.Holder),
            CreditCode = facts.Text(PlotFields.CreditCode),
            Stage = CodeText.Parse<SupplyStage>(facts.Text(PlotFields.Stage)),
            GrantedUse = facts.Use(PlotFields.GrantedUse, PlotFields.GrantedUseCode),
            ActualUse = facts.Use(PlotFields.ActualUse, PlotFields.ActualUseCode),
            ChangedArea = facts.Area(PlotFields.ChangedMu),
            UseChangeApproved = facts.Flag(PlotFields.UseChangeApproved),
            StatedArea = facts.Area(PlotFields.StatedMu),
            Remark = facts.Text(PlotFields.Remark),
            Grant = GrantOf(facts, parts.Supplements),
            Progress = ProgressOf(facts),
            Premises = PremisesOf(facts),
            Delays = parts.Delays,
            Charges = parts.Charges,
            Years = parts.Years,
            Measured = parts.Measured,
            Shape = parts.Shape,
            EnteredOn = parts.EnteredOn,
            EndedOn = parts.EndedOn,
        };

    private static Grant GrantOf(FactSource facts, IReadOnlyList<Supplement> supplements) =>
        new()
        {
            SupervisionNumber = facts.Text(PlotFields.SupervisionNumber),
            ContractNumber = facts.Text(PlotFields.ContractNumber),
            SupplyWay = facts.Text(PlotFields.SupplyWay),
            SignedOn = facts.Date(PlotFields.SignedOn),
            Price = facts.Money(PlotFields.Price),
            TermYears = facts.Number(PlotFields.TermYears),
            AgreedDelivery = facts.Date(PlotFields.AgreedDelivery),
            ActualDelivery = facts.Date(PlotFields.ActualDelivery),
            AgreedStart = facts.Date(PlotFields.AgreedStart),
            AgreedCompletion = facts.Date(PlotFields.AgreedCompletion),
            FloorAreaRatioMin = facts.Number(PlotFields.FloorAreaRatioMin),
            FloorAreaRatioMax = facts.Number(PlotFields.FloorAreaRatioMax),
            AgreedInvestment = facts.Money(PlotFields.AgreedInvestment),
            AgreedTaxPerMu = facts.Number(PlotFields.AgreedTaxPerMu),
            ApprovedBy = facts.Text(PlotFields.ApprovedBy),
            Supplements = supplements,
        };

    private static Progress ProgressOf(FactSource facts) =>
        new()
        {
            ObservedOn = facts.Date(PlotFields.ObservedOn),
            Permit = facts.Flag(PlotFields.Permit),
            PermitOn = facts.Date(PlotFields.PermitOn),
            Begun = facts.Flag(PlotFields.Begun),
            BegunOn = facts.Date(PlotFields.BegunOn),
            Foundation = CodeText.Parse<FoundationKind>(facts.Text(PlotFields.Foundation)),
            PitShare = facts.Number(PlotFields.PitShare),
            PilesDriven = facts.Number(PlotFields.PilesDriven),
            PilesTotal = facts.Number(PlotFields.PilesTotal),
            FoundationShare = facts.Number(PlotFields.FoundationShare),
            DevelopedArea = facts.Area(PlotFields.DevelopedMu),
            DevelopableArea = facts.Area(PlotFields.DevelopableMu),
            Invested = facts.Money(PlotFields.Invested),
            TotalInvestment = facts.Money(PlotFields.TotalInvestment),
            Suspended = facts.Flag(PlotFields.Suspended),
            SuspendedOn = facts.Date(PlotFields.SuspendedOn),
            ResumedOn = facts.Date(PlotFields.ResumedOn),
            Completed = facts.Flag(PlotFields.Completed),
            CompletedOn = facts.Date(PlotFields.CompletedOn),
            InProduction = facts.Flag(PlotFields.InProduction),
            InProductionOn = facts.Date(PlotFields.InProductionOn),
        };

    private static Premises PremisesOf(FactSource facts) =>
        new()
        {
            FloorArea = facts.Area(PlotFields.FloorMu),
            Footprint = facts.Area(PlotFields.FootprintMu),
            FloorAreaRatio = facts.Number(PlotFields.FloorAreaRatio),
            Safety = CodeText.Parse<SafetyGrade>(facts.Text(PlotFields.Safety)),
            Sector = facts.Text(PlotFields.Sector),
            ProhibitedSector = facts.Flag(PlotFields.ProhibitedSector),
            SafetyOrEnvironmentFailed = facts.Flag(PlotFields.SafetyOrEnvironmentFailed),
            AboveScale = facts.Flag(PlotFields.AboveScale),
            StrategicSector = facts.Flag(PlotFields.StrategicSector),
            PowerUseAbnormal = facts.Flag(PlotFields.PowerUseAbnormal),
            FixedInvestment = facts.Money(PlotFields.FixedInvestment),
            AssessedValue = facts.Money(PlotFields.AssessedValue),
        };
}

/// <summary>What a plot has beside its scalar facts.</summary>
public sealed record PlotParts
{
    public static PlotParts None { get; } = new();

    public IReadOnlyList<Supplement> Supplements { get; init; } = [];

    public IReadOnlyList<Delay> Delays { get; init; } = [];

    public IReadOnlyList<Charge> Charges { get; init; } = [];

    public IReadOnlyList<PlotYear> Years { get; init; } = [];

    public Geometry.AreaMeasurement? Measured { get; init; }

    public Geometry.PlotShape? Shape { get; init; }

    public DateOnly? EnteredOn { get; init; }

    public DateOnly? EndedOn { get; init; }
}
