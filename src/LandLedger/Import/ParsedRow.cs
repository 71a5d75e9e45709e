using LandLedger.Fields;
using LandLedger.Import.Columns;
using LandLedger.Import.Merging;

namespace LandLedger.Import;

/// <summary>A fact read from a cell, with the field that it belongs to.</summary>
public readonly record struct FieldFact(Field Field, Fact Fact);

/// <summary>
/// One row, read: texts have become facts in the program's units, or issues. What is not known is absent. A refused row keeps
/// what could be read, for messages; it must not reach a store.
/// </summary>
public sealed class ParsedRow
{
    public required RowKind Kind { get; init; }

    public required string File { get; init; }

    /// <summary>1-based, as the user sees it.</summary>
    public required int Line { get; init; }

    /// <summary>Plot number; null in rows of firms, whose plots are in <see cref="Occupancies"/>.</summary>
    public string? Plot { get; init; }

    /// <summary>Six digits of the row, else of the layout, else null.</summary>
    public string? County { get; init; }

    /// <summary>Known plot facts in order of <see cref="Field.Ordinal"/>, plot number and county among them where stated.</summary>
    public IReadOnlyList<FieldFact> Facts { get; init; } = [];

    /// <summary>
    /// Facts that the row takes back, of the plot or of the supplement, delay or charge that it names: they are unknown from now on, whoever stated
    /// them. None of them is among the facts that it states.
    /// </summary>
    public IReadOnlyList<Field> Withdrawn { get; init; } = [];

    public Supplement? Supplement { get; init; }

    public Delay? Delay { get; init; }

    public Charge? Charge { get; init; }

    /// <summary>Area that a survey states for the shape of the row.</summary>
    public Area? SurveyArea { get; init; }

    /// <summary>Yearly figures of the plot, one a calendar year in order; empty in rows of firms.</summary>
    public IReadOnlyList<PlotYear> Years { get; init; } = [];

    public string? FirmName { get; init; }

    public string? FirmCode { get; init; }

    public string? FirmSector { get; init; }

    /// <summary>Figures of the firm, one a calendar year in order.</summary>
    public IReadOnlyList<FirmYear> FirmYears { get; init; } = [];

    public IReadOnlyList<Occupancy> Occupancies { get; init; } = [];

    /// <summary>Figures of years that the row takes back, of the firm that it names, else of the plot; in order of years.</summary>
    internal IReadOnlyList<WithdrawnYear> WithdrawnYears { get; init; } = [];

    internal bool NamesFirm => FirmName is not null || FirmCode is not null;

    /// <summary>From the record itself or from a column of well-known text.</summary>
    public RawShape? Shape { get; init; }

    /// <summary>Problems of this row. Those of the file are in the list that the parser was opened with.</summary>
    public IReadOnlyList<ImportIssue> Issues { get; init; } = [];

    public bool Refused { get; init; }

    /// <summary>Areas of the row whose unit is stated nowhere.</summary>
    internal IReadOnlyList<UnstatedArea> Unstated { get; init; } = [];

    /// <summary>The table that it is of, and its texts as written.</summary>
    internal RawFile? Table { get; init; }

    internal string?[] Cells { get; init; } = [];

    /// <summary>Which column of the file is which field.</summary>
    internal ColumnMap? Columns { get; init; }

    /// <summary>Whether <see cref="Plot"/> is a supervision number, for want of a plot number.</summary>
    internal bool IsNamedBySupervision => LacksNumber || Columns is { NamesBySupervision: true };

    /// <summary>Whether the table numbers its plots and only this row leaves its number out.</summary>
    internal bool LacksNumber { get; init; }

    /// <summary>What the row states for a field: a fact of the plot, a day of its supplement, delay or charge, the surveyed area; else unknown.</summary>
    public Fact Fact(Field field)
    {
        foreach (var fact in Facts)
        {
            if (ReferenceEquals(fact.Field, field))
                return fact.Fact;
        }
        return field.IsPlotFact ? default : OfPart(field);
    }

    private Fact OfPart(Field field) =>
        field == RowFields.SurveyMu ? LandLedger.Fact.Of(SurveyArea)
        : field == RowFields.SupplementOn ? LandLedger.Fact.Of(Supplement?.SignedOn)
        : field == RowFields.SupplementStart ? LandLedger.Fact.Of(Supplement?.AgreedStart)
        : field == RowFields.SupplementCompletion ? LandLedger.Fact.Of(Supplement?.AgreedCompletion)
        : field == RowFields.DelayFrom ? LandLedger.Fact.Of(Delay?.From)
        : field == RowFields.DelayTo ? LandLedger.Fact.Of(Delay?.To)
        : field == RowFields.ChargeRegisteredOn ? LandLedger.Fact.Of(Charge?.RegisteredOn)
        : field == RowFields.ChargeReleasedOn ? LandLedger.Fact.Of(Charge?.ReleasedOn)
        : default;
}
