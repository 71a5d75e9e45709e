using System.Text.RegularExpressions;

namespace LandLedger.Import.Columns;

/// <summary>The calendar year in a title of yearly figures: 2023年税收, 税收(2023年度), 2023年/产值. Two years say nothing.</summary>
internal static partial class TitleYear
{
    /// <summary>Cuts the year out of a plain title; null, and the title as it was, when there is not just one.</summary>
    public static int? Take(ref string title)
    {
        if (!title.Contains('2', StringComparison.Ordinal) && !title.Contains('1', StringComparison.Ordinal))
            return null;
        var years = AYear().Matches(title);
        if (years.Count != 1)
            return null;
        var rest = title.Remove(years[0].Index, years[0].Length).Trim('/', '_', '-');
        if (rest.Length == 0)
            return null;
        title = rest.Replace("//", "/", StringComparison.Ordinal);
        return int.Parse(years[0].Groups["year"].ValueSpan);
    }

    // With 年 anywhere; without it only as a part of its own (2023/税收, tax_2023).
    [GeneratedRegex(
        @"\((?<year>(19|20)\d\d)(年度?)?\)|(?<!\d)(?<year>(19|20)\d\d)年度?|(?<=^|[/_])(?<year>(19|20)\d\d)(?=$|[/_])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex AYear();
}
