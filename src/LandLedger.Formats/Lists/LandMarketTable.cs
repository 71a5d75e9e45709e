namespace LandLedger.Formats.Lists;

/// <summary>
/// The fields of a grant result of the land market (中国土地市场网供地结果), with the actual start and completion that its monitoring asks for: 23
/// columns in the order of the page, a row a plot. Areas are hectares to 0.01 m², prices 万元. The district is the code of GB/T 2260.
/// </summary>
/// <remarks>Source, grade and instalments are not in the ledger and stay empty; so does a day that nobody knows, which the page writes as 1900-01-01.</remarks>
public static class LandMarketTable
{
    /// <summary>Titles in order.</summary>
    public static IReadOnlyList<string> Titles => [.. Columns.Select(column => column.Title)];

    internal static readonly FormColumn[] Columns =
    [
        new("行政区", "", e => e.Plot.County.Length > 0 ? Fact.Of(e.Plot.County) : Fact.Unknown),
        new("电子监管号", "", e => Fact.Of(e.Plot.Grant.SupervisionNumber)),
        new("项目名称", "", e => Fact.Of(e.Plot.Name)),
        new("项目位置", "", e => Fact.Of(e.Plot.Location)),
        new("面积(公顷)", "公顷", e => Fact.Of(e.Plot.StatedArea?.Hectares, Unit.None), Decimals: 6),
        FormColumn.Empty("土地来源"),
        new("土地用途", "", e => Fact.Of(e.Plot.GrantedUse?.Name)),
        new("供地方式", "", e => Fact.Of(e.Plot.Grant.SupplyWay)),
        new("土地使用年限", "年", e => Fact.Of(e.Plot.Grant.TermYears, Unit.Year)),
        new("行业分类", "", e => Fact.Of(e.Plot.Premises.Sector)),
        FormColumn.Empty("土地级别"),
        new("成交价格(万元)", "万元", e => Fact.Of(e.Plot.Grant.Price?.WanYuan, Unit.None), Decimals: 6),
        FormColumn.Empty("分期支付约定", "期号、约定支付日期、约定支付金额(万元)、备注"),
        new("土地使用权人", "", e => Fact.Of(e.Plot.Holder)),
        new("约定容积率下限", "", e => Fact.Of(e.Plot.Grant.FloorAreaRatioMin, Unit.Ratio)),
        new("约定容积率上限", "", e => Fact.Of(e.Plot.Grant.FloorAreaRatioMax, Unit.Ratio)),
        new("约定交地时间", "", e => Fact.Of(e.Plot.Grant.AgreedDelivery)),
        new("约定开工时间", "", e => Fact.Of(e.Plot.Grant.AgreedStart)),
        new("约定竣工时间", "", e => Fact.Of(e.Plot.Grant.AgreedCompletion)),
        new("实际开工时间", "", e => Fact.Of(e.Plot.Progress.BegunOn)),
        new("实际竣工时间", "", e => Fact.Of(e.Plot.Progress.CompletedOn)),
        new("批准单位", "", e => Fact.Of(e.Plot.Grant.ApprovedBy)),
        new("合同签订日期", "", e => Fact.Of(e.Plot.Grant.SignedOn)),
    ];

    /// <summary>Writes the workbook; the stream need not be seekable.</summary>
    /// <param name="asOf">The day that the plots were judged on.</param>
    public static void Write(
        Stream output,
        IEnumerable<Evaluation> evaluations,
        DateOnly asOf,
        CancellationToken cancel = default
    ) => XlsxForm.Write(output, "供地结果", Columns, evaluations, asOf, cancel);
}
