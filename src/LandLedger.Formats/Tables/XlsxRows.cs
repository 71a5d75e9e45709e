using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using LandLedger.Import;
using LandLedger.Import.Columns;

namespace LandLedger.Formats.Tables;

/// <summary>The rows of a sheet as texts.</summary>
internal sealed class XlsxRows : IDisposable
{
    private readonly XlsxWorkbook _workbook;
    private readonly XmlReader _xml;
    private readonly string _name;
    private readonly List<string?> _cells = [];
    private Dictionary<int, Queue<CellSpan>> _merged = [];
    private readonly Dictionary<CellSpan, string?> _values = [];
    private int _width;
    private int _line;

    /// <summary>The column of a cell that does not say where it stands.</summary>
    private int _next;

    public XlsxRows(XlsxWorkbook workbook, WorksheetPart part, string name)
    {
        _workbook = workbook;
        _xml = XlsxWorkbook.Xml(part);
        _name = name;
    }

    /// <summary>Last row by the sheet's own statement, 0 when it makes none.</summary>
    public int LastRow { get; private set; }

    public List<ImportIssue> Issues { get; } = [];

    /// <summary>From now on rows are at least so wide, and merged blocks repeat their value down their first column.</summary>
    public void Fill(int width, CellSpan[] merged, List<RawRow> already)
    {
        _width = width;
        _merged = merged
            .Where(span => span.LastRow > span.FirstRow)
            .GroupBy(span => span.FirstColumn)
            .ToDictionary(group => group.Key, group => new Queue<CellSpan>(group.OrderBy(span => span.FirstRow)));
        for (var i = 0; i < already.Count; i++)
            already[i] = Filled(already[i].Line, already[i].Cells);
    }

    public RawRow? Next()
    {
        while (_xml.Read())
        {
            if (_xml.NodeType != XmlNodeType.Element)
                continue;
            if (_xml.LocalName == "dimension")
                LastRow = CellReference.Span(_xml.GetAttribute("ref"))?.LastRow + 1 ?? 0;
            else if (_xml.LocalName == "row")
                return Row();
        }
        return null;
    }

    public void Dispose() => _xml.Dispose();

    private RawRow Row()
    {
        var stated = _xml.GetAttribute("r");
        _line = int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : _line + 1;
        _cells.Clear();
        _next = 0;
        if (!_xml.IsEmptyElement)
        {
            var depth = _xml.Depth;
            while (_xml.Read() && _xml.Depth > depth)
            {
                if (_xml.NodeType == XmlNodeType.Element && _xml.LocalName == "c")
                    Cell();
            }
        }
        return Filled(_line, [.. _cells]);
    }

    private void Cell()
    {
        var reference = _xml.GetAttribute("r");
        var column = reference is null ? _next : CellReference.Column(reference);
        _next = column + 1;
        var type = _xml.GetAttribute("t") ?? "n";
        var style = _xml.GetAttribute("s");
        string? value = null;
        var formula = false;
        if (!_xml.IsEmptyElement)
        {
            var depth = _xml.Depth;
            while (_xml.Read() && _xml.Depth > depth)
            {
                if (_xml.NodeType != XmlNodeType.Element)
                    continue;
                if (_xml.LocalName == "v")
                    value = SharedStrings.Content(_xml);
                else if (_xml.LocalName == "is")
                    value = SharedStrings.Text(_xml);
                else if (_xml.LocalName == "f")
                    formula = true;
            }
        }
        if (formula && string.IsNullOrEmpty(value) && type != "str")
            Issues.Add(
                FileIssue
                    .Warn(_name, "cell.no-value", _line)
                    .With(("index", (column + 1).ToString(CultureInfo.InvariantCulture))) with
                {
                    Column = column + 1,
                }
            );
        if (column is < 0 or >= CellReference.MostColumns || value is null)
            return;
        while (_cells.Count <= column)
            _cells.Add(null);
        _cells[column] = CellValue.Text(_workbook, type, style, value);
    }

    private RawRow Filled(int line, string?[] cells)
    {
        if (cells.Length < _width)
            Array.Resize(ref cells, _width);
        foreach (var (column, spans) in _merged)
        {
            if (column >= cells.Length)
                continue;
            while (spans.TryPeek(out var past) && past.LastRow + 1 < line)
                _values.Remove(spans.Dequeue());
            if (!spans.TryPeek(out var span) || span.FirstRow >= line)
                continue;
            if (span.FirstRow == line - 1)
                _values[span] = cells[column];
            else
                cells[column] ??= _values.GetValueOrDefault(span);
        }
        return new(line, cells);
    }
}
