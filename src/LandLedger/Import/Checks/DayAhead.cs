using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import.Cells;

namespace LandLedger.Import.Checks;

/// <summary>
/// Days further ahead of the day of an import than can be believed, by <c>yearsAhead</c> in <c>data/import/ranges.json</c>: what a contract
/// agrees and the end that a delay is expected to have lie some years ahead, what is said to have happened or begun (0 years) not a day.
/// Nearly always a slip in the year.
/// </summary>
internal static class DayAhead
{
    private static readonly (Field Field, int Years)[] OfPlot =
    [
        .. PlotFields
            .All.Where(field => NumberRange.YearsAhead(field) is not null)
            .Select(field => (field, NumberRange.YearsAhead(field)!.Value)),
    ];

    private static readonly Field[] Actual =
    [
        .. OfPlot.Where(x => x.Years == 0).Select(x => x.Field),
        .. RowFields.Parts.Where(field => NumberRange.YearsAhead(field) == 0),
    ];

    /// <summary>What somebody on site can see the end or the beginning of.</summary>
    private static readonly Field[] Seen =
    [
        PlotFields.PermitOn,
        PlotFields.BegunOn,
        PlotFields.SuspendedOn,
        PlotFields.ResumedOn,
        PlotFields.CompletedOn,
        PlotFields.InProductionOn,
    ];

    /// <summary>A refusal <c>date.not-yet</c> for each day on which the row says that something has happened, and which had not come: no fact.</summary>
    /// <param name="on">The day that the files stand for.</param>
    public static IReadOnlyList<ImportIssue> NotYet(ParsedRow row, DateOnly on)
    {
        List<ImportIssue>? issues = null;
        var place = new RawPlace(row.File, row.Line, row.Plot);
        foreach (var field in Actual)
        {
            if (row.Fact(field).Date is { } day && day > on)
                (issues ??= []).Add(NotYet(place, field, day, on, Severity.Refuse).At(row, field));
        }
        return issues ?? (IReadOnlyList<ImportIssue>)[];
    }

    /// <summary>A warning <c>date.after-look</c> for each day of building that lies behind the look on site of the same row.</summary>
    public static IEnumerable<ImportIssue> AfterLook(ParsedRow row, RawPlace place)
    {
        if (row.Fact(PlotFields.ObservedOn).Date is not { } look)
            yield break;
        foreach (var field in Seen)
        {
            if (row.Fact(field).Date is { } day && day > look)
                yield return place
                    .Issue(
                        "date.after-look",
                        Severity.Warn,
                        ("value", Fact.Of(day).ToString()),
                        ("field", field.Id),
                        ("seen", Fact.Of(look).ToString())
                    )
                    .At(row, field);
        }
    }

    /// <summary>A warning <c>date.ahead</c> or <c>date.not-yet</c> for each such day of the plot, its supplements, its delays and its charges.</summary>
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
            foreach (var issue in Check(DaysOf(supplement), place, imported))
                yield return issue;
        }
        foreach (var delay in plot.Delays)
        {
            foreach (var issue in Check(DaysOf(delay), place, imported))
                yield return issue;
        }
        foreach (var charge in plot.Charges)
        {
            foreach (var issue in Check(DaysOf(charge), place, imported))
                yield return issue;
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

    private static IEnumerable<ImportIssue> Check(
        (Field Field, DateOnly? Day)[] days,
        RawPlace place,
        DateOnly imported
    )
    {
        foreach (var (field, on) in days)
        {
            if (on is { } day && NumberRange.YearsAhead(field) is { } years && day > imported.AddYears(years))
                yield return Issue(place, field, day, imported, years);
        }
    }

    private static (Field Field, DateOnly? Day)[] DaysOf(Supplement supplement) =>
        [
            (RowFields.SupplementOn, supplement.SignedOn),
            (RowFields.SupplementStart, supplement.AgreedStart),
            (RowFields.SupplementCompletion, supplement.AgreedCompletion),
        ];

    private static (Field Field, DateOnly? Day)[] DaysOf(Delay delay) =>
        [(RowFields.DelayFrom, delay.From), (RowFields.DelayTo, delay.To)];

    private static (Field Field, DateOnly? Day)[] DaysOf(Charge charge) =>
        [(RowFields.ChargeRegisteredOn, charge.RegisteredOn), (RowFields.ChargeReleasedOn, charge.ReleasedOn)];

    private static ImportIssue Issue(RawPlace place, Field field, DateOnly day, DateOnly imported, int years) =>
        years == 0
            ? NotYet(place, field, day, imported, Severity.Warn)
            : Told(
                place,
                "date.ahead",
                Severity.Warn,
                field,
                day,
                imported,
                ("years", years.ToString(CultureInfo.InvariantCulture))
            );

    private static ImportIssue NotYet(RawPlace place, Field field, DateOnly day, DateOnly on, Severity severity) =>
        Told(place, "date.not-yet", severity, field, day, on);

    private static ImportIssue Told(
        RawPlace place,
        string code,
        Severity severity,
        Field field,
        DateOnly day,
        DateOnly imported,
        params (string, string)[] more
    ) =>
        place.Issue(
            code,
            severity,
            [
                ("value", Fact.Of(day).ToString()),
                ("field", field.Id),
                ("imported", Fact.Of(imported).ToString()),
                .. more,
            ]
        ) with
        {
            Field = field.Id,
        };
}
