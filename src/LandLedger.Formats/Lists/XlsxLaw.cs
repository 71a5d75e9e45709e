using LandLedger.Disposal;

namespace LandLedger.Formats.Lists;

/// <summary>The articles that a list rests on, each with how far it was verified.</summary>
internal static class XlsxLaw
{
    private static readonly string[] Titles = ["use", "instrument", "number", "issuer", "article", "trust"];

    public static void Write(SheetWriter sheet, IReadOnlyList<ListLaw> articles, Texts texts)
    {
        string[] titles = [.. Titles.Select(title => texts["list.law." + title])];
        var rows = articles.Select(Cells).ToList();
        var widths = new ColumnWidths(titles.Length);
        for (var i = 0; i < titles.Length; i++)
        {
            widths.FitTitle(i, titles[i]);
            foreach (var row in rows)
                widths.Fit(i, row[i]);
        }
        sheet.Open(widths.All, frozenRows: 1);
        sheet.Row(widths.Lines(titles));
        foreach (var title in titles)
            sheet.Text(title, SheetStyle.Header);
        foreach (var row in rows)
        {
            sheet.Row(widths.Lines(row));
            foreach (var cell in row)
                sheet.Text(cell, SheetStyle.Wrapped);
        }
        sheet.Close();
    }

    private static string?[] Cells(ListLaw law) =>
        [law.Use, law.Instrument, law.Number, law.Issuer, law.Article, law.Trust];
}
