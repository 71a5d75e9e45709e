using System.Collections.Frozen;
using LandLedger.Fields;
using LandLedger.Metrics;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Disposal;

/// <summary>
/// Every column, once. CSV, XLSX, GeoJSON properties and GeoPackage attributes are all made from this list, so a new
/// column is one line here and its two titles.
/// </summary>
public static class DisposalColumns
{
    /// <summary>What a row says of its plot.</summary>
    public static IReadOnlyList<DisposalColumn> All { get; } =
    [
        Text("plot", p => p.Number),
        Text("county", p => p.County.Length == 0 ? null : p.County),
        Text("zone", p => p.Zone),
        Text("name", p => p.Name),
        Text("holder", p => p.Holder),
        Text("location", p => p.Location),
        Text("granted_use", p => p.GrantedUse?.Name),
        Text("actual_use", p => p.ActualUse?.Name),
        Number("stated_mu", p => p.StatedArea?.Mu, Unit.Mu, 4),
        Number("measured_mu", p => p.Measured?.Plane.Mu, Unit.Mu, 4),
        Text("measured_in", p => p.Measured?.PlaneCrs),
        Code("category", r => Codes.Of(r.Evaluation.Category), "category", typeof(Category)),
        Code("set_category", SetCategory, "category", typeof(Category)),
        Text("set_basis", r => CaseWords.SetBasis(r.Evaluation, r.Texts)),
        Code("cause", r => r.Evaluation.Cause is { } cause ? Codes.Of(cause) : null, "cause", typeof(Cause)),
        Date("agreed_start", AgreedStart),
        Date("idle_since", r => r.Evaluation.IdleSince),
        Number("idle_days", r => r.IdleDays, Unit.Day, 0),
        Number("net_idle_days", r => r.NetIdleDays, Unit.Day, 0),
        CodeList("rule", r => Reason.Rules(r), "rule"),
        Text("clause", r => Reason.Clause(r)),
        Text("reason", r => Reason.Of(r)),
        CodeList("measures", r => r.MeasureCodes(ifCause: false), "measure", typeof(MeasureKind)),
        CodeList("measures_if_cause", r => r.MeasureCodes(ifCause: true), "measure"),
        Number("idle_fee", r => r.IdleFee?.Yuan, Unit.Yuan, 2),
        Number("tax_per_mu", r => r.Evaluation.PerMu.Tax.OrNull, Unit.YuanPerMu, 2),
        Number("output_per_mu", r => r.Evaluation.PerMu.Output.OrNull, Unit.YuanPerMu, 2),
        Number("per_mu_year", r => Shown(r.Evaluation.PerMu)?.Year, Unit.Year, 0),
        Number("output_year", r => Known(r.Evaluation.PerMu.Output)?.Year, Unit.Year, 0),
        Number("investment_per_mu", r => r.Evaluation.PerMu.Investment.OrNull, Unit.YuanPerMu, 2),
        Code(
            "per_mu_area",
            r => Shown(r.Evaluation.PerMu) is { } shown ? Codes.Of(shown.Basis) : null,
            "per-mu-area",
            typeof(AreaBasis)
        ),
        Code("per_mu_figure", r => Figure(Shown(r.Evaluation.PerMu)), "figure", typeof(YearBasis)),
        Code("output_figure", r => Figure(Known(r.Evaluation.PerMu.Output)), "figure", typeof(YearBasis)),
        CodeList("per_mu_shared_by", r => SharedBy(Shown(r.Evaluation.PerMu)), "shared-by", typeof(SharingKeys)),
        CodeList("missing", r => r.MissingCodes, "field"),
        CodeList("flags", r => r.FlagCodes, "flag", typeof(PlotFlags)),
        Flag("unverified", r => r.Evaluation.Flags.HasFlag(PlotFlags.Unverified)),
        Flag("held", r => r.Evaluation.Cases is { } cases ? cases.IsHeld : false),
        Text("held_basis", r => CaseWords.HoldBasis(r.Evaluation.Cases, r.Texts)),
        Text("cases", r => CaseWords.Open(r.Evaluation.Cases, r.Texts)),
        Text("supervision_number", p => p.Grant.SupervisionNumber),
        Number("price", p => p.Grant.Price?.Yuan, Unit.Yuan, 2),
    ];

    /// <summary>The same with what a list says beside: sentences on the measures, which maps and JSON have member by member.</summary>
    public static IReadOnlyList<DisposalColumn> Listed { get; } =
    [
        .. All.SelectMany(column =>
            column.Id switch
            {
                "measures_if_cause" => [column, Text("measure_clauses", ListedMeasures.Clauses)],
                "idle_fee" => [column, Text("idle_fee_basis", ListedMeasures.FeeBasis)],
                _ => (DisposalColumn[])[column],
            }
        ),
    ];

    /// <summary>The column of <see cref="Listed"/> that is named so, or null.</summary>
    public static DisposalColumn? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>By which rules and of which day, for formats that have no other place to say it.</summary>
    public static IReadOnlyList<DisposalColumn> Judged { get; } =
    [
        Date("as_of", r => r.Evaluation.AsOf),
        Text("package", r => r.Evaluation.Rules.Id),
        Text("version", r => r.Evaluation.Rules.Version),
    ];

    private static readonly FrozenDictionary<string, DisposalColumn> ById = Listed.ToFrozenDictionary(
        column => column.Id,
        StringComparer.Ordinal
    );

    private static string? SetCategory(DisposalRow row) =>
        row.Evaluation.Cases?.Counts is { } set ? Codes.Of(set) : null;

    /// <summary>The agreed start in force on the day, by the same supplement that the rules go by, else the contract's.</summary>
    private static DateOnly? AgreedStart(Plot plot, DateOnly asOf) => AgreedDay.Start(plot.Grant, asOf).Day;

    /// <summary>The figure that the columns about year, area and origin speak of: tax, else output, else investment.</summary>
    private static PerMu? Shown(PerMuFigures figures) =>
        Known(figures.Tax) ?? Known(figures.Output) ?? Known(figures.Investment);

    private static PerMu? Known(in PerMu figure) => figure.OrNull is null ? null : figure;

    private static string? Figure(PerMu? shown) => shown?.Figure is { } figure ? Codes.Of(figure) : null;

    private static string? SharedBy(PerMu? shown) =>
        shown?.From is { SharedBy: not SharingKeys.None } year ? Codes.Of(year.SharedBy) : null;

    private static DisposalColumn Text(string id, Func<Plot, string?> read) =>
        new(id, ColumnType.Text, (plot, _) => Fact.Of(read(plot)));

    private static DisposalColumn Text(string id, Func<DisposalRow, string?> read) =>
        new(id, ColumnType.Text, row => Fact.Of(read(row)));

    private static DisposalColumn Code(string id, Func<DisposalRow, string?> read, string family, Type codes) =>
        new(id, ColumnType.Code, row => Fact.Of(read(row)), family: family, codes: CodeText.All(codes));

    /// <summary>Its codes may hang on the package of rules. No flag at all is an empty list, no code.</summary>
    private static DisposalColumn CodeList(
        string id,
        Func<DisposalRow, string?> read,
        string family,
        Type? codes = null
    ) =>
        new(
            id,
            ColumnType.CodeList,
            row => Fact.Of(read(row)),
            family: family,
            codes: codes is null ? null : [.. CodeText.All(codes).Where(code => code != "none")]
        );

    private static DisposalColumn Number(string id, Func<DisposalRow, decimal?> read, Unit unit, int decimals) =>
        new(id, ColumnType.Number, row => Fact.Of(read(row), unit), unit, decimals);

    private static DisposalColumn Number(string id, Func<Plot, decimal?> read, Unit unit, int decimals) =>
        new(id, ColumnType.Number, (plot, _) => Fact.Of(read(plot), unit), unit, decimals);

    private static DisposalColumn Date(string id, Func<Plot, DateOnly, DateOnly?> read) =>
        new(id, ColumnType.Date, (plot, asOf) => Fact.Of(read(plot, asOf)));

    private static DisposalColumn Date(string id, Func<DisposalRow, DateOnly?> read) =>
        new(id, ColumnType.Date, row => Fact.Of(read(row)));

    private static DisposalColumn Flag(string id, Func<DisposalRow, bool?> read) =>
        new(id, ColumnType.Flag, row => Fact.Of(read(row)));
}
