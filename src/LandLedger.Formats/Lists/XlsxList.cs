using LandLedger.Disposal;

namespace LandLedger.Formats.Lists;

/// <summary>
/// A disposal list as a workbook: the list with its totals below, the articles it rests on, and what the words mean. Numbers are
/// numbers, days are days, long numbers are texts.
/// </summary>
public static class XlsxList
{
    private const int HeadRows = 3;

    /// <summary>Rows that the widths of the columns are taken from.</summary>
    private const int Sample = 500;

    /// <summary>How large the letters of the heading are against those of the cells: 16 points to 11.</summary>
    private const double HeadingSize = 16 / 11d;

    /// <summary>Reasons, and measures with their articles, are a sentence or several.</summary>
    private const int LongestReason = 60;

    /// <summary>Writes the workbook; the stream need not be seekable.</summary>
    public static void Write(Stream output, DisposalList list, CancellationToken cancel = default) =>
        Write(output, list.Contents, cancel);

    /// <summary>The same of what a list says, one that was issued too.</summary>
    public static void Write(Stream output, ListContents list, CancellationToken cancel = default)
    {
        var texts = list.Texts;
        string[] law = list.Basis.IsExtract ? [] : [texts["list.sheet.law"]];
        string[] sheets = [texts["list.sheet.rows"], .. law, texts["list.sheet.legend"]];
        using var book = new Workbook(output, sheets, list.Basis.AsOf, HeadRows);
        book.Sheet(sheet => WriteRows(sheet, list, cancel));
        if (law.Length > 0)
            book.Sheet(sheet => XlsxLaw.Write(sheet, list.Law.Value, texts));
        book.Sheet(sheet => XlsxLegend.Write(sheet, texts));
    }

    private static void WriteRows(SheetWriter sheet, ListContents list, CancellationToken cancel)
    {
        var columns = list.Columns;
        var widths = Widths(list);
        sheet.Open(widths.All, HeadRows);
        Head(sheet, list, widths);
        string?[] words = [.. columns.Select(column => column.Title(list.Texts))];
        sheet.Row(widths.Lines(words));
        foreach (var title in words)
            sheet.Text(title, SheetStyle.Header);
        var facts = new Fact[columns.Count];
        foreach (var line in list.Lines)
        {
            cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Count; i++)
            {
                facts[i] = line[columns[i]];
                words[i] = Words(columns[i], facts[i], list.Texts);
            }
            sheet.Row(widths.Lines(words));
            for (var i = 0; i < columns.Count; i++)
            {
                if (words[i] is { } text)
                    sheet.Text(text, widths.Wraps(i, text) ? SheetStyle.Wrapped : SheetStyle.Text);
                else
                    WriteFigure(sheet, columns[i], facts[i]);
            }
        }
        var last = sheet.Rows;
        XlsxTotals.Write(sheet, widths, list);
        sheet.Close($"A{HeadRows}:{SheetWriter.Letters(columns.Count)}{last}", pagesAcross: 2);
    }

    /// <summary>Room for the titles, for what the type of a column may hold, for the first rows and for the totals.</summary>
    private static ColumnWidths Widths(ListContents list)
    {
        var columns = list.Columns;
        var sample = list.Lines.Take(Sample).ToList();
        var widths = new ColumnWidths(columns.Count);
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            widths.FitTitle(i, column.Title(list.Texts));
            if (Usual(column) is { } usual)
                widths.Fit(i, usual, column.Decimals);
            else if (column.Type == ColumnType.Date)
                widths.Fit(i, Fact.Of(DateOnly.MaxValue).ToString());
            foreach (var fact in sample.Select(line => line[column]))
            {
                if (fact.Number is { } number)
                    widths.Fit(i, number, Math.Max(column.Decimals, number.Scale));
                else
                    widths.Fit(
                        i,
                        Words(column, fact, list.Texts),
                        column.Id is "reason" or "measure_clauses" or "set_basis" or "held_basis"
                            ? LongestReason
                            : ColumnWidths.Most
                    );
            }
        }
        XlsxTotals.Fit(widths, list);
        return widths;
    }

    /// <summary>A number as large as most of its column are: it may stand in rows that are not looked at.</summary>
    private static decimal? Usual(DisposalColumn column) =>
        column.Unit switch
        {
            Unit.Mu => 9_999m,
            Unit.Yuan => 999_999_999m,
            Unit.YuanPerMu => 9_999_999m,
            Unit.Day => 99_999m,
            _ => null,
        };

    /// <summary>Name of the list, and under which rules, as of which day and from which data it was made.</summary>
    private static void Head(SheetWriter sheet, ListContents list, ColumnWidths widths)
    {
        sheet.Row(lines: 2);
        var title = TitleOf(list);
        sheet.Text(title, SheetStyle.Heading);
        sheet.Merge(widths.Across(title, HeadingSize));
        sheet.Row();
        var basis = list.Basis;
        var note = list.Texts.Fill(
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
        );
        if (basis.IsExtract)
            note += list.Texts["list.extract.note"];
        sheet.Text(note, SheetStyle.Note);
        sheet.Merge(widths.Across(note));
    }

    private static string TitleOf(ListContents list) =>
        list.Basis.IsExtract ? list.Texts.Fill("list.title.extract", _ => WholeTitleOf(list)) : WholeTitleOf(list);

    private static string WholeTitleOf(ListContents list) =>
        list.Basis.Number is { } number
            ? list.Texts.Fill(
                list.Basis.Redaction is null ? "list.title.issued" : "list.title.public",
                place => place == "number" ? number : list.Texts["list.title"]
            )
            : list.Texts["list.title"];

    /// <summary>What stands in a cell of words; null where a number, a day or nothing stands.</summary>
    private static string? Words(DisposalColumn column, Fact fact, Texts texts) =>
        fact.Flag is { } flag ? texts[flag ? "list.yes" : "list.no"] : column.Words(fact, texts);

    private static void WriteFigure(SheetWriter sheet, DisposalColumn column, Fact fact)
    {
        if (fact.Number is { } number)
            sheet.Number(number, SheetStyles.OfDecimals(Math.Max(column.Decimals, number.Scale)));
        else if (fact.Date is { } day)
            sheet.Date(day);
        else
            sheet.Skip();
    }
}
