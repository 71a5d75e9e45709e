using LandLedger.Acreage;
using LandLedger.Disposal;
using LandLedger.Fields;

namespace LandLedger.Formats.Lists;

/// <summary>The block of totals under a list: by class, what rounding leaves, the whole; then by measure.</summary>
internal static class XlsxTotals
{
    private const int Decimals = 2;

    public static void Write(SheetWriter sheet, DisposalList list)
    {
        var texts = list.Texts;
        sheet.Row();
        Header(sheet, texts, "list.by-category");
        foreach (var total in list.ByCategory)
            Line(sheet, texts["category." + Codes.Of(total.Of)], total.Sum);
        if (list.Remainder(Decimals) is var remainder and not 0)
        {
            sheet.Row();
            sheet.Text(texts["list.remainder"]);
            sheet.Skip();
            sheet.Number(remainder, SheetStyle.Money);
        }
        Line(sheet, texts["list.total"], list.Total);
        sheet.Row();
        Header(sheet, texts, "list.by-measure");
        foreach (var total in list.ByMeasure)
            Line(sheet, Measure(total.Of, texts), total.Sum);
    }

    private static void Header(SheetWriter sheet, Texts texts, string title)
    {
        sheet.Row();
        sheet.Text(texts[title], SheetStyle.Header);
        sheet.Text(texts["list.plots"], SheetStyle.Header);
        sheet.Text(texts["list.mu"], SheetStyle.Header);
        sheet.Text(texts["list.without-area"], SheetStyle.Header);
    }

    private static void Line(SheetWriter sheet, string name, AcreageSum sum)
    {
        sheet.Row();
        sheet.Text(name);
        sheet.Number(sum.Plots, SheetStyle.Whole);
        sheet.Number(sum.Mu.ToMu(Decimals), SheetStyle.Money);
        sheet.Number(sum.WithoutArea, SheetStyle.Whole);
    }

    private static string Measure((MeasureKind Kind, Cause? IfCause) measure, Texts texts)
    {
        var name = texts["measure." + Codes.Of(measure.Kind)];
        return measure.IfCause is not { } cause
            ? name
            : texts.Fill("measure.if-cause", place => place == "cause" ? texts["cause." + Codes.Of(cause)] : name);
    }
}
