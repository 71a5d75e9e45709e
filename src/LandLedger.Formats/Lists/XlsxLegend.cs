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
    ];

    public static void Write(SheetWriter sheet, Texts texts)
    {
        sheet.Open([24, 90], frozenRows: 0);
        foreach (var note in Notes)
            Line(sheet, texts["list.legend." + note], texts["list.legend." + note + ".text"]);
        Line(sheet, texts["list.legend.sharing"], texts["sharing.rule"]);
        Group(sheet, texts, "column.category", "category.", Enum.GetValues<Category>().Select(Codes.Of));
        Group(sheet, texts, "column.cause", "cause.", Enum.GetValues<Cause>().Select(Codes.Of));
        Group(sheet, texts, "column.measures", "measure.", Enum.GetValues<MeasureKind>().Select(Codes.Of));
        Group(
            sheet,
            texts,
            "column.flags",
            "flag.",
            Enum.GetValues<PlotFlags>().Where(flag => flag != PlotFlags.None).Select(Codes.Of)
        );
        Group(sheet, texts, "list.law.trust", "trust.", Enum.GetValues<Trust>().Select(Codes.Of));
        sheet.Close();
    }

    /// <summary>The words of a family beside the codes that maps and JSON have for them.</summary>
    private static void Group(SheetWriter sheet, Texts texts, string title, string family, IEnumerable<string> codes)
    {
        sheet.Row();
        sheet.Row();
        sheet.Text(texts[title], SheetStyle.Header);
        foreach (var code in codes)
            Line(sheet, code, texts[family + code]);
    }

    private static void Line(SheetWriter sheet, string name, string text)
    {
        sheet.Row();
        sheet.Text(name);
        sheet.Text(text, SheetStyle.Wrapped);
    }
}
