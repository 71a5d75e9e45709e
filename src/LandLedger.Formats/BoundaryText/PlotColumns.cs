using LandLedger.Import;

namespace LandLedger.Formats.BoundaryText;

/// <summary>Titles that the parts of a plot line are known by, in their order; areas are given in hectares.</summary>
internal static class PlotColumns
{
    public const int Area = 1;
    public const int Number = 2;
    public const int Kind = 4;

    private const int LandClass = 7;
    private const int Position = 13;

    public static IReadOnlyList<RawColumn> All { get; } =
    [
        .. new[]
        {
            "界址点数",
            "测绘面积(ha)",
            "地块编号",
            "地块名称",
            "记录图形属性",
            "图幅号",
            "地块用途",
            "地类编码",
            "图斑类型",
            "地类",
            "改造前质量等别",
            "改造后质量等别",
            "备注",
            "地上地下",
        }.Select((title, index) => new RawColumn(title, index)),
    ];

    /// <summary>The fields of a plot line as cells; the count stays out, the area is filled in once the plot is drawn.</summary>
    public static string?[] Cells(List<string> fields)
    {
        var cells = new string?[All.Count];
        for (var i = Number; i < fields.Count && i < Position; i++)
            cells[i] = fields[i].Length == 0 ? null : fields[i];
        // The eighth field holds a land class, or says on which side of the ground the plot lies.
        if (cells[LandClass] is "地上" or "地下" or "地表")
            (cells[Position], cells[LandClass]) = (cells[LandClass], null);
        return cells;
    }
}
