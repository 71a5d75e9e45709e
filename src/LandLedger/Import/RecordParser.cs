using LandLedger.Fields;
using LandLedger.Import.Cells;
using LandLedger.Import.Columns;

namespace LandLedger.Import;

/// <summary>
/// Turns the rows of one file into facts by a layout. What concerns the file (unknown layout, columns, totals, null markers) goes
/// into <see cref="RawFile.Issues"/>, what concerns a row into <see cref="ParsedRow.Issues"/>.
/// </summary>
public sealed class RecordParser
{
    private readonly RawFile _file;
    private readonly string? _county;
    private readonly MappedColumn[] _columns;
    private readonly MappedColumn[] _further;
    private readonly int _width;
    private readonly RowSorter _sorter;
    private readonly ColumnNotes _notes = new();
    private readonly RowCells _cells;
    private readonly RowRecord _record;
    private readonly Totals _totals;
    private readonly MergedCells _merged;
    private readonly List<MappedColumn> _unclear;

    private RecordParser(RawFile file, ColumnMap columns, string? county)
    {
        _file = file;
        Columns = columns;
        _county = county ?? columns.Layout.County;
        _columns = [.. columns.Columns];
        _further = [.. columns.Columns.Where(column => column.Further)];
        _width = file.Columns.Count == 0 ? 0 : file.Columns.Max(column => column.Index) + 1;
        _sorter = new(file, columns);
        _cells = new(file, _notes, columns.Slots);
        _record = new(file, columns, _cells);
        _totals = new(file, columns);
        _merged = new(file, columns);
        _unclear = UnitNotes.Unclear(columns);
    }

    public ColumnMap Columns { get; }

    public Layout Layout => Columns.Layout;

    /// <summary>
    /// Null when the file cannot be read as a ledger: the issues of the file say why. Without a layout the built-in one that names
    /// most of the columns is taken. <paramref name="county"/> is for rows that state none.
    /// </summary>
    public static RecordParser? Open(RawFile file, Layout? layout = null, string? county = null)
    {
        if (file.Columns.Count == 0 && file.Issues.Exists(issue => issue.Severity == Severity.Refuse))
            return null;
        var columns = layout is null ? Layouts.Choose(file) : ColumnMap.Of(file, layout).WithStatedYear(file);
        return columns?.Report(file) == true
            ? new(file, Own(columns with { Layout = RowsOf(columns) }, file), county)
            : null;
    }

    /// <summary>What a table of supplements, delays, charges or figures of years remarks is said of these, and no remark of the plot.</summary>
    private static ColumnMap Own(ColumnMap columns, RawFile file)
    {
        if (columns.Layout.Row is RowKind.Plot or RowKind.FirmYear || columns.Find(PlotFields.Remark) is not { } remark)
            return columns;
        file.Add("column.of-rows", Severity.Note, remark.Column, remark.Field);
        return columns with { Columns = [.. columns.Columns.Where(column => column.Field != PlotFields.Remark)] };
    }

    /// <summary>A plot table that names a plot and otherwise tells only of supplements, of delays, of charges or of figures of years is about these.</summary>
    private static Layout RowsOf(ColumnMap columns)
    {
        var layout = columns.Layout;
        if (layout.Row != RowKind.Plot)
            return layout;
        var fields = columns.Columns.Select(column => column.Field).Except(Naming).ToList();
        var about =
            fields.Count == 0 ? RowKind.Plot
            : fields.TrueForAll(RowFields.Supplements.Contains) ? RowKind.Supplement
            : fields.TrueForAll(RowFields.Delays.Contains) ? RowKind.Delay
            : fields.TrueForAll(RowFields.Charges.Contains) ? RowKind.Charge
            : fields.TrueForAll(RowYears.Holds) ? RowKind.PlotYear
            : RowKind.Plot;
        return about == RowKind.Plot ? layout : layout with { Row = about };
    }

    /// <summary>What says which plot a row is of.</summary>
    internal static readonly Field[] Naming =
    [
        PlotFields.Plot,
        PlotFields.County,
        PlotFields.Name,
        PlotFields.Holder,
        PlotFields.Zone,
        PlotFields.SupervisionNumber,
        PlotFields.ContractNumber,
        PlotFields.Remark,
    ];

    /// <summary>Every record, once; totals, notes, blanks and repeated headers are left out.</summary>
    public IEnumerable<ParsedRow> Rows()
    {
        foreach (var row in _file.Rows())
        {
            if (Parse(row) is { } parsed)
                yield return parsed;
        }
        _notes.Report(_file);
    }

    /// <summary>Null for a row that is no record (total, note, blank, repeated header).</summary>
    public ParsedRow? Parse(RawRow row)
    {
        switch (_sorter.Sort(row.Cells))
        {
            case RowSort.Record:
            case RowSort.Blank when row.Shape is not null:
                return Record(row);
            case RowSort.Total:
                Tell("table.total-row", row);
                _totals.Compare(row);
                return null;
            case RowSort.Note:
                Tell("table.note-row", row);
                _file.Issues.AddRange(UnitNotes.Of(new(_file.Name, row.Line, null), row.Cells, _unclear));
                return null;
            default:
                return null;
        }
    }

    private ParsedRow Record(RawRow row)
    {
        _cells.Begin(row);
        CheckWidth(row);
        foreach (var column in _columns)
        {
            if (column.Column.Index < row.Cells.Length)
                CellReader.Read(_cells, column, row.Cells[column.Column.Index]);
        }
        if (!_cells.Refused || row.Cells.Length <= _width)
            _totals.Add(_cells, _merged);
        if (_merged.Any)
            DropShared(row);
        foreach (var further in _further)
            FurtherCell.Join(_cells, Columns.Find(further.Field)!, further);
        return _record.Of(_county);
    }

    /// <summary>An amount over several plots is nobody's own: it is left unknown and told.</summary>
    private void DropShared(RawRow row)
    {
        foreach (var column in _columns)
        {
            if (!_cells[column].IsKnown || !_merged.IsShared(row, column))
                continue;
            _cells.Warn("table.merged-amount", column, row.Cells[column.Column.Index]);
            _cells[column] = default;
        }
    }

    /// <summary>A cell too many has pushed the others aside; a cell too few may have.</summary>
    private void CheckWidth(RawRow row)
    {
        if (row.Cells.Length < _width && row.IsUnended)
            Width("row.cut", Severity.Refuse);
        else if (row.Cells.Length < _width)
            Width("row.short", Severity.Warn);
        for (var i = _width; i < row.Cells.Length; i++)
        {
            if (CellText.IsBlank(row.Cells[i]))
                continue;
            Width("row.long", Severity.Refuse);
            return;
        }

        void Width(string code, Severity severity)
        {
            (string, string)[] counts =
            [
                ("cells", CellText.Count(row.Cells.Length)),
                ("columns", CellText.Count(_width)),
            ];
            if (severity == Severity.Refuse)
                _cells.Refuse(code, null, null, counts);
            else
                _cells.Warn(code, null, null, counts);
        }
    }

    private void Tell(string code, RawRow row)
    {
        var text = string.Join(' ', row.Cells.Where(cell => !CellText.IsBlank(cell)).Take(10));
        _file.Issues.Add(
            new()
            {
                Code = code,
                Severity = Severity.Note,
                File = _file.Name,
                Line = row.Line,
                Value = FileIssues.Cut(text),
            }
        );
    }
}
