using System.Globalization;
using LandLedger.Formats.Text;
using LandLedger.Import;

namespace LandLedger.Formats.BoundaryText;

/// <summary>The line that announces a plot: declared count, surveyed area and what else the sheet says of it.</summary>
internal sealed record PlotLine(int Line, string?[] Cells, string? CountText, string? Area)
{
    // Fields before the mark: the base form, and the longer forms with 图斑类型, 地类, 质量等别 and 备注.
    private const int BaseFields = 8;
    private const int MostFields = 13;

    public int? DeclaredCount =>
        int.TryParse(CountText, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    public string? Number => Cells[PlotColumns.Number];

    /// <summary>Whether a line of the coordinate section is meant as a plot line rather than as a point.</summary>
    public static bool Looks(ReadOnlySpan<char> line) =>
        line.IndexOfAny('@', '＠') >= 0
        || Separators(line) >= BaseFields - 1 && line.IndexOfAny('面', '线', '点') >= 0
        || IsCut(line);

    /// <summary>A count, an area and then no coordinate: what is left of a plot line where a file was cut off.</summary>
    private static bool IsCut(ReadOnlySpan<char> line)
    {
        Span<Range> parts = stackalloc Range[BaseFields];
        if (line.Split(parts, ',') < 3 || !IsDigits(line[parts[0]].Trim()))
            return false;
        var area = line[parts[1]].Trim();
        var number = line[parts[2]].Trim();
        return area.Contains('.') && !IsDigits(area) && IsNumber(area) && number.Length > 0 && !IsNumber(number);
    }

    private static bool IsDigits(ReadOnlySpan<char> text) =>
        text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    /// <summary>Null when its parts cannot be told apart; the log says why.</summary>
    public static PlotLine? Read(ReadOnlySpan<char> line, int number, IssueLog log)
    {
        var text = line.Trim().ToString();
        var fields = Split(text, out var marked);
        var kind = fields.Count > PlotColumns.Kind ? FullWidth.Narrow(fields[PlotColumns.Kind]) : "";
        var plot = fields.Count > 2 ? Whole(fields[2]) : null;
        if (fields.Count < BaseFields && text.Contains(FullWidth.Comma, StringComparison.Ordinal))
        {
            log.Add("text.chinese-comma", Severity.Refuse, number, text, plot);
            return null;
        }
        if (fields.Count >= BaseFields && kind is not ("面" or "" or "线" or "点"))
        {
            log.Add("plot.shifted", Severity.Refuse, number, kind, plot, "记录图形属性", 5);
            return null;
        }
        if (fields.Count < BaseFields)
        {
            log.Add("plot.fields", Severity.Refuse, number, text, plot, arguments: [("count", Text(fields.Count))]);
            return null;
        }
        if (kind is "线" or "点")
        {
            log.Add("plot.kind", Severity.Refuse, number, kind, plot, "记录图形属性", 5);
            return null;
        }
        if (kind.Length == 0)
            log.Add("plot.kind", Severity.Warn, number, kind, plot, "记录图形属性", 5);
        if (!marked)
            log.Add("plot.no-mark", Severity.Warn, number, text, plot);
        if (fields.Count is not (BaseFields or 11 or 12 or MostFields))
            log.Add("plot.fields", Severity.Warn, number, text, plot, arguments: [("count", Text(fields.Count))]);
        return new(number, PlotColumns.Cells(fields), FullWidth.Narrow(fields[0]), Whole(FullWidth.Narrow(fields[1])));
    }

    private static List<string> Split(string text, out bool marked)
    {
        var fields = new List<string>(MostFields + 1);
        foreach (var part in text.Split(','))
            fields.Add(part.Trim());
        // The mark stands alone, after the last field without a comma, or before the fields of the longer form; names may hold one.
        var from = Math.Min(PlotColumns.Kind + 1, fields.Count);
        var alone = fields.FindIndex(from, field => field is "@" or "＠");
        if (alone >= 0)
            fields.RemoveAt(alone);
        else if (fields.FindIndex(from, field => field.EndsWith('@') || field.EndsWith('＠')) is >= 0 and var glued)
            fields[glued] = fields[glued][..^1].Trim();
        else
            alone = -2;
        marked = alone > -2;
        // A comma at the very end opens no field.
        if (fields.Count > BaseFields && fields[^1].Length == 0)
            fields.RemoveAt(fields.Count - 1);
        return fields;
    }

    private static int Separators(ReadOnlySpan<char> line) => line.Count(',') + line.Count(FullWidth.Comma);

    private static string? Whole(string text) => text.Length == 0 ? null : text;

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
