using LandLedger.Acreage;
using LandLedger.Disposal;
using LandLedger.Fields;

namespace LandLedger.Formats.Lists;

/// <summary>The block of totals under a list, by both areas: by class, what rounding leaves, the whole; then by measure and by flag.</summary>
internal static class XlsxTotals
{
    private const int Decimals = 2;

    /// <summary>The first column stays in sight: names of measures are wrapped rather than hide the list.</summary>
    private const int LongestName = 22;

    public static void Write(SheetWriter sheet, ColumnWidths widths, ListContents list)
    {
        var (totals, texts) = (list.Totals, list.Texts);
        sheet.Row();
        Header(sheet, widths, texts, "list.by-category");
        foreach (var (name, sum) in ByCategory(totals, texts))
            Line(sheet, widths, name, sum);
        if (totals.Remainder(Decimals) is { IsZero: false } remainder)
        {
            sheet.Row();
            sheet.Text(texts["list.remainder"]);
            sheet.Skip();
            sheet.Number(remainder.Stated, SheetStyle.Money);
            sheet.Skip();
            sheet.Number(remainder.Measured, SheetStyle.Money);
        }
        Line(sheet, widths, texts["list.total"], totals.Total);
        foreach (var (name, sum) in ByHold(totals, texts))
            Line(sheet, widths, name, sum);
        if (totals.BySet.Count > 0)
        {
            sheet.Row();
            Header(sheet, widths, texts, "list.by-set");
            foreach (var (name, sum) in BySet(totals, texts))
                Line(sheet, widths, name, sum);
        }
        sheet.Row();
        Header(sheet, widths, texts, "list.by-measure");
        foreach (var (name, sum) in ByMeasure(totals, texts))
            Line(sheet, widths, name, sum);
        if (totals.ByFlag.Count == 0)
            return;
        sheet.Row();
        Header(sheet, widths, texts, "list.by-flag");
        foreach (var (name, sum) in ByFlag(totals, texts))
            Line(sheet, widths, name, sum);
    }

    /// <summary>Makes room for the totals in the columns that they share with the list.</summary>
    public static void Fit(ColumnWidths widths, ListContents list)
    {
        var (totals, texts) = (list.Totals, list.Texts);
        foreach (
            var (name, _) in ByCategory(totals, texts)
                .Concat(BySet(totals, texts))
                .Concat(ByHold(totals, texts))
                .Concat(ByMeasure(totals, texts))
                .Concat(ByFlag(totals, texts))
        )
            widths.Fit(0, name, LongestName);
        widths.Fit(0, texts["list.remainder"], LongestName);
        foreach (var (i, title) in AcreageWords.SumTitles(texts).Index())
            widths.FitTitle(i + 1, title);
        widths.Fit(2, totals.Total.Stated.Mu, Decimals);
        widths.Fit(4, totals.Total.Measured.Mu, Decimals);
    }

    private static IEnumerable<(string Name, AcreageSum Sum)> ByCategory(DisposalTotals totals, Texts texts) =>
        totals.ByCategory.Select(total => (texts["category." + Codes.Of(total.Of)], total.Sum));

    private static IEnumerable<(string Name, AcreageSum Sum)> BySet(DisposalTotals totals, Texts texts) =>
        totals.BySet.Select(total => (CaseWords.Set(total.Of.Computed, total.Of.Set, texts), total.Sum));

    /// <summary>What cases hold off lists, may hold off, and hold off this one.</summary>
    private static IEnumerable<(string Name, AcreageSum Sum)> ByHold(DisposalTotals totals, Texts texts) =>
        new[]
        {
            (texts["list.held"], totals.Held),
            (texts["list.may-be-held"], totals.MayBeHeld),
            (texts["list.held-back"], totals.HeldBack),
        }.Where(line => line.Item2.Plots > 0);

    private static IEnumerable<(string Name, AcreageSum Sum)> ByMeasure(DisposalTotals totals, Texts texts) =>
        totals.ByMeasure.Select(total => (Sentence.Of(total.Of.Kind, total.Of.IfCause, texts), total.Sum));

    private static IEnumerable<(string Name, AcreageSum Sum)> ByFlag(DisposalTotals totals, Texts texts) =>
        totals.ByFlag.Select(total => (texts["flag." + Codes.Of(total.Of)], total.Sum));

    private static void Header(SheetWriter sheet, ColumnWidths widths, Texts texts, string title)
    {
        string[] heads = [texts[title], .. AcreageWords.SumTitles(texts)];
        sheet.Row(widths.Lines(heads));
        foreach (var head in heads)
            sheet.Text(head, SheetStyle.Header);
    }

    private static void Line(SheetWriter sheet, ColumnWidths widths, string name, AcreageSum sum)
    {
        sheet.Row(widths.Lines([name]));
        sheet.Text(name, SheetStyle.Wrapped);
        sheet.Number(sum.Plots, SheetStyle.Whole);
        sheet.Number(sum.Stated.ToMu(Decimals), SheetStyle.Money);
        sheet.Number(sum.WithoutStated, SheetStyle.Whole);
        sheet.Number(sum.Measured.ToMu(Decimals), SheetStyle.Money);
        sheet.Number(sum.WithoutMeasured, SheetStyle.Whole);
    }
}
