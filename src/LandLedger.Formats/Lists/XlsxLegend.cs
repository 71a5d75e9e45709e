using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger.Formats.Lists;

/// <summary>What the words and figures of a list mean.</summary>
internal static class XlsxLegend
{
    private static readonly string[] Notes =
    [
        "area",
        "rounding",
        "idle-days",
        "fee",
        "per-mu",
        "empty",
        "unverified",
        "article",
        "set-category",
        "held",
    ];

    private const int TextWidth = 90;

    public static void Write(SheetWriter sheet, Texts texts)
    {
        var lines = Lines(texts).ToList();
        var widths = new ColumnWidths(2);
        foreach (var (name, text) in lines)
        {
            widths.Fit(0, name);
            widths.Fit(1, text, TextWidth);
        }
        sheet.Open(widths.All, frozenRows: 0);
        foreach (var (name, text) in lines)
        {
            sheet.Row(widths.Lines([name, text]));
            if (name.Length == 0)
                continue;
            sheet.Text(name, text is null ? SheetStyle.Header : SheetStyle.Text);
            sheet.Text(text, SheetStyle.Wrapped);
        }
        sheet.Close();
    }

    /// <summary>Names with what they mean; a title has no text, a blank line neither.</summary>
    private static IEnumerable<(string Name, string? Text)> Lines(Texts texts) =>
        [
            .. Notes.Select(note => (texts["list.legend." + note], (string?)texts["list.legend." + note + ".text"])),
            (texts["list.legend.sharing"], texts["sharing.rule"]),
            .. Group(texts, "column.category", "category.", Enum.GetValues<Category>().Select(Codes.Of)),
            .. Group(texts, "column.cause", "cause.", Enum.GetValues<Cause>().Select(Codes.Of)),
            .. Group(texts, "column.measures", "measure.", Enum.GetValues<MeasureKind>().Select(Codes.Of)),
            .. Group(
                texts,
                "column.flags",
                "flag.",
                Enum.GetValues<PlotFlags>().Where(flag => flag != PlotFlags.None).Select(Codes.Of)
            ),
            .. Group(texts, "list.law.trust", "trust.", Enum.GetValues<Trust>().Select(Codes.Of)),
        ];

    /// <summary>The words of a family beside the codes that maps and JSON have for them.</summary>
    private static IEnumerable<(string Name, string? Text)> Group(
        Texts texts,
        string title,
        string family,
        IEnumerable<string> codes
    ) => [("", null), (texts[title], null), .. codes.Select(code => (code, (string?)texts[family + code]))];
}
