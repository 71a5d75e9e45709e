using DocumentFormat.OpenXml.Packaging;
using LandLedger.Formats.Shapes;
using LandLedger.Import;
using LandLedger.Import.Columns;

namespace LandLedger.Formats.Tables;

/// <summary>One sheet of a workbook, row by row. Rows carry the numbers that the workbook shows.</summary>
internal sealed class XlsxSheet : RawFile
{
    private readonly XlsxWorkbook _workbook;
    private readonly XlsxRows _rows;
    private readonly List<RawRow> _first;
    private readonly ShapeText _shapes = new();
    private readonly int _last;
    private int _line;

    private XlsxSheet(XlsxWorkbook workbook, XlsxRows rows, List<RawRow> first, int last)
    {
        _workbook = workbook;
        _rows = rows;
        _first = first;
        _last = last;
    }

    public override double Progress => _last == 0 ? 0 : Math.Min(1, (double)_line / _last);

    /// <summary>Null for a sheet without any text.</summary>
    public static XlsxSheet? Open(XlsxWorkbook workbook, WorksheetPart part, string name, string title)
    {
        var merges = MergeScan.Read(part);
        var rows = new XlsxRows(workbook, part, name);
        var first = new List<RawRow>();
        while (first.Count < HeaderRow.Sample && rows.Next() is { } row)
            first.Add(row);
        var header = HeaderRow.Find([.. first.Select(row => row.Cells)], [.. Within(merges, first)]);
        if (header is null)
        {
            rows.Dispose();
            return null;
        }
        var width = header.Columns.Count;
        var headerEnd = first[header.First + header.Count - 1].Line;
        first.RemoveRange(0, header.First + header.Count);
        var below = merges.Where(span => span.FirstRow >= headerEnd).ToArray();
        rows.Fill(width, below, first);
        return new(workbook, rows, first, rows.LastRow)
        {
            Name = name,
            Sheet = title,
            Columns = header.Columns,
            Heading = header.Heading,
            Merged = below,
        };
    }

    public override IEnumerable<RawRow> Rows()
    {
        foreach (var row in _first)
            yield return row;
        while (Next() is { } row)
        {
            _line = row.Line;
            yield return row;
        }
        Issues.AddRange(_rows.Issues);
    }

    public override (RawShape? Shape, CellTrouble? Trouble) ShapeOf(string text) => ShapeCell.Read(_shapes, text);

    protected override void Dispose(bool disposing)
    {
        _rows.Dispose();
        _workbook.Dispose();
        base.Dispose(disposing);
    }

    private RawRow? Next()
    {
        try
        {
            return _rows.Next();
        }
        catch (Exception e) when (XlsxWorkbook.IsDamage(e))
        {
            Issues.Add(FileIssue.Refuse(Name, "file.damaged"));
            return null;
        }
    }

    /// <summary>Merged blocks by position among the rows that are there.</summary>
    private static IEnumerable<CellSpan> Within(IReadOnlyList<CellSpan> merges, List<RawRow> rows)
    {
        foreach (var span in merges)
        {
            var first = rows.FindIndex(row => row.Line - 1 >= span.FirstRow);
            var last = rows.FindLastIndex(row => row.Line - 1 <= span.LastRow);
            if (first >= 0 && last >= first && rows[first].Line - 1 == span.FirstRow)
                yield return new(first, span.FirstColumn, last, span.LastColumn);
        }
    }
}
