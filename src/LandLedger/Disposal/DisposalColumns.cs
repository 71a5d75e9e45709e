using LandLedger.Fields;
using LandLedger.Metrics;

namespace LandLedger.Disposal;

/// <summary>
/// Every column, once. CSV, XLSX, JSON list, GeoJSON properties and GeoPackage attributes are all made from this list, so a new
/// column is one line here and its two titles.
/// </summary>
public static class DisposalColumns
{
    /// <summary>What a row says of its plot.</summary>
    public static IReadOnlyList<DisposalColumn> All { get; } =
    [
        Text("plot", r => r.Plot.Number),
        Text("county", r => r.Plot.County.Length == 0 ? null : r.Plot.County),
        Text("zone", r => r.Plot.Zone),
        Text("name", r => r.Plot.Name),
        Text("holder", r => r.Plot.Holder),
        Text("location", r => r.Plot.Location),
        Text("granted_use", r => r.Plot.GrantedUse?.Name),
        Text("actual_use", r => r.Plot.ActualUse?.Name),
        Number("stated_mu", r => r.Plot.StatedArea?.Mu, Unit.Mu, 4),
        Number("measured_mu", r => r.Plot.Measured?.Plane.Mu, Unit.Mu, 4),
        Text("measured_in", r => r.Plot.Measured?.PlaneCrs),
        Code("category", r => Codes.Of(r.Evaluation.Category), "category", typeof(Category)),
        Code("cause", r => r.Evaluation.Cause is { } cause ? Codes.Of(cause) : null, "cause", typeof(Cause)),
        Date("agreed_start", r => r.AgreedStart),
        Date("idle_since", r => r.Evaluation.IdleSince),
        Number("idle_days", r => r.IdleDays, Unit.Day, 0),
        CodeList("rule", r => Reason.Rules(r), "rule"),
        Text("clause", r => Reason.Clause(r)),
        Text("reason", r => Reason.Of(r)),
        CodeList("measures", r => r.MeasureCodes(ifCause: false), "measure", typeof(MeasureKind)),
        CodeList("measures_if_cause", r => r.MeasureCodes(ifCause: true), "measure"),
        Number("idle_fee", r => r.IdleFee?.Yuan, Unit.Yuan, 2),
        Number("tax_per_mu", r => r.Evaluation.PerMu.Tax.OrNull, Unit.YuanPerMu, 2),
        Number("output_per_mu", r => r.Evaluation.PerMu.Output.OrNull, Unit.YuanPerMu, 2),
        Number("per_mu_year", r => Shown(r.Evaluation.PerMu)?.Year, Unit.Year, 0),
        Number("investment_per_mu", r => r.Evaluation.PerMu.Investment.OrNull, Unit.YuanPerMu, 2),
        Code(
            "per_mu_area",
            r => Shown(r.Evaluation.PerMu) is { } shown ? Codes.Of(shown.Basis) : null,
            "per-mu-area",
            typeof(AreaBasis)
        ),
        Code(
            "per_mu_figure",
            r => Shown(r.Evaluation.PerMu)?.Figure is { } figure ? Codes.Of(figure) : null,
            "figure",
            typeof(YearBasis)
        ),
        CodeList("per_mu_shared_by", r => SharedBy(Shown(r.Evaluation.PerMu)), "shared-by", typeof(SharingKeys)),
        CodeList("missing", r => r.MissingCodes, "field"),
        CodeList("flags", r => r.FlagCodes, "flag", typeof(PlotFlags)),
        Flag("unverified", r => r.Evaluation.Flags.HasFlag(PlotFlags.Unverified)),
        Text("supervision_number", r => r.Plot.Grant.SupervisionNumber),
        Number("price", r => r.Plot.Grant.Price?.Yuan, Unit.Yuan, 2),
    ];

    /// <summary>By which rules and of which day, for formats that have no other place to say it.</summary>
    public static IReadOnlyList<DisposalColumn> Judged { get; } =
    [
        Date("as_of", r => r.Evaluation.AsOf),
        Text("package", r => r.Evaluation.Rules.Id),
        Text("version", r => r.Evaluation.Rules.Version),
    ];

    /// <summary>The figure that the columns about year, area and origin speak of: tax, else output, else investment.</summary>
    private static PerMu? Shown(PerMuFigures figures) =>
        figures.Tax.OrNull is not null ? figures.Tax
        : figures.Output.OrNull is not null ? figures.Output
        : figures.Investment.OrNull is not null ? figures.Investment
        : null;

    private static string? SharedBy(PerMu? shown) =>
        shown?.From is { SharedBy: not SharingKeys.None } year ? Codes.Of(year.SharedBy) : null;

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

    private static DisposalColumn Date(string id, Func<DisposalRow, DateOnly?> read) =>
        new(id, ColumnType.Date, row => Fact.Of(read(row)));

    private static DisposalColumn Flag(string id, Func<DisposalRow, bool?> read) =>
        new(id, ColumnType.Flag, row => Fact.Of(read(row)));
}
