using LandLedger.Cases.Loading;
using LandLedger.Rules;
using LandLedger.Rules.Loading;

namespace LandLedger.Cases;

/// <summary>
/// On which days offices work (工作日历): Monday to Friday without the days off, and the weekend days worked for them. Of a year that it
/// does not hold it knows nothing, and says so.
/// </summary>
public sealed class HolidayCalendar
{
    private readonly SortedDictionary<int, HolidayYear> _years = [];

    internal HolidayCalendar(IEnumerable<HolidayYear> years)
    {
        foreach (var year in years)
            _years[year.Year] = year;
        Text = new(RuleKind.Calendar, "holidays", null, json => CalendarText.Write(json, Years));
    }

    /// <summary>All that it says.</summary>
    public RuleText Text { get; }

    /// <summary>The years that come with LandLedger, <c>data/cases/holidays.json</c>.</summary>
    public static HolidayCalendar Default { get; } =
        RuleFile.Shipped("cases/holidays.json", (root, _) => CalendarText.Read(root));

    /// <summary>A calendar of no year: every working day is unknown.</summary>
    public static HolidayCalendar None { get; } = new([]);

    public IReadOnlyCollection<HolidayYear> Years => _years.Values;

    /// <summary>Reads a calendar file: there is a calendar, or every fault with its place.</summary>
    public static (HolidayCalendar? Calendar, IReadOnlyList<RuleProblem> Problems) Read(Stream file) =>
        RuleFile.Read(file, (root, _) => CalendarText.Read(root));

    /// <summary>The calendar that its text is of; null where this program cannot read it.</summary>
    internal static HolidayCalendar? Read(RuleText text) => RuleFile.Read(text.Bytes, ReadText).Value;

    public HolidayYear? Find(int year) => _years.GetValueOrDefault(year);

    /// <summary>The first and the last year that it holds, as 2021–2026; empty where it holds none.</summary>
    public string Span => _years.Count == 0 ? "" : $"{_years.Keys.First()}–{_years.Keys.Last()}";

    /// <summary>Null where the year is not held.</summary>
    public bool? IsWorkingDay(DateOnly day) => Find(day.Year)?.IsWorkingDay(day);

    /// <summary>This calendar with the years of a county's own in the place of these.</summary>
    public HolidayCalendar With(HolidayCalendar own) => new(_years.Values.Concat(own.Years));

    /// <summary>The years of both on whose working days they do not agree.</summary>
    internal IEnumerable<int> OtherYears(HolidayCalendar other) =>
        Years
            .Where(year =>
                other.Find(year.Year) is { } found
                && !(found.Off.SetEquals(year.Off) && found.Worked.SetEquals(year.Worked))
            )
            .Select(year => year.Year);

    private static HolidayCalendar? ReadText(Node text, List<RuleProblem> problems) =>
        text.Member(TakenIn.File) is { } file ? CalendarText.Read(file) : null;
}
