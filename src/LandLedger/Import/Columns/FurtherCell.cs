using LandLedger.Fields;
using LandLedger.Import.Cells;

namespace LandLedger.Import.Columns;

/// <summary>Lays the cell of a further column beside that of the first column of its field.</summary>
internal static class FurtherCell
{
    /// <summary>
    /// A text goes behind that of the first column. A number in another unit or by another name stands where the first column is blank;
    /// where both are written, the finer one counts, and if they are further apart than they are rounded, the row is refused with both.
    /// </summary>
    public static void Join(RowCells row, MappedColumn first, MappedColumn further)
    {
        var (known, more) = (row[first], row[further]);
        if (!more.IsKnown)
            return;
        if (!known.IsKnown)
            row[first] = more;
        else if (more.Text is { } text)
            row[first] = known.Text == text ? known : Fact.Of($"{known.Text}、{text}");
        else if (known.Number is { } one && more.Number is { } other)
        {
            var (rounding, otherRounding) = (Rounding(row, first), Rounding(row, further));
            if (Math.Abs(one - other) > rounding + otherRounding)
                row.Refuse(
                    "column.units-differ",
                    further,
                    Written(row, further),
                    ("first", first.Column.Title),
                    ("firstValue", Written(row, first))
                );
            else if (otherRounding < rounding)
                row[first] = more;
        }
    }

    /// <summary>Half of the last digit that is written, in the unit of the fact.</summary>
    private static decimal Rounding(RowCells row, MappedColumn column)
    {
        if (!NumberText.TryRead(Written(row, column), out var written))
            return 0;
        var half = 0.5m / (decimal)Math.Pow(10, Math.Min(written.Decimals, 20));
        return (written.Unit?.For(column.Field.Unit) ?? column.Unit)?.ToFact(half) ?? half;
    }

    private static string Written(RowCells row, MappedColumn column) => row.Row.Cells[column.Column.Index] ?? "";
}
