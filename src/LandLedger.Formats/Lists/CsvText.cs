using System.Buffers;
using System.Text.RegularExpressions;

namespace LandLedger.Formats.Lists;

/// <summary>Text cells that a spreadsheet must neither run nor turn into something else.</summary>
internal static partial class CsvText
{
    // What starts a formula in Excel, WPS and LibreOffice; the wide forms do so under an East Asian keyboard.
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r＝＋－＠");

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n\t");

    /// <summary>
    /// A cell that would run as a formula gets an apostrophe before it. A cell that Excel would take for a number or a day and
    /// change (18 digits lose their last three, 007 its zeros, 2023-5 becomes May) gets a tab before it: Excel then shows the
    /// text as it is and hides the tab, and readers that trim cells get it back unchanged. <c>="…"</c> would do for Excel only.
    /// </summary>
    public static string Guard(string text)
    {
        if (text.Length == 0)
            return text;
        if (Formula.Contains(text[0]))
            return "'" + text;
        return LooksLikeNumberOrDay().IsMatch(text) ? "\t" + text : text;
    }

    public static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(Quoted) < 0
            ? cell
            : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    [GeneratedRegex(
        @"^(\d{12,}|0\d+|\d+\.\d*0|\d+(\.\d+)?[eE][+-]?\d+|\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?|\d{1,4}\.\d{1,2}\.\d{1,4}|\d{1,2}:\d{1,2}(:\d{1,2})?|\d+%)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex LooksLikeNumberOrDay();
}
