using LandLedger.Import;

namespace LandLedger.Formats.BoundaryText;

/// <summary>Titles that the parts of a plot line are known by. All areas are given in hectares.</summary>
internal static class PlotColumns
{
    public const int Number = 0;
    public const int Area = 2;
    public const int KindField = 4;

    private const int LandClass = 6;
    private const int Position = 7;
    private const int FirstOfLongForm = 8;
    private const int LandClassField = 7;

    public static IReadOnlyList<RawColumn> All { get; } =
    [
        .. new[]
        {
            "地块编号",
            "地块名称",
            "面积(ha)",
            "记录图形属性",
            "图幅号",
            "地块用途",
            "地类编码",
            "地上地下",
            "图斑类型",
            "地类",
            "改造前质量等别",
            "改造后质量等别",
            "备注",
        }.Select((title, index) => new RawColumn(title, index)),
    ];

    /// <summary>Fields in the order of the plot line, into columns; the area is filled in once the plot is drawn.</summary>
    public static string?[] Cells(List<string> fields)
    {
        var cells = new string?[All.Count];
        (cells[0], cells[1], cells[3]) = (Whole(fields[2]), Whole(fields[3]), Whole(fields[4]));
        (cells[4], cells[5]) = (Whole(fields[5]), Whole(fields[6]));
        // The eighth field holds a land class, or says on which side of the ground the plot lies.
        cells[fields[LandClassField] is "地上" or "地下" or "地表" ? Position : LandClass] = Whole(
            fields[LandClassField]
        );
        for (var i = 8; i < fields.Count && FirstOfLongForm + i - 8 < cells.Length; i++)
            cells[FirstOfLongForm + i - 8] = Whole(fields[i]);
        return cells;
    }

    private static string? Whole(string text) => text.Length == 0 ? null : text;
}
