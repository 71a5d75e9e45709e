using LandLedger.Disposal;

namespace LandLedger.Formats.Lists;

/// <summary>
/// A disposal list as a workbook: the list with its totals below, the articles it rests on, and what the words mean. Numbers are
/// numbers, days are days, long numbers are texts.
/// </summary>
public static class XlsxList
{
    private const int HeadRows = 3;

    /// <summary>Writes the workbook; the stream need not be seekable.</summary>
    public static void Write(Stream output, DisposalList list, CancellationToken cancel = default)
    {
        var texts = list.Texts;
        string[] sheets = [texts["list.sheet.rows"], texts["list.sheet.law"], texts["list.sheet.legend"]];
        using var book = new Workbook(output, sheets, list.Basis.AsOf, HeadRows);
        book.Sheet(sheet => WriteRows(sheet, list, cancel));
        book.Sheet(sheet => XlsxLaw.Write(sheet, list));
        book.Sheet(sheet => XlsxLegend.Write(sheet, texts));
    }

    private static void WriteRows(SheetWriter sheet, DisposalList list, CancellationToken cancel)
    {
        var columns = DisposalColumns.All;
        sheet.Open(columns.Select(Width), HeadRows);
        Head(sheet, list);
        foreach (var column in columns)
            sheet.Text(column.Title(list.Texts), SheetStyle.Header);
        foreach (var row in list.Rows)
        {
            cancel.ThrowIfCancellationRequested();
            sheet.Row();
            foreach (var column in columns)
                WriteCell(sheet, column, column.Of(row), list.Texts);
        }
        var last = sheet.Rows;
        XlsxTotals.Write(sheet, list.Totals, list.Texts);
        sheet.Close($"A{HeadRows}:{SheetWriter.Letters(columns.Count)}{last}", pagesAcross: 2);
    }

    /// <summary>Name of the list, and under which rules, as of which day and from which data it was made.</summary>
    private static void Head(SheetWriter sheet, DisposalList list)
    {
        sheet.Row();
        sheet.Text(list.Texts["list.title"], SheetStyle.Heading);
        sheet.Row();
        var basis = list.Basis;
        sheet.Text(
            list.Texts.Fill(
                "list.basis",
                place =>
                    place switch
                    {
                        "asOf" => Fact.Of(basis.AsOf).ToString(),
                        "package" => basis.Package,
                        "version" => basis.Version,
                        "data" => basis.Data ?? list.Texts["list.data-unstated"],
                        _ => null,
                    }
            ),
            SheetStyle.Note
        );
        sheet.Row();
    }

    private static void WriteCell(SheetWriter sheet, DisposalColumn column, Fact fact, Texts texts)
    {
        switch (fact.Kind)
        {
            case FactKind.Text:
                sheet.Text(column.Words(fact, texts), Width(column) < 30 ? SheetStyle.Text : SheetStyle.Wrapped);
                break;
            case FactKind.Number:
                sheet.Number(fact.Number!.Value, SheetStyles.OfDecimals(column.Decimals));
                break;
            case FactKind.Date:
                sheet.Date(fact.Date!.Value);
                break;
            case FactKind.Flag:
                sheet.Text(texts[fact.Flag!.Value ? "list.yes" : "list.no"]);
                break;
            default:
                sheet.Skip();
                break;
        }
    }

    private static int Width(DisposalColumn column) =>
        column.Id switch
        {
            "reason" => 60,
            "clause" or "measures" or "measures_if_cause" or "missing" or "holder" or "name" or "location" => 30,
            "plot" or "supervision_number" or "rule" => 22,
            _ => 14,
        };
}
