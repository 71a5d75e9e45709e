using LandLedger.Acreage;
using LandLedger.Disposal;
using LandLedger.Fields;

namespace LandLedger.Formats.Lists;

/// <summary>The block of totals under a list, by both areas: by class, what rounding leaves, the whole; then by measure.</summary>
internal static class XlsxTotals
{
    private const int Decimals = 2;

    public static void Write(SheetWriter sheet, DisposalTotals totals, Texts texts)
    {
        sheet.Row();
        Header(sheet, texts, "list.by-category");
        foreach (var total in totals.ByCategory)
            Line(sheet, texts["category." + Codes.Of(total.Of)], total.Sum);
        if (totals.Remainder(Decimals) is { IsZero: false } remainder)
        {
            sheet.Row();
            sheet.Text(texts["list.remainder"]);
            sheet.Skip();
            sheet.Number(remainder.Stated, SheetStyle.Money);
            sheet.Skip();
            sheet.Number(remainder.Measured, SheetStyle.Money);
        }
        Line(sheet, texts["list.total"], totals.Total);
        sheet.Row();
        Header(sheet, texts, "list.by-measure");
        foreach (var total in totals.ByMeasure)
            Line(sheet, Sentence.Of(total.Of.Kind, total.Of.IfCause, texts), total.Sum);
    }

    private static void Header(SheetWriter sheet, Texts texts, string title)
    {
        sheet.Row();
        foreach (var head in (string[])[texts[title], .. AcreageWords.SumTitles(texts)])
            sheet.Text(head, SheetStyle.Header);
    }

    private static void Line(SheetWriter sheet, string name, AcreageSum sum)
    {
        sheet.Row();
        sheet.Text(name);
        sheet.Number(sum.Plots, SheetStyle.Whole);
        sheet.Number(sum.Stated.ToMu(Decimals), SheetStyle.Money);
        sheet.Number(sum.WithoutStated, SheetStyle.Whole);
        sheet.Number(sum.Measured.ToMu(Decimals), SheetStyle.Money);
        sheet.Number(sum.WithoutMeasured, SheetStyle.Whole);
    }
}
