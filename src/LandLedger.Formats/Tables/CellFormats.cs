using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LandLedger.Formats.Tables;

/// <summary>What a number format makes of the number in a cell.</summary>
internal enum CellKind : byte
{
    Number,

    /// <summary>A day; what is shown names the day.</summary>
    Day,

    /// <summary>A day of which only year and month are shown.</summary>
    Month,
    Percent,
}

/// <summary>The number formats of a workbook by style index.</summary>
internal sealed class CellFormats
{
    private readonly CellKind[] _byStyle;

    private CellFormats(CellKind[] byStyle) => _byStyle = byStyle;

    public CellKind this[int style] => (uint)style < (uint)_byStyle.Length ? _byStyle[style] : CellKind.Number;

    public static CellFormats Read(WorkbookPart workbook)
    {
        if (workbook.WorkbookStylesPart?.Stylesheet is not { CellFormats: { } formats } styles)
            return new([]);
        var custom = (styles.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId is not null)
            .GroupBy(format => format.NumberFormatId!.Value)
            .ToDictionary(group => group.Key, group => group.Last().FormatCode?.Value ?? "");
        return new([
            .. formats
                .Elements<CellFormat>()
                .Select(format => format.NumberFormatId?.Value ?? 0)
                .Select(id => custom.TryGetValue(id, out var code) ? KindOf(code) : KindOf(id)),
        ]);
    }

    /// <summary>Built-in formats; 27 to 36 and 50 to 58 are the dates of Chinese, Japanese and Korean workbooks.</summary>
    public static CellKind KindOf(uint id) =>
        id switch
        {
            9 or 10 => CellKind.Percent,
            14 or 15 or 16 or 22 or 28 or 29 or 30 or 31 or 51 or 53 or 54 or 58 => CellKind.Day,
            17 or 27 or 36 or 50 or 52 or 57 => CellKind.Month,
            _ => CellKind.Number,
        };

    /// <summary>A custom format such as <c>yyyy"年"m"月"d"日";@</c>: year or day letters outside quotes and brackets make a date.</summary>
    public static CellKind KindOf(string code)
    {
        bool year = false,
            day = false,
            percent = false;
        for (var i = 0; i < code.Length; i++)
        {
            switch (char.ToLower(code[i], CultureInfo.InvariantCulture))
            {
                case '"':
                    i = Past(code, i, '"');
                    break;
                case '[':
                    i = Past(code, i, ']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    i += "General".Length - 1;
                    break;
                case 'y' or 'e' when !IsExponent(code, i):
                    year = true;
                    break;
                case 'd':
                    day = true;
                    break;
                case '%':
                    percent = true;
                    break;
            }
        }
        return day ? CellKind.Day
            : year ? CellKind.Month
            : percent ? CellKind.Percent
            : CellKind.Number;
    }

    private static bool IsExponent(string code, int at) =>
        code[at] is 'e' or 'E' && at + 1 < code.Length && code[at + 1] is '+' or '-';

    private static int Past(string code, int at, char end)
    {
        var close = code.IndexOf(end, at + 1);
        return close < 0 ? code.Length : close;
    }
}
