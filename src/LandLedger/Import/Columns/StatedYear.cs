using System.Globalization;
using System.Text.RegularExpressions;
using LandLedger.Import.Cells;

namespace LandLedger.Import.Columns;

/// <summary>The calendar year that a sheet's name or the texts above a header state for a whole table: "2024", "2024年度企业税收情况".</summary>
/// <param name="Text">As written.</param>
internal sealed partial record StatedYear(int Year, string Text)
{
    /// <summary>Null where none is stated, or any other is named beside it. Days ("2025年6月30日") are no years of a table.</summary>
    public static StatedYear? Of(RawFile file)
    {
        IEnumerable<string> texts = file.Sheet is { } sheet ? [sheet, .. file.Heading] : file.Heading;
        var named = texts.SelectMany(text =>
            AYear().Matches(TitleYear.WithoutAllMonths(CellText.Narrow(text))).Select(year => (Text: text, Found: year))
        );
        var years = named.ToLookup(year => year.Found.Groups["year"].Value);
        return
            years is { Count: 1 }
            && !texts.Any(TitleYear.IsPart)
            && years.First().FirstOrDefault(IsPlain) is { Text: { } said }
            && years.First().Key is var only
            ? new(int.Parse(only, CultureInfo.InvariantCulture), said)
            : null;
    }

    /// <summary>Followed by 年, or all that the text says.</summary>
    private static bool IsPlain((string Text, Match Found) year) =>
        year.Found.Groups["mark"].Success || year.Found.Length == CellText.Trim(year.Text).Length;

    [GeneratedRegex(
        @"(?<!\d)(?<year>(19|20)\d\d)(?!\d)(?!\s*[年./-]\s*\d{1,2}(?!\d))(\s*(?<mark>年))?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex AYear();
}
