using LandLedger.Fields;
using LandLedger.Import.Cells;
using LandLedger.Metrics;

namespace LandLedger.Import.Checks;

/// <summary>Figures of calendar years that were not over on the day that the files stand for.</summary>
internal static class YearAhead
{
    /// <summary>
    /// A refusal <c>year.not-yet</c> for each year that had not begun: no fact, and most of the time a slip in the year. A warning
    /// <c>year.running</c> for the one that was running: its figures may be those of a part.
    /// </summary>
    /// <param name="on">The day that the files stand for.</param>
    public static IReadOnlyList<ImportIssue> Of(ParsedRow row, DateOnly on)
    {
        if (row is { Years.Count: 0, FirmYears.Count: 0, Occupancies.Count: 0 })
            return [];
        var ended = PlotFigures.LastEnded(on);
        var figures = row.Years.Select(year => year.Year).Concat(row.FirmYears.Select(year => year.Year));
        var late = figures.Where(year => year > ended).ToHashSet();
        late.UnionWith(row.Occupancies.Select(occupancy => occupancy.Year ?? ended).Where(year => year > on.Year));
        return [.. late.Order().Select(year => At(row, year, Issue(new(row.File, row.Line, row.Plot), year, on)))];
    }

    /// <summary>A warning <c>year.not-yet</c> for each year of a store that had not begun.</summary>
    /// <param name="place">Of the plot or firm, for the issues.</param>
    /// <param name="imported">The day of the last import.</param>
    public static IEnumerable<ImportIssue> Check(IEnumerable<int> years, RawPlace place, DateOnly imported) =>
        from year in years
        where year > imported.Year
        select Issue(place, year, imported) with
        {
            Severity = Severity.Warn,
        };

    private static ImportIssue Issue(RawPlace place, int year, DateOnly on)
    {
        var hasBegun = year == on.Year;
        return place.Issue(
            hasBegun ? "year.running" : "year.not-yet",
            hasBegun ? Severity.Warn : Severity.Refuse,
            ("value", CellText.Count(year)),
            ("imported", Fact.Of(on).ToString())
        ) with
        {
            Field = RowFields.Year.Id,
        };
    }

    /// <summary>The issue at the title that names the year, else at the column of years.</summary>
    private static ImportIssue At(ParsedRow row, int year, ImportIssue issue)
    {
        var column = row.Columns?.Columns.FirstOrDefault(x => x.Year == year) ?? row.Columns?.Find(RowFields.Year);
        return issue with { Column = column?.Column.Index + 1, Title = column?.Column.Title };
    }
}
