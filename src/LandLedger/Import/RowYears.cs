using LandLedger.Fields;
using LandLedger.Import.Columns;
using LandLedger.Import.Merging;

namespace LandLedger.Import;

/// <summary>The yearly figures of a row: of the year that it names, and of the years that titles name.</summary>
internal sealed class RowYears
{
    private readonly RowCells _cells;
    private readonly ColumnMap _columns;
    private readonly bool _any;

    /// <summary>Columns whose titles name a year, by year.</summary>
    private readonly (int Year, MappedColumn[] Columns)[] _titled;

    public RowYears(ColumnMap columns, RowCells cells)
    {
        (_columns, _cells) = (columns, cells);
        _any = columns.Columns.Any(column => Holds(column.Field));
        _titled =
        [
            .. columns
                .Columns.Where(column => column.Year is not null)
                .GroupBy(column => column.Year!.Value)
                .OrderBy(group => group.Key)
                .Select(group => (group.Key, group.ToArray())),
        ];
    }

    /// <summary>Whether a field is a year or one of its figures.</summary>
    public static bool Holds(Field field) => field == RowFields.Year || RowFields.Yearly.Contains(field);

    /// <summary>The year that the row names. Figures without a year belong to no year: the row is refused rather than put into one.</summary>
    public int? Own()
    {
        if (!_any)
            return null;
        if (_cells[RowFields.Year].Number is { } year)
        {
            if (year == decimal.Truncate(year))
                return (int)year;
            _cells.Refuse("number.invalid", _columns.Find(RowFields.Year), _cells[RowFields.Year].ToString());
            return null;
        }
        if (_columns.StatedYear is { } stated)
            return stated.Year;
        if (HasOwnFigures())
            _cells.Refuse("year.missing", _columns.Find(RowFields.Year), null);
        return null;
    }

    public IReadOnlyList<PlotYear> OfPlot(int? own)
    {
        if (!_any || (own is null && _titled.Length == 0))
            return [];
        return
        [
            .. Years(own, always: false)
                .Select(year => new PlotYear
                {
                    Year = year,
                    Basis = YearBasis.Stated,
                    Tax = Yuan(RowFields.Tax, year, own),
                    Output = Yuan(RowFields.Output, year, own),
                    Revenue = Yuan(RowFields.Revenue, year, own),
                    AddedValue = Yuan(RowFields.AddedValue, year, own),
                    KilowattHours = Number(RowFields.KilowattHours, year, own),
                }),
        ];
    }

    /// <summary>Above scale or not is said of the year that the row names.</summary>
    public IReadOnlyList<FirmYear> OfFirm(int? own, bool? aboveScale)
    {
        if (!_any)
            return [];
        return
        [
            .. Years(own, always: aboveScale is not null)
                .Select(year => new FirmYear
                {
                    Year = year,
                    Tax = Yuan(RowFields.Tax, year, own),
                    Output = Yuan(RowFields.Output, year, own),
                    Revenue = Yuan(RowFields.Revenue, year, own),
                    AddedValue = Yuan(RowFields.AddedValue, year, own),
                    KilowattHours = Number(RowFields.KilowattHours, year, own),
                    Staff = Number(RowFields.Staff, year, own),
                    AboveScale = year == own ? aboveScale : null,
                }),
        ];
    }

    /// <summary>
    /// The figures that the row takes back, by year; those without a year are of none, and refuse the row. None of them is among the figures
    /// that it states.
    /// </summary>
    public IReadOnlyList<WithdrawnYear> Withdrawn(int? own, bool ofFirm)
    {
        if (_cells.Withdrawn.Count == 0)
            return [];
        var years = new SortedDictionary<int, YearFigures>();
        foreach (var column in _cells.Withdrawn)
        {
            var figure = DifferingFigures.Of(column.Field, ofFirm);
            if (figure == YearFigures.None)
                continue;
            if ((column.Year ?? own) is not { } year)
                _cells.Refuse("year.missing", column, null);
            else if (!IsKnown(column.Field, year, own))
                years[year] = years.GetValueOrDefault(year) | figure;
        }
        return [.. years.Select(year => new WithdrawnYear(year.Key, year.Value))];
    }

    private bool IsKnown(Field field, int year, int? own) =>
        Number(field, year, own) is not null || (year == own && _cells[field].IsKnown);

    private bool HasOwnFigures() => Array.Exists(RowFields.Yearly, figure => _cells[figure].IsKnown);

    private SortedSet<int> Years(int? own, bool always)
    {
        var years = new SortedSet<int>();
        if (own is { } named && (always || HasOwnFigures()))
            years.Add(named);
        foreach (var (year, columns) in _titled)
        {
            if (Array.Exists(columns, column => _cells[column].IsKnown))
                years.Add(year);
        }
        return years;
    }

    private decimal? Number(Field field, int year, int? own)
    {
        foreach (var (titled, columns) in _titled)
        {
            if (titled == year && Array.Find(columns, x => x.Field == field) is { } column && _cells[column].IsKnown)
                return _cells[column].Number;
        }
        return year == own ? _cells[field].Number : null;
    }

    private Money? Yuan(Field field, int year, int? own) =>
        Number(field, year, own) is { } yuan ? Money.FromYuan(yuan) : null;
}
