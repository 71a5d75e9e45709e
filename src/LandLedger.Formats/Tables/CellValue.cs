using System.Globalization;

namespace LandLedger.Formats.Tables;

/// <summary>The text of a cell as its reader sees it, where that is more than the stored number: days, percentages.</summary>
internal static class CellValue
{
    /// <summary>Days after 2100 or so fit; 9999-12-31 is the last that a workbook knows.</summary>
    private const double LastDay = 2_958_465;

    private const int DaysBefore1904 = 1462;
    private static readonly DateOnly Zero = new(1899, 12, 30);

    public static string Text(XlsxWorkbook workbook, string type, string? style, string value) =>
        type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < workbook.Strings.Count
                ? workbook.Strings[index]
                : "",
            "b" => value == "1" ? "true" : "false",
            "n" => OfNumber(workbook, style, value),
            _ => value,
        };

    private static string OfNumber(XlsxWorkbook workbook, string? style, string value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        var kind = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? workbook.Formats[index]
            : CellKind.Number;
        return kind switch
        {
            CellKind.Day or CellKind.Month => Day(number, workbook.From1904, kind) ?? Plain(number, value),
            CellKind.Percent => Percent(number, value),
            _ => Plain(number, value),
        };
    }

    /// <summary>Numbers are stored as doubles with up to 17 digits; the shortest text that means the same double was typed in.</summary>
    private static string Plain(double number, string value) =>
        value.Length <= 15 && !value.Contains('E') ? value : number.ToString("R", CultureInfo.InvariantCulture);

    private static string Percent(double number, string value) =>
        decimal.TryParse(Plain(number, value), NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
            ? (share * 100m).ToString("0.##############", CultureInfo.InvariantCulture) + "%"
            : value;

    /// <summary>Day 60 of the 1900 system is a 29 February that never was; days before it count from one day later.</summary>
    private static string? Day(double number, bool from1904, CellKind kind)
    {
        if (number < 0 || number > LastDay - (from1904 ? DaysBefore1904 : 0))
            return null;
        var days = (int)Math.Floor(number) + (from1904 ? DaysBefore1904 : 0);
        if (days < 1)
            return "1900-01-00";
        var day = Zero.AddDays(days < 60 ? days + 1 : days);
        return kind == CellKind.Month
            ? day.ToString("yyyy'年'M'月'", CultureInfo.InvariantCulture)
            : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
