using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using LandLedger.Formats.Output;

namespace LandLedger.Formats.Lists;

/// <summary>
/// One worksheet, row by row, straight into its entry of the package. Texts stand in the cells themselves, so nothing is kept
/// until the end however many rows there are.
/// </summary>
internal sealed partial class SheetWriter(Stream stream)
{
    private const int FlushAt = 64 * 1024;

    /// <summary>In points, of the default font.</summary>
    private const int LineHeight = 15;

    /// <summary>The most characters that a cell can hold.</summary>
    private const int LongestText = 32_767;

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    // Excel believes in a 29 February 1900; days before the next one would be off by one.
    private static readonly DateOnly FirstSoundDay = new(1900, 3, 1);

    private static readonly SearchValues<char> Special = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x20).Select(c => (char)c)) + "<>&\uFFFE\uFFFF"
    );

    private readonly Utf8Buffer _output = new();
    private readonly List<string> _merged = [];
    private int _row;

    /// <summary>Rows written so far.</summary>
    public int Rows => _row;

    /// <summary>Begins the sheet.</summary>
    /// <param name="widths">Column widths in characters.</param>
    /// <param name="frozenRows">Rows that stay in sight when scrolling; 0 freezes none.</param>
    public void Open(IEnumerable<int> widths, int frozenRows)
    {
        Xml(
            """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">"""
        );
        if (frozenRows > 0)
        {
            Xml(
                $"""<pane xSplit="1" ySplit="{frozenRows}" topLeftCell="B{frozenRows + 1}" activePane="bottomRight" state="frozen"/>"""
            );
        }
        Xml("</sheetView></sheetViews><cols>");
        var column = 0;
        foreach (var width in widths)
        {
            column++;
            Xml($"""<col min="{column}" max="{column}" width="{width}" customWidth="1"/>""");
        }
        Xml("</cols><sheetData>");
    }

    /// <summary>Begins the next row. Not every program finds the height of wrapped texts by itself.</summary>
    /// <param name="lines">Lines of the highest cell.</param>
    public void Row(int lines = 1)
    {
        if (_row > 0)
            _output.Raw("</row>"u8);
        if (_output.Length > FlushAt)
            Flush();
        _row++;
        if (lines == 1)
            _output.Raw("<row>"u8);
        else
            Xml($"""<row ht="{lines * LineHeight}">""");
    }

    public void Skip(SheetStyle style = SheetStyle.General)
    {
        Cell(style);
        _output.Raw("/>"u8);
    }

    public void Text(string? text, SheetStyle style = SheetStyle.Text)
    {
        if (string.IsNullOrEmpty(text))
        {
            Skip();
            return;
        }
        Cell(style);
        _output.Raw(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        Escape(text.Length > LongestText ? text.AsSpan(0, LongestText) : text);
        _output.Raw("</t></is></c>"u8);
    }

    /// <summary>Lets the first cell of the row stand across so many columns.</summary>
    public void Merge(int columns)
    {
        if (columns > 1)
            _merged.Add($"A{_row}:{Letters(columns)}{_row}");
    }

    public void Number(decimal number, SheetStyle style)
    {
        Cell(style);
        _output.Raw("><v>"u8);
        _output.Number(number);
        _output.Raw("</v></c>"u8);
    }

    public void Date(DateOnly day)
    {
        if (day < FirstSoundDay)
            Text(Fact.Of(day).ToString());
        else
            Number(day.DayNumber - DayZero.DayNumber, SheetStyle.Date);
    }

    /// <summary>Ends the sheet; the range gets filter buttons. It prints on A3 across, in so many pages side by side.</summary>
    public void Close(string? filter = null, int pagesAcross = 1)
    {
        if (_row > 0)
            _output.Raw("</row>"u8);
        Xml("</sheetData>");
        if (filter is not null)
            Xml($"""<autoFilter ref="{filter}"/>""");
        if (_merged.Count > 0)
        {
            var cells = string.Concat(_merged.Select(range => $"""<mergeCell ref="{range}"/>"""));
            Xml($"""<mergeCells count="{_merged.Count}">{cells}</mergeCells>""");
        }
        Xml(
            $"""<pageSetup paperSize="8" orientation="landscape" fitToWidth="{pagesAcross}" fitToHeight="0"/></worksheet>"""
        );
        Flush();
    }

    /// <summary>Letters of a column, 1 is A.</summary>
    public static string Letters(int column) =>
        column <= 26
            ? ((char)('A' + column - 1)).ToString()
            : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));

    private void Cell(SheetStyle style)
    {
        _output.Raw("<c s=\""u8);
        if ((int)style >= 10)
            _output.Raw((byte)('0' + ((int)style / 10)));
        _output.Raw((byte)('0' + ((int)style % 10)));
        _output.Raw((byte)'"');
    }

    private void Xml(string text) => Encoding.UTF8.GetBytes(text, _output);

    /// <summary>Characters that XML cannot hold come out as U+FFFD; what Excel would read as an escape is kept from it.</summary>
    private void Escape(ReadOnlySpan<char> text)
    {
        if (text.Contains("_x", StringComparison.Ordinal))
            text = ExcelEscape().Replace(text.ToString(), "_x005F$0");
        for (int special; (special = text.IndexOfAny(Special)) >= 0; text = text[(special + 1)..])
        {
            Encoding.UTF8.GetBytes(text[..special], _output);
            _output.Raw(
                text[special] switch
                {
                    '<' => "&lt;"u8,
                    '>' => "&gt;"u8,
                    '&' => "&amp;"u8,
                    '\t' => "\t"u8,
                    '\n' => "\n"u8,
                    '\r' => "&#13;"u8,
                    _ => "\uFFFD"u8,
                }
            );
        }
        Encoding.UTF8.GetBytes(text, _output);
    }

    private void Flush()
    {
        stream.Write(_output.Written.Span);
        _output.Clear();
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExcelEscape();
}
