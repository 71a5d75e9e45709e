using LandLedger.Fields;

namespace LandLedger.Import.Columns;

/// <summary>The merged blocks of a workbook by column, to tell amounts that stand for several rows together.</summary>
internal sealed class MergedCells
{
    private readonly Dictionary<int, CellSpan[]> _byColumn;
    private readonly int? _plot;

    public MergedCells(RawFile file, ColumnMap columns)
    {
        _byColumn = file
            .Merged.Where(span => span.LastRow > span.FirstRow)
            .GroupBy(span => span.FirstColumn)
            .ToDictionary(group => group.Key, group => group.OrderBy(span => span.FirstRow).ToArray());
        _plot = columns.Find(PlotFields.Plot)?.Column.Index;
    }

    public bool Any => _byColumn.Count > 0;

    /// <summary>Whether the value of a cell counts in a sum: once a block.</summary>
    public bool Counts(RawRow row, MappedColumn column) =>
        !Any || At(row, column.Column.Index) is not { } span || span.FirstRow == row.Line - 1;

    /// <summary>Whether an amount is stated for several plots together, so that it is nobody's own.</summary>
    public bool IsShared(RawRow row, MappedColumn column) =>
        Any
        && column.Field.Type is FieldType.Area or FieldType.Money or FieldType.Number
        && column.Field != RowFields.Year
        && At(row, column.Column.Index) is { } span
        && !(
            _plot is { } plot
            && At(row, plot) is { } plots
            && plots.FirstRow <= span.FirstRow
            && plots.LastRow >= span.LastRow
        );

    private CellSpan? At(RawRow row, int column)
    {
        if (!_byColumn.TryGetValue(column, out var spans))
            return null;
        var line = row.Line - 1;
        var (low, high) = (0, spans.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].LastRow < line)
                low = middle + 1;
            else if (spans[middle].FirstRow > line)
                high = middle - 1;
            else
                return spans[middle];
        }
        return null;
    }
}
