using LandLedger.Fields;

namespace LandLedger.Import;

/// <summary>
/// What a row may say beside the scalar facts of a plot: its outline, a supplement, a delay, a charge, yearly figures, a firm and what
/// it takes up. Described like plot fields, so that dictionary, layouts and parsing treat both alike; ordinals follow on.
/// </summary>
public static class RowFields
{
    private static readonly List<Field> Table = [];

    /// <summary>Outline as well-known text.</summary>
    public static readonly Field Geometry = Add("geometry", FieldType.Geometry);

    /// <summary>Area that a survey states for its own outline: held against that outline, never the stated area of the plot.</summary>
    public static readonly Field SurveyMu = Add("survey_mu", FieldType.Area, Unit.Mu);
    public static readonly Field SupplementOn = Add("supplement_on", FieldType.Date);
    public static readonly Field SupplementStart = Add("supplement_start", FieldType.Date);
    public static readonly Field SupplementCompletion = Add("supplement_completion", FieldType.Date);
    public static readonly Field SupplementReason = Add("supplement_reason", FieldType.Text);
    public static readonly Field DelayKind = Add("delay_kind", FieldType.Code, codes: typeof(DelayKind));
    public static readonly Field DelayFrom = Add("delay_from", FieldType.Date);
    public static readonly Field DelayTo = Add("delay_to", FieldType.Date);
    public static readonly Field DelayEstablished = Add("delay_established", FieldType.Flag);
    public static readonly Field DelayEvidence = Add("delay_evidence", FieldType.Text);
    public static readonly Field ChargeCertificate = Add("charge_certificate", FieldType.Text);
    public static readonly Field ChargeMortgagee = Add("charge_mortgagee", FieldType.Text);
    public static readonly Field ChargeRegisteredOn = Add("charge_registered_on", FieldType.Date);
    public static readonly Field ChargeReleasedOn = Add("charge_released_on", FieldType.Date);
    public static readonly Field ChargeMu = Add("charge_mu", FieldType.Area, Unit.Mu);
    public static readonly Field ChargeSecured = Add("charge_secured", FieldType.Money, Unit.Yuan);

    /// <summary>Calendar year of the figures that follow: of the firm where the row names one, else of the plot.</summary>
    public static readonly Field Year = Add("year", FieldType.Number, Unit.Year);
    public static readonly Field Tax = Add("tax", FieldType.Money, Unit.Yuan);
    public static readonly Field Output = Add("output", FieldType.Money, Unit.Yuan);
    public static readonly Field Revenue = Add("revenue", FieldType.Money, Unit.Yuan);
    public static readonly Field AddedValue = Add("added_value", FieldType.Money, Unit.Yuan);
    public static readonly Field KilowattHours = Add("kilowatt_hours", FieldType.Number, Unit.KilowattHour);
    public static readonly Field Staff = Add("staff", FieldType.Number, Unit.Person);
    public static readonly Field Firm = Add("firm", FieldType.Text);
    public static readonly Field FirmCode = Add("firm_code", FieldType.Text);
    public static readonly Field OccupiedMu = Add("occupied_mu", FieldType.Area, Unit.Mu);
    public static readonly Field OccupiedFloorMu = Add("occupied_floor_mu", FieldType.Area, Unit.Mu);
    public static readonly Field Share = Add("share", FieldType.Share, Unit.Share);

    public static IReadOnlyList<Field> All => Table;

    internal static Field[] Supplements { get; } =
    [SupplementOn, SupplementStart, SupplementCompletion, SupplementReason];

    internal static Field[] Delays { get; } = [DelayKind, DelayFrom, DelayTo, DelayEstablished, DelayEvidence];

    internal static Field[] Charges { get; } =
    [ChargeCertificate, ChargeMortgagee, ChargeRegisteredOn, ChargeReleasedOn, ChargeMu, ChargeSecured];

    /// <summary>What a row says of a supplement, a delay or a charge.</summary>
    public static IReadOnlyList<Field> Parts { get; } = [.. Supplements, .. Delays, .. Charges];

    /// <summary>Figures of a calendar year.</summary>
    internal static Field[] Yearly { get; } = [Tax, Output, Revenue, AddedValue, KilowattHours, Staff];

    /// <summary>Every field that a column can hold: those of plots, then these.</summary>
    public static IReadOnlyList<Field> Columns { get; } = [.. PlotFields.All, .. Table];

    private static readonly Dictionary<string, Field> ById = Columns.ToDictionary(
        field => field.Id,
        StringComparer.Ordinal
    );

    /// <summary>A field of a plot or of a row by its id.</summary>
    public static Field? Find(string id) => ById.GetValueOrDefault(id);

    private static Field Add(string id, FieldType type, Unit unit = Unit.None, Type? codes = null)
    {
        var field = new Field(PlotFields.All.Count + Table.Count, id, type, unit, codes, read: null);
        Table.Add(field);
        return field;
    }
}
