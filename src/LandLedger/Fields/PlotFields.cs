namespace LandLedger.Fields;

/// <summary>
/// Every scalar fact of a plot, once. File headers, store columns, change reports and the published dictionary are all made
/// from this list, so a new fact is one line here, one line in <see cref="PlotFacts"/> and its texts.
/// </summary>
public static class PlotFields
{
    private static readonly List<Field> Table = [];

    public static readonly Field Plot = Add("plot", FieldType.Text, p => Fact.Of(p.Number));
    public static readonly Field County = Add(
        "county",
        FieldType.Text,
        p => Fact.Of(p.County.Length == 0 ? null : p.County)
    );
    public static readonly Field ParcelCodes = Add(
        "parcel_codes",
        FieldType.TextList,
        p => Fact.Of(p.ParcelCodes.Count == 0 ? null : string.Join('、', p.ParcelCodes))
    );
    public static readonly Field Name = Add("name", FieldType.Text, p => Fact.Of(p.Name));
    public static readonly Field Zone = Add("zone", FieldType.Text, p => Fact.Of(p.Zone));
    public static readonly Field Town = Add("town", FieldType.Text, p => Fact.Of(p.Town));
    public static readonly Field Location = Add("location", FieldType.Text, p => Fact.Of(p.Location));
    public static readonly Field Holder = Add("holder", FieldType.Text, p => Fact.Of(p.Holder));
    public static readonly Field CreditCode = Add("credit_code", FieldType.Text, p => Fact.Of(p.CreditCode));
    public static readonly Field Stage = Add(
        "stage",
        FieldType.Code,
        p => Fact.Of(CodeText.OrNull(p.Stage)),
        codes: typeof(SupplyStage)
    );
    public static readonly Field GrantedUse = Add("granted_use", FieldType.Text, p => NameOf(p.GrantedUse));
    public static readonly Field GrantedUseCode = Add(
        "granted_use_code",
        FieldType.Text,
        p => Fact.Of(p.GrantedUse?.Code)
    );
    public static readonly Field ActualUse = Add("actual_use", FieldType.Text, p => NameOf(p.ActualUse));
    public static readonly Field ActualUseCode = Add(
        "actual_use_code",
        FieldType.Text,
        p => Fact.Of(p.ActualUse?.Code)
    );
    public static readonly Field ChangedMu = Add("changed_mu", FieldType.Area, p => Fact.Of(p.ChangedArea), Unit.Mu);
    public static readonly Field UseChangeApproved = Add(
        "use_change_approved",
        FieldType.Flag,
        p => Fact.Of(p.UseChangeApproved)
    );
    public static readonly Field StatedMu = Add("stated_mu", FieldType.Area, p => Fact.Of(p.StatedArea), Unit.Mu);
    public static readonly Field SupervisionNumber = Add(
        "supervision_number",
        FieldType.Text,
        p => Fact.Of(p.Grant.SupervisionNumber)
    );
    public static readonly Field ContractNumber = Add(
        "contract_number",
        FieldType.Text,
        p => Fact.Of(p.Grant.ContractNumber)
    );
    public static readonly Field SupplyWay = Add("supply_way", FieldType.Text, p => Fact.Of(p.Grant.SupplyWay));
    public static readonly Field SignedOn = Add("signed_on", FieldType.Date, p => Fact.Of(p.Grant.SignedOn));
    public static readonly Field Price = Add("price", FieldType.Money, p => Fact.Of(p.Grant.Price), Unit.Yuan);
    public static readonly Field TermYears = Add(
        "term_years",
        FieldType.Number,
        p => Fact.Of(p.Grant.TermYears, Unit.Year),
        Unit.Year
    );
    public static readonly Field AgreedDelivery = Add(
        "agreed_delivery",
        FieldType.Date,
        p => Fact.Of(p.Grant.AgreedDelivery)
    );
    public static readonly Field ActualDelivery = Add(
        "actual_delivery",
        FieldType.Date,
        p => Fact.Of(p.Grant.ActualDelivery)
    );
    public static readonly Field AgreedStart = Add("agreed_start", FieldType.Date, p => Fact.Of(p.Grant.AgreedStart));
    public static readonly Field AgreedCompletion = Add(
        "agreed_completion",
        FieldType.Date,
        p => Fact.Of(p.Grant.AgreedCompletion)
    );
    public static readonly Field FloorAreaRatioMin = Add(
        "floor_area_ratio_min",
        FieldType.Number,
        p => Fact.Of(p.Grant.FloorAreaRatioMin, Unit.Ratio),
        Unit.Ratio
    );
    public static readonly Field FloorAreaRatioMax = Add(
        "floor_area_ratio_max",
        FieldType.Number,
        p => Fact.Of(p.Grant.FloorAreaRatioMax, Unit.Ratio),
        Unit.Ratio
    );
    public static readonly Field AgreedInvestment = Add(
        "agreed_investment",
        FieldType.Money,
        p => Fact.Of(p.Grant.AgreedInvestment),
        Unit.Yuan
    );
    public static readonly Field AgreedTaxPerMu = Add(
        "agreed_tax_per_mu",
        FieldType.MoneyPerMu,
        p => Fact.Of(p.Grant.AgreedTaxPerMu, Unit.YuanPerMu),
        Unit.YuanPerMu
    );
    public static readonly Field ApprovedBy = Add("approved_by", FieldType.Text, p => Fact.Of(p.Grant.ApprovedBy));
    public static readonly Field ObservedOn = Add("observed_on", FieldType.Date, p => Fact.Of(p.Progress.ObservedOn));
    public static readonly Field Permit = Add("permit", FieldType.Flag, p => Fact.Of(p.Progress.Permit));
    public static readonly Field PermitOn = Add("permit_on", FieldType.Date, p => Fact.Of(p.Progress.PermitOn));
    public static readonly Field Begun = Add("begun", FieldType.Flag, p => Fact.Of(p.Progress.Begun));
    public static readonly Field BegunOn = Add("begun_on", FieldType.Date, p => Fact.Of(p.Progress.BegunOn));
    public static readonly Field Foundation = Add(
        "foundation",
        FieldType.Code,
        p => Fact.Of(CodeText.OrNull(p.Progress.Foundation)),
        codes: typeof(FoundationKind)
    );
    public static readonly Field PitShare = Add(
        "pit_share",
        FieldType.Share,
        p => Fact.Of(p.Progress.PitShare, Unit.Share),
        Unit.Share
    );
    public static readonly Field PilesDriven = Add(
        "piles_driven",
        FieldType.Number,
        p => Fact.Of(p.Progress.PilesDriven, Unit.Count),
        Unit.Count
    );
    public static readonly Field PilesTotal = Add(
        "piles_total",
        FieldType.Number,
        p => Fact.Of(p.Progress.PilesTotal, Unit.Count),
        Unit.Count
    );
    public static readonly Field FoundationShare = Add(
        "foundation_share",
        FieldType.Share,
        p => Fact.Of(p.Progress.FoundationShare, Unit.Share),
        Unit.Share
    );
    public static readonly Field DevelopedMu = Add(
        "developed_mu",
        FieldType.Area,
        p => Fact.Of(p.Progress.DevelopedArea),
        Unit.Mu
    );
    public static readonly Field DevelopableMu = Add(
        "developable_mu",
        FieldType.Area,
        p => Fact.Of(p.Progress.DevelopableArea),
        Unit.Mu
    );
    public static readonly Field Invested = Add(
        "invested",
        FieldType.Money,
        p => Fact.Of(p.Progress.Invested),
        Unit.Yuan
    );
    public static readonly Field TotalInvestment = Add(
        "total_investment",
        FieldType.Money,
        p => Fact.Of(p.Progress.TotalInvestment),
        Unit.Yuan
    );
    public static readonly Field Suspended = Add("suspended", FieldType.Flag, p => Fact.Of(p.Progress.Suspended));
    public static readonly Field SuspendedOn = Add(
        "suspended_on",
        FieldType.Date,
        p => Fact.Of(p.Progress.SuspendedOn)
    );
    public static readonly Field ResumedOn = Add("resumed_on", FieldType.Date, p => Fact.Of(p.Progress.ResumedOn));
    public static readonly Field Completed = Add("completed", FieldType.Flag, p => Fact.Of(p.Progress.Completed));
    public static readonly Field CompletedOn = Add(
        "completed_on",
        FieldType.Date,
        p => Fact.Of(p.Progress.CompletedOn)
    );
    public static readonly Field InProduction = Add(
        "in_production",
        FieldType.Flag,
        p => Fact.Of(p.Progress.InProduction)
    );
    public static readonly Field InProductionOn = Add(
        "in_production_on",
        FieldType.Date,
        p => Fact.Of(p.Progress.InProductionOn)
    );
    public static readonly Field FloorMu = Add("floor_mu", FieldType.Area, p => Fact.Of(p.Premises.FloorArea), Unit.Mu);
    public static readonly Field FootprintMu = Add(
        "footprint_mu",
        FieldType.Area,
        p => Fact.Of(p.Premises.Footprint),
        Unit.Mu
    );
    public static readonly Field FloorAreaRatio = Add(
        "floor_area_ratio",
        FieldType.Number,
        p => Fact.Of(p.Premises.FloorAreaRatio, Unit.Ratio),
        Unit.Ratio
    );
    public static readonly Field Safety = Add(
        "safety",
        FieldType.Code,
        p => Fact.Of(CodeText.OrNull(p.Premises.Safety)),
        codes: typeof(SafetyGrade)
    );
    public static readonly Field Sector = Add("sector", FieldType.Text, p => Fact.Of(p.Premises.Sector));
    public static readonly Field ProhibitedSector = Add(
        "prohibited_sector",
        FieldType.Flag,
        p => Fact.Of(p.Premises.ProhibitedSector)
    );
    public static readonly Field SafetyOrEnvironmentFailed = Add(
        "safety_or_environment_failed",
        FieldType.Flag,
        p => Fact.Of(p.Premises.SafetyOrEnvironmentFailed)
    );
    public static readonly Field AboveScale = Add("above_scale", FieldType.Flag, p => Fact.Of(p.Premises.AboveScale));
    public static readonly Field StrategicSector = Add(
        "strategic_sector",
        FieldType.Flag,
        p => Fact.Of(p.Premises.StrategicSector)
    );
    public static readonly Field PowerUseAbnormal = Add(
        "power_use_abnormal",
        FieldType.Flag,
        p => Fact.Of(p.Premises.PowerUseAbnormal)
    );
    public static readonly Field FixedInvestment = Add(
        "fixed_investment",
        FieldType.Money,
        p => Fact.Of(p.Premises.FixedInvestment),
        Unit.Yuan
    );
    public static readonly Field AssessedValue = Add(
        "assessed_value",
        FieldType.Money,
        p => Fact.Of(p.Premises.AssessedValue),
        Unit.Yuan
    );
    public static readonly Field Remark = Add("remark", FieldType.Text, p => Fact.Of(p.Remark));

    public static IReadOnlyList<Field> All => Table;

    private static readonly Dictionary<string, Field> ById = Table.ToDictionary(
        field => field.Id,
        StringComparer.Ordinal
    );

    public static Field? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The field to ask about a granted use that tells nothing: its code where only that was given, or where that is ambiguous.</summary>
    internal static Field GrantedUseOf(LandUse? use) => IsByCode(use) ? GrantedUseCode : GrantedUse;

    /// <summary>The same of an actual use.</summary>
    internal static Field ActualUseOf(LandUse? use) => IsByCode(use) ? ActualUseCode : ActualUse;

    private static bool IsByCode(LandUse? use) => use?.Code is { } code && (use.IsAmbiguous || use.Name == code);

    /// <summary>A use of which only the code was given has no name of its own.</summary>
    private static Fact NameOf(LandUse? use) => use is null || use.Name == use.Code ? Fact.Unknown : Fact.Of(use.Name);

    private static Field Add(
        string id,
        FieldType type,
        Func<Plot, Fact> read,
        Unit unit = Unit.None,
        Type? codes = null
    )
    {
        var field = new Field(Table.Count, id, type, unit, codes, read);
        Table.Add(field);
        return field;
    }
}
