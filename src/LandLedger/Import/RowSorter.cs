using LandLedger.Fields;
using LandLedger.Import.Cells;
using LandLedger.Import.Columns;

namespace LandLedger.Import;

/// <summary>What a row of a table is, before its cells are read.</summary>
internal enum RowSort
{
    Record,
    Blank,

    /// <summary>The header printed again, or the numbers of its columns.</summary>
    Header,
    Total,

    /// <summary>A note, a signature line or the title of a section.</summary>
    Note,
}

/// <summary>Tells records from what officers print between and below them.</summary>
internal sealed class RowSorter
{
    /// <summary>A section title stands in the first columns; a lone cell elsewhere is a record whose plot is missing.</summary>
    private const int SectionColumns = 2;

    private const int LabelColumns = 4;

    private readonly int[] _keys;
    private readonly int[] _titled;
    private readonly bool[] _serial;
    private readonly int[] _longest;
    private readonly string[][] _titles;

    public RowSorter(RawFile file, ColumnMap columns)
    {
        _keys =
        [
            .. columns
                .Columns.Where(x =>
                    x.Field == PlotFields.Plot
                    || x.Field == PlotFields.SupervisionNumber
                    || x.Field == RowFields.Firm
                    || x.Field == RowFields.FirmCode
                )
                .Select(x => x.Column.Index)
                .Distinct(),
        ];
        var width = file.Columns.Count == 0 ? 0 : file.Columns.Max(column => column.Index) + 1;
        _titles = new string[width][];
        _serial = new bool[width];
        Array.Fill(_titles, []);
        foreach (var column in file.Columns)
        {
            var plain = CellText.Plain(column.Title);
            _titles[column.Index] = plain.Length == 0 ? [] : [plain, .. plain.Split('/')];
            _serial[column.Index] = Words.IsSerialTitle(column.Title[(column.Title.LastIndexOf('/') + 1)..]);
        }
        // A title may be printed again with blanks between its letters.
        _longest = [.. _titles.Select(titles => titles.Select(title => title.Length * 4).DefaultIfEmpty().Max())];
        _titled = [.. Enumerable.Range(0, width).Where(index => _titles[index].Length > 0)];
    }

    public RowSort Sort(string?[] cells)
    {
        var first = -1;
        var filled = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            if (CellText.IsBlank(cells[i]) || (i < _serial.Length && _serial[i] && NumberText.TryRead(cells[i], out _)))
                continue;
            if (first < 0)
                first = i;
            filled++;
        }
        if (first < 0)
            return RowSort.Blank;
        var keyed = HasKey(cells);
        if ((!keyed || filled <= 3) && Words.BeginsNote(cells[first]))
            return RowSort.Note;
        // "合计" before the column of numbers: what stands there counts the plots.
        if (Words.BeginsTotal(cells[first]) && (!keyed || Array.IndexOf(_keys, first) < 0))
            return RowSort.Total;
        if (!keyed)
        {
            if (HasTotalLabel(cells, first))
                return RowSort.Total;
            if (filled == 1 && !NumberText.TryRead(cells[first], out _) && first < SectionColumns)
                return RowSort.Note;
        }
        return IsHeader(cells, filled) || IsNumbering(cells, filled) ? RowSort.Header : RowSort.Record;
    }

    /// <summary>Whether a cell names a plot or a firm; "合计" names none.</summary>
    private bool HasKey(string?[] cells)
    {
        foreach (var key in _keys)
        {
            if (key < cells.Length && !CellText.IsBlank(cells[key]) && !Words.MeansTotal(cells[key]))
                return true;
        }
        return _keys.Length == 0;
    }

    /// <summary>A label of a total in one of the first cells: 城东片区 | 小计.</summary>
    private bool HasTotalLabel(string?[] cells, int first)
    {
        for (var i = first; i < cells.Length && i < first + LabelColumns; i++)
        {
            if (Words.MeansTotal(cells[i]))
                return true;
        }
        return Array.Exists(_keys, key => key < cells.Length && Words.MeansTotal(cells[key]));
    }

    private bool IsHeader(string?[] cells, int filled)
    {
        if (filled < 2)
            return false;
        for (var i = 0; i < cells.Length; i++)
        {
            if (CellText.IsBlank(cells[i]))
                continue;
            if (i >= _titles.Length || cells[i]!.Length > _longest[i])
                return false;
            if (Array.IndexOf(_titles[i], CellText.Plain(cells[i])) < 0)
                return false;
        }
        return true;
    }

    /// <summary>"甲 乙 1 2 3 …" below the header of statistical forms.</summary>
    private bool IsNumbering(string?[] cells, int filled)
    {
        if (filled < 3 || filled * 10 < _titled.Length * 6)
            return false;
        var expected = 0m;
        foreach (var cell in cells)
        {
            if (cell is null || CellText.IsBlank(cell))
                continue;
            var trimmed = CellText.Trim(cell).Trim('(', ')', '（', '）');
            if (expected == 0 && trimmed is "甲" or "乙" or "丙" or "丁" or "A" or "B" or "C")
                continue;
            if (!NumberText.TryRead(trimmed, out var written) || written.Number != ++expected)
                return false;
        }
        return expected > 0;
    }
}
