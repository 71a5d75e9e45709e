using LandLedger.Formats.Json;

namespace LandLedger.Formats.Lists;

/// <summary>A column of somebody else's form: its title there, what stands under the title, and what the plot says of it.</summary>
/// <param name="Title">As printed in the form.</param>
/// <param name="Under">Code of the field with its unit, or the unit alone; empty where there is none.</param>
/// <param name="Decimals">Decimals that a number is rounded to, half up; zeros at their end are not written.</param>
internal sealed record FormColumn(string Title, string Under, Func<Evaluation, Fact> Of, int Decimals = 4)
{
    /// <summary>A column of which no ledger knows anything: it is there and stays empty.</summary>
    public static FormColumn Empty(string title, string under = "") => new(title, under, _ => Fact.Unknown);
}

/// <summary>
/// A form with a row a plot, as a workbook: titles, what stands under them, the rows, nothing else. What is not known stays empty; it is
/// never 否 and never 0.
/// </summary>
internal static class XlsxForm
{
    private const int HeadRows = 2;

    public static void Write(
        Stream output,
        string name,
        IReadOnlyList<FormColumn> columns,
        IEnumerable<Evaluation> evaluations,
        DateOnly asOf,
        CancellationToken cancel
    )
    {
        using var book = new Workbook(output, [name], asOf, titleRow: 1);
        book.Sheet(sheet =>
        {
            sheet.Open(Widths(columns).All, HeadRows);
            Head(sheet, columns.Select(column => column.Title));
            Head(sheet, columns.Select(column => column.Under));
            foreach (var evaluation in evaluations)
            {
                cancel.ThrowIfCancellationRequested();
                sheet.Row();
                foreach (var column in columns)
                    Cell(sheet, column.Of(evaluation), column.Decimals);
            }
            sheet.Close(pagesAcross: 2);
        });
    }

    /// <summary>Room for titles and for a day: rows stream past and are not looked at before.</summary>
    private static ColumnWidths Widths(IReadOnlyList<FormColumn> columns)
    {
        var widths = new ColumnWidths(columns.Count);
        for (var i = 0; i < columns.Count; i++)
        {
            widths.Fit(i, columns[i].Title);
            widths.Fit(i, columns[i].Under);
            widths.Fit(i, Fact.Of(DateOnly.MaxValue).ToString());
        }
        return widths;
    }

    private static void Head(SheetWriter sheet, IEnumerable<string> words)
    {
        sheet.Row();
        foreach (var word in words)
            sheet.Text(word, SheetStyle.Header);
    }

    private static void Cell(SheetWriter sheet, Fact fact, int decimals)
    {
        if (fact.Number is { } number)
        {
            var shown = JsonForm.Trim(Rounding.HalfUp(number, decimals));
            sheet.Number(
                shown,
                shown.Scale == 0 ? SheetStyle.Whole : SheetStyles.OfDecimals(Math.Max((int)shown.Scale, 2))
            );
        }
        else if (fact.Date is { } day)
            sheet.Date(day);
        else if (fact.Flag is { } flag)
            sheet.Text(Texts.Chinese[flag ? "list.yes" : "list.no"]);
        else
            sheet.Text(fact.Text);
    }
}
