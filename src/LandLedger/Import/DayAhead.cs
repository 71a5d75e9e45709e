using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import.Cells;

namespace LandLedger.Import;

/// <summary>
/// Days further ahead of the day of an import than can be believed, by <c>yearsAhead</c> in <c>data/import/ranges.json</c>: what a contract
/// agrees lies some years ahead, what is said to have happened does not. Nearly always a slip in the year.
/// </summary>
internal static class DayAhead
{
    private static readonly (Field Field, int Years)[] OfPlot =
    [
        .. PlotFields
            .All.Where(field => NumberRange.YearsAhead(field) is not null)
            .Select(field => (field, NumberRange.YearsAhead(field)!.Value)),
    ];

    /// <summary>A warning <c>date.ahead</c> for each such day of the plot and its supplements.</summary>
    /// <param name="plot">As it would be stored.</param>
    /// <param name="place">Where the plot came from, for the issues.</param>
    /// <param name="imported">The day of the import.</param>
    public static IEnumerable<ImportIssue> Check(Plot plot, RawPlace place, DateOnly imported)
    {
        foreach (var (field, years) in OfPlot)
        {
            if (field.Of(plot).Date is { } day && day > imported.AddYears(years))
                yield return Issue(place, field, day, imported, years);
        }
        foreach (var supplement in plot.Grant.Supplements)
        {
            foreach (var (field, on) in DaysOf(supplement))
            {
                if (on is { } day && NumberRange.YearsAhead(field) is { } years && day > imported.AddYears(years))
                    yield return Issue(place, field, day, imported, years);
            }
        }
    }

    /// <summary>Those that the row states, at their cells.</summary>
    public static IEnumerable<ImportIssue> Of(ParsedRow row, Plot plot, RawPlace place, DateOnly imported)
    {
        foreach (var issue in Check(plot, place, imported))
        {
            if (RowFields.Find(issue.Field!) is { } field && row.Fact(field).ToString() == issue.Value)
                yield return issue.At(row, field);
        }
    }

    private static (Field Field, DateOnly? Day)[] DaysOf(Supplement supplement) =>
        [
            (RowFields.SupplementOn, supplement.SignedOn),
            (RowFields.SupplementStart, supplement.AgreedStart),
            (RowFields.SupplementCompletion, supplement.AgreedCompletion),
        ];

    private static ImportIssue Issue(RawPlace place, Field field, DateOnly day, DateOnly imported, int years) =>
        place.Issue(
            "date.ahead",
            Severity.Warn,
            ("value", Fact.Of(day).ToString()),
            ("field", field.Id),
            ("imported", Fact.Of(imported).ToString()),
            ("years", years.ToString(CultureInfo.InvariantCulture))
        ) with
        {
            Field = field.Id,
        };
}
