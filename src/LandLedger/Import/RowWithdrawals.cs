using LandLedger.Fields;
using LandLedger.Import.Columns;
using LandLedger.Import.Merging;

namespace LandLedger.Import;

/// <summary>
/// Which facts a row takes back by <see cref="Cells.Words.WithdrawnWords"/>, beside the figures of years (<see cref="RowYears.Withdrawn"/>).
/// What names a plot, one of its supplements, delays and charges or a firm cannot be taken back, nor where a firm sits, which a file of the same name
/// takes back that no longer has it.
/// </summary>
internal static class RowWithdrawals
{
    /// <summary>The facts; a cell that can take nothing back refuses the row.</summary>
    public static IReadOnlyList<Field> Of(RowCells cells, ColumnMap columns, RowKind kind)
    {
        if (cells.Withdrawn.Count == 0)
            return [];
        var fields = new List<Field>();
        foreach (var column in cells.Withdrawn)
        {
            var field = column.Field;
            if (DifferingFigures.Of(field, kind == RowKind.FirmYear) != YearFigures.None)
                continue;
            var code =
                kind == RowKind.FirmYear || !MayGo(field) ? "cell.withdrawn"
                : NameOf(field) is { } name && !cells[name].IsKnown ? "cell.withdrawn-unnamed"
                : null;
            if (code is not null)
                cells.Refuse(code, column, cells.Row.Cells[column.Column.Index]);
            else if (!cells[column].IsKnown && !fields.Contains(field))
                fields.Add(field);
        }
        return fields;
    }

    private static bool MayGo(Field field) =>
        field.IsPlotFact
            ? field != PlotFields.Plot && field != PlotFields.County
            : field == RowFields.Geometry
                || IsOfPart(RowFields.Supplements, field)
                || IsOfPart(RowFields.Delays, field) && field != RowFields.DelayFrom
                || IsOfPart(RowFields.Charges, field);

    /// <summary>All but the field by which the part is named, which is its first.</summary>
    private static bool IsOfPart(Field[] part, Field field) => Array.IndexOf(part, field) > 0;

    /// <summary>What names the supplement, delay or charge that a fact is of; null for a fact of the plot.</summary>
    private static Field? NameOf(Field field) =>
        IsOfPart(RowFields.Supplements, field) ? RowFields.SupplementOn
        : IsOfPart(RowFields.Delays, field) ? RowFields.DelayKind
        : IsOfPart(RowFields.Charges, field) ? RowFields.ChargeCertificate
        : null;
}
