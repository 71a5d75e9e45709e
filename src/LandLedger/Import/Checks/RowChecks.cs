using LandLedger.Fields;
using LandLedger.Import.Cells;
using LandLedger.Import.Columns;

namespace LandLedger.Import.Checks;

/// <summary>Checks of single facts that need more than their own cell, or are odd but possible: county, credit codes, parcel codes, taxes below zero.</summary>
internal static class RowChecks
{
    public static void Check(RowCells cells, ColumnMap columns)
    {
        County(cells, columns);
        Credit(cells, columns, PlotFields.CreditCode);
        Credit(cells, columns, RowFields.FirmCode);
        Taxes(cells, columns);
        if (cells[PlotFields.ParcelCodes].Text is { } codes)
        {
            foreach (var code in codes.Split('、'))
            {
                if (!ParcelCode.HasShape(code))
                    cells.Warn("parcel-code.shape", columns.Find(PlotFields.ParcelCodes), code);
            }
        }
    }

    /// <summary>Refunds can outweigh what was paid, but a slip of the pen is likelier, and no class rests on such a tax.</summary>
    private static void Taxes(RowCells cells, ColumnMap columns)
    {
        foreach (var column in columns.Columns)
        {
            if (column.Field == RowFields.Tax && cells[column].Number < 0)
                cells.Warn("number.negative", column, cells.Row.Cells[column.Column.Index]);
        }
    }

    /// <summary>Six digits, or a longer code of a town or village whose first six they are. A name is no code and stays out.</summary>
    private static void County(RowCells cells, ColumnMap columns)
    {
        if (cells[PlotFields.County].Text is not { } county)
            return;
        var digits = !county.AsSpan().ContainsAnyExceptInRange('0', '9');
        if (digits && county.Length is 6)
            return;
        var column = columns.Find(PlotFields.County)!;
        if (digits && county.Length is 9 or 12)
        {
            cells[PlotFields.County] = Fact.Of(county[..6]);
            return;
        }
        cells[PlotFields.County] = default;
        if (digits)
            cells.Refuse("county.invalid", column, county);
        else
            cells.Note("county.name", column, county);
    }

    /// <summary>A code that fails its check is still that of one firm; 办理中 and 0 are of none, and two firms are not one by them.</summary>
    private static void Credit(RowCells cells, ColumnMap columns, Field field)
    {
        if (cells[field].Text is not { } code)
            return;
        var isOne = CreditCode.MayBe(code);
        if (isOne && CreditCode.IsValid(code))
            return;
        if (!isOne)
            cells[field] = default;
        cells.Warn(isOne ? "credit-code.check" : "credit-code.none", columns.Find(field), code);
    }
}
