using System.Text.RegularExpressions;
using LandLedger.Import.Cells;

namespace LandLedger.Import.Columns;

/// <summary>The calendar year in a title of yearly figures: 2023年税收, 税收(2023年度), 2023年/产值. Two years say nothing.</summary>
internal static partial class TitleYear
{
    private const string Months = @"全年度?|0?1\s*月?份?\s*[-—–~至到]\s*12\s*月份?";

    /// <summary>Cuts the year out of a plain title; null, and the title as it was, when there is not just one.</summary>
    public static int? Take(ref string title)
    {
        if (!title.Contains('2', StringComparison.Ordinal) && !title.Contains('1', StringComparison.Ordinal))
            return null;
        var whole = WithoutAllMonths(title);
        var years = AYear().Matches(whole);
        if (years.Count != 1)
            return null;
        var rest = whole.Remove(years[0].Index, years[0].Length).Trim('/', '_', '-');
        if (rest.Length == 0)
            return null;
        title = rest.Replace("//", "/", StringComparison.Ordinal);
        return int.Parse(years[0].Groups["year"].ValueSpan);
    }

    /// <summary>
    /// Whether a text speaks of a part of a year, or of what a year is to bring: 2025年上半年, 2025年1-6月, 2024年第三季度, 2025年（至9月）, 2026年计划.
    /// </summary>
    public static bool IsPart(string text) =>
        CellText.Narrow(text) is var narrow
        && (APart().IsMatch(narrow) || (AYear().IsMatch(narrow) && Forecast().IsMatch(narrow)));

    /// <summary>"2025年1-12月" and "2025年全年" are the year.</summary>
    public static string WithoutAllMonths(string text) =>
        text.Contains("12", StringComparison.Ordinal) || text.Contains("全年", StringComparison.Ordinal)
            ? AllMonths().Replace(text, "")
            : text;

    [GeneratedRegex($@"(?<=(19|20)\d\d\s*年度?\s*)([(]\s*({Months})\s*[)]|{Months})", RegexOptions.ExplicitCapture)]
    private static partial Regex AllMonths();

    [GeneratedRegex(
        @"(19|20)\d\d\s*年?度?\s*[(]?\s*(上半年|下半年|半年|h[12]\b|第?前?[一二三四1-4]个?季|(累计)?[(]?至\s*([1-9]|1[01])\s*月(?!\s*\d)|(0?1)\s*月?\s*[-—–~至到]\s*([2-9]|1[01])\s*月|([2-9]|1[0-2])\s*月?\s*[-—–~至到]\s*\d{1,2}\s*月)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex APart();

    [GeneratedRegex("计划|预计|预算|预测|目标")]
    private static partial Regex Forecast();

    // With 年 anywhere; without it only as a part of its own (2023/税收, tax_2023).
    [GeneratedRegex(
        @"\((?<year>(19|20)\d\d)(年度?)?\)|(?<!\d)(?<year>(19|20)\d\d)年度?|(?<=^|[/_])(?<year>(19|20)\d\d)(?=$|[/_])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex AYear();
}
