using LandLedger.Metrics;

namespace LandLedger.Formats.Lists;

/// <summary>
/// Table 1-2 of the Zhejiang survey of low-efficiency land (低效用地调查, 调查单元): 39 columns, a row a plot, which is the unit of the survey. Under
/// each title stands the field of the layer <c>DCDYTB</c> with its unit. Areas are mu by 2000/3 m² (practitioners divide by 666.6667),
/// investment and tax 万元 a mu. Order and titles were read in a practitioner's note; a county's form may differ.
/// </summary>
/// <remarks>
/// Columns stay empty of which a plot knows nothing: codes of the survey, the registration, the approval as far as it is not the contract,
/// penalties, plans, surroundings.
/// </remarks>
public static class SurveyTable
{
    private const string PerMu = "万元/亩";

    /// <summary>Titles in order.</summary>
    public static IReadOnlyList<string> Titles => [.. Columns.Select(column => column.Title)];

    internal static readonly FormColumn[] Columns =
    [
        new("调查单元编号", "DCDYBH", e => Fact.Of(e.Plot.Number)),
        new("所在镇（街道）", "XZMC", e => Fact.Of(e.Plot.Town)),
        FormColumn.Empty("所在调查区编号", "DCQBH"),
        new("包含宗地编号", "ZDBH", Parcels),
        new("面积", "MJ（亩）", e => Fact.Of(e.Plot.Measured?.Plane)),
        FormColumn.Empty("使用状况", "SYZK"),
        FormColumn.Empty("历史遗留用地面积", "QZLSYLYDMJ（亩）"),
        FormColumn.Empty("是否纳入城中村改造项目", "SFCZC"),
        FormColumn.Empty("拟改造模式", "GZMS"),
        FormColumn.Empty("工作进展", "GZJZ"),
        FormColumn.Empty("规划用途", "GHYT"),
        new("是否低效", "SFDX", IsLow),
        FormColumn.Empty("是否三地", "SFSD"),
        FormColumn.Empty("是否拆后土地", "SFCHTD"),
        new("产权人", "CQR", e => Fact.Of(e.Plot.Holder)),
        FormColumn.Empty("土地证编号", "BDCQZ"),
        FormColumn.Empty("土地登记时间", "DJSJ"),
        FormColumn.Empty("登记面积", "DJMJ（亩）"),
        FormColumn.Empty("使用权类型（登记）", "SYQLX"),
        FormColumn.Empty("登记用途", "DJYT"),
        FormColumn.Empty("用地单位", "XZTDSYR"),
        FormColumn.Empty("批准文号", "PZWH"),
        FormColumn.Empty("批准时间", "PZSJ"),
        FormColumn.Empty("批准面积", "PZMJ（亩）"),
        new("批准用途", "PZYT", e => Fact.Of(e.Plot.GrantedUse?.Name)),
        new("使用权类型（审批）", "SYQLX", e => Fact.Of(e.Plot.Grant.SupplyWay)),
        FormColumn.Empty("现状土地使用人", "XZTDSYR"),
        FormColumn.Empty("用地发生时间", "YDSJ"),
        FormColumn.Empty("处罚文号", "CFWH"),
        new("现状地类", "XZDL", SurveyClass),
        new("权属性质", "QSXZ", Ownership),
        new("现状用途", "XZYT", e => Fact.Of(e.Plot.ActualUse?.Name)),
        new("产业类型", "CYLX", e => Fact.Of(e.Plot.Premises.Sector)),
        new("容积率", "RJL", e => Ratio(PlotFigures.FloorAreaRatio(e.Plot, e.Rules.PerMuBasis))),
        new("建筑密度", "JZMD", e => Ratio(PlotFigures.BuildingDensity(e.Plot, e.Rules.PerMuBasis))),
        new("地均固定资产投资", $"DJGDZCTZ（{PerMu}）", e => WanYuan(e.PerMu.Investment)),
        new("地均入库税金", $"DJRKSJ（{PerMu}）", e => WanYuan(e.PerMu.Tax)),
        FormColumn.Empty("环境状况", "HJZK"),
        FormColumn.Empty("基础设施配套", "JCSSPTSP"),
    ];

    /// <summary>Writes the workbook; the stream need not be seekable.</summary>
    /// <param name="asOf">The day that the plots were judged on.</param>
    public static void Write(
        Stream output,
        IEnumerable<Evaluation> evaluations,
        DateOnly asOf,
        CancellationToken cancel = default
    ) => XlsxForm.Write(output, "表1-2", Columns, evaluations, asOf, cancel);

    private static Fact Parcels(Evaluation evaluation) =>
        evaluation.Plot.ParcelCodes is { Count: > 0 } codes ? Fact.Of(string.Join('、', codes)) : Fact.Unknown;

    /// <summary>Yes where a rule of low efficiency is met, no where each was judged and none is; else nobody knows.</summary>
    private static Fact IsLow(Evaluation evaluation)
    {
        if (evaluation.Flags.HasFlag(PlotFlags.LowEfficiency))
            return Fact.Of(true);
        var rules = evaluation.Rules.Rules;
        var verdicts = evaluation
            .Findings.Where((_, i) => rules[i].Leads == Category.LowEfficiency)
            .Select(finding => finding.Verdict)
            .ToList();
        return
            evaluation.Category is not (Category.NotSupplied or Category.Reserve)
            && verdicts.Count > 0
            && verdicts.TrueForAll(verdict => verdict == Rules.Outcome.NotMet)
            ? Fact.Of(false)
            : Fact.Unknown;
    }

    /// <summary>A class of the land survey: the code and name of GB/T 21010 alone, not of a plan.</summary>
    private static Fact SurveyClass(Evaluation evaluation) =>
        evaluation.Plot.ActualUse is { System: LandUseSystem.Survey, Code: { } code, Name: var name }
            ? Fact.Of(code == name ? code : code + name)
            : Fact.Unknown;

    /// <summary>By the 13th letter of a parcel code (GB/T 37346): G is state, J collective; all parcels of the plot have to agree.</summary>
    private static Fact Ownership(Evaluation evaluation)
    {
        var letters = evaluation.Plot.ParcelCodes.Select(code => code.Length is 19 or 28 ? code[12] : ' ').Distinct();
        return letters.ToArray() switch
        {
            ['G'] => Fact.Of("国有"),
            ['J'] => Fact.Of("集体"),
            _ => Fact.Unknown,
        };
    }

    private static Fact Ratio(LandRatio ratio) => Fact.Of(ratio.OrNull, Unit.Ratio);

    private static Fact WanYuan(PerMu figure) =>
        figure.OrNull is { } yuan ? Fact.Of(Money.FromYuan(yuan).WanYuan, Unit.None) : Fact.Unknown;
}
