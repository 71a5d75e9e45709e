using LandLedger.Cases;
using LandLedger.Rules;

namespace LandLedger.Tests.Cases;

/// <summary>Due days counted on a wall calendar. Days off: 1 to 3 January, 15 to 23 February and 1 to 7 October 2026, 1 to 8 October 2025.</summary>
public sealed class CaseClockTests
{
    private static readonly LawReference Clause = new("order-53", "5", Trust.Read);

    [Theory]
    [InlineData("2026-03-02", 30, Unit.Day, "2026-04-01", false)]
    [InlineData("2026-03-05", 30, Unit.Day, "2026-04-07", true)] // 4 April begins Tomb Sweeping, to the 6th
    [InlineData("2025-12-02", 30, Unit.Day, "2026-01-04", true)] // 1 January; the 4th is a Sunday worked
    [InlineData("2026-01-16", 30, Unit.Day, "2026-02-24", true)] // the first day of Spring Festival
    [InlineData("2026-01-15", 30, Unit.Day, "2026-02-14", false)] // a Saturday worked
    [InlineData("2025-09-01", 30, Unit.Day, "2025-10-09", true)] // 1 October
    [InlineData("2026-09-10", 30, Unit.Day, "2026-10-10", false)] // a Saturday worked
    [InlineData("2026-05-07", 30, Unit.Day, "2026-06-08", true)] // a plain Saturday
    [InlineData("2026-02-10", 5, Unit.WorkingDay, "2026-02-24", false)] // 11 12 13 14 | 24
    [InlineData("2026-09-28", 5, Unit.WorkingDay, "2026-10-10", false)] // 29 30 | 8 9 10
    [InlineData("2026-09-28", 20, Unit.WorkingDay, "2026-10-30", false)]
    [InlineData("2025-12-29", 5, Unit.WorkingDay, "2026-01-06", false)] // 30 31 | 4 5 6
    [InlineData("2025-08-31", 6, Unit.Month, "2026-02-28", false)] // no 31 February; a Saturday worked
    [InlineData("2023-08-31", 6, Unit.Month, "2024-02-29", false)]
    [InlineData("2025-03-10", 6, Unit.Month, "2025-09-10", false)]
    [InlineData("2024-02-29", 1, Unit.Year, "2025-02-28", false)]
    [InlineData("2024-10-05", 1, Unit.Year, "2025-10-09", true)]
    public void A_period_is_due_on_its_last_day_or_the_next_working_day(
        string begun,
        int length,
        Unit unit,
        string due,
        bool moved
    )
    {
        var clock = Clock(begun, length, unit).Due(HolidayCalendar.Default);
        Assert.Equal((Day.Of(due), moved), (clock.Day!.Value, clock.IsMoved));
        Assert.False(clock.IsOver(Day.Of(due)));
        Assert.True(clock.IsOver(Day.Of(due).AddDays(1)));
        Assert.Equal(
            (0, 1, -1),
            (
                clock.DaysOver(Day.Of(due)),
                clock.DaysOver(Day.Of(due).AddDays(1)),
                clock.DaysOver(Day.Of(due).AddDays(-1))
            )
        );
    }

    /// <summary>In time to the first day that could be the last; over only when the next year that is held has had a working day.</summary>
    [Theory]
    [InlineData("2026-12-20", 30, Unit.Day, 2027, "2027-01-19", "2027-01-19", null)]
    [InlineData("2026-07-20", 6, Unit.Month, 2027, "2027-01-20", "2027-01-20", null)]
    [InlineData("2026-12-28", 5, Unit.WorkingDay, 2027, "2027-01-04", "2027-01-02", null)] // 29 30 31 | 1, 4 or 1, 2 January
    [InlineData("2020-06-01", 30, Unit.Day, 2020, "2020-07-01", "2020-07-01", "2021-01-04")] // 1 to 3 January 2021 off
    public void Where_the_calendar_lacks_a_year_the_day_counted_without_it_is_told_and_the_year_is_named(
        string begun,
        int length,
        Unit unit,
        int year,
        string nominal,
        string inTime,
        string? latest
    )
    {
        var due = Clock(begun, length, unit).Due(HolidayCalendar.Default);
        Assert.Equal(((DateOnly?)null, Day.Of(nominal), (int?)year), (due.Day, due.Nominal, due.MissingYear));
        Assert.False(due.IsOver(Day.Of(inTime)));
        Assert.Null(due.IsOver(Day.Of(inTime).AddDays(1)));
        Assert.Null(due.DaysOver(Day.Of(inTime)));
        if (latest is null)
            Assert.Null(due.IsOver(Day.Of("2099-01-01")));
        else
            Assert.Equal((null, true), (due.IsOver(Day.Of(latest)), due.IsOver(Day.Of(latest).AddDays(1))));
    }

    /// <summary>20 December + 30 days, of which 20 and more were left on 30 December.</summary>
    [Fact]
    public void A_clock_that_ends_in_a_year_without_calendar_stands_still_and_goes_on_like_any_other()
    {
        var clock = Clock("2026-12-20", 30, Unit.Day) with { Suspensions = [new(Day.Of("2026-12-30"), null, "诉讼")] };
        Assert.True(clock.Due(HolidayCalendar.Default).IsSuspended);
        var resumed = clock with { Suspensions = [new(Day.Of("2026-12-30"), Day.Of("2027-01-09"), "诉讼")] };
        Assert.Equal(Day.Of("2027-01-29"), resumed.Due(HolidayCalendar.Default).Nominal);
        var back = clock with
        {
            Suspensions = [new(Day.Of("2026-12-21"), Day.Of("2026-12-22"), "诉讼")],
            Begun = Day.Of("2026-12-01"),
        };
        Assert.Equal(
            (Day.Of("2027-01-01"), 2027),
            (back.Due(HolidayCalendar.Default).Nominal, back.Due(HolidayCalendar.Default).MissingYear)
        );
    }

    /// <summary>The day of the suspension no longer counts, that of the resumption does.</summary>
    [Theory]
    [InlineData("2026-03-02", 30, Unit.Day, "2026-03-12", "2026-03-22", "2026-04-13")] // 1 April + 10 = Saturday 11 April
    [InlineData("2026-03-02", 30, Unit.Day, "2026-04-01", "2026-04-08", "2026-04-08")] // one day left
    [InlineData("2026-03-02", 30, Unit.Day, "2026-04-02", "2026-05-08", "2026-04-01")] // run out before
    [InlineData("2026-03-02", 30, Unit.Day, "2026-03-02", "2026-03-12", "2026-04-10")] // all 30 left: 12 March to 10 April
    [InlineData("2026-03-05", 30, Unit.Day, "2026-04-06", "2026-04-15", "2026-04-15")] // put off, then stopped on a day off
    [InlineData("2026-09-28", 5, Unit.WorkingDay, "2026-09-30", "2026-10-12", "2026-10-15")] // 29 | 12 13 14 15
    [InlineData("2026-01-20", 3, Unit.Month, "2026-02-20", "2026-03-22", "2026-05-20")] // 20 April + 30
    public void A_suspended_clock_goes_on_with_what_was_left(
        string begun,
        int length,
        Unit unit,
        string from,
        string to,
        string due
    )
    {
        var clock = Clock(begun, length, unit) with { Suspensions = [new(Day.Of(from), Day.Of(to), "诉讼")] };
        Assert.Equal(Day.Of(due), clock.Due(HolidayCalendar.Default).Day);
    }

    [Fact]
    public void A_clock_that_stands_still_has_no_due_day()
    {
        var due = (
            Clock("2026-03-02", 30, Unit.Day) with
            {
                Suspensions = [new(Day.Of("2026-03-10"), null, "诉讼")],
            }
        ).Due(HolidayCalendar.Default);
        Assert.True(due.IsSuspended);
        Assert.Null(due.Day);
    }

    /// <summary>A day that was named stands, on a holiday and in a year without calendar too; days of a later suspension are added.</summary>
    [Theory]
    [InlineData("2026-10-01", null, null, "2026-10-01")]
    [InlineData("2031-05-01", null, null, "2031-05-01")]
    [InlineData("2026-10-01", "2026-09-01", "2026-09-11", "2026-10-11")]
    [InlineData("2026-10-01", "2026-03-05", "2026-03-15", "2026-10-01")]
    public void An_extension_names_the_day(string until, string? from, string? to, string due)
    {
        var clock = Clock("2026-03-02", 30, Unit.Day) with
        {
            Extensions = [new(Day.Of("2026-03-20"), Day.Of(until), "资料补正")],
            Suspensions = from is null ? [] : [new(Day.Of(from), Day.Of(to!), "诉讼")],
        };
        Assert.Equal(Day.Of(due), clock.Due(HolidayCalendar.Default).Day);
    }

    [Fact]
    public void A_day_that_a_step_named_needs_no_calendar()
    {
        var clock = Clock("2026-03-02", 0, Unit.Day) with { Named = Day.Of("2026-10-01") };
        Assert.Equal(Day.Of("2026-10-01"), clock.Due(HolidayCalendar.None).Day);
    }

    private static CaseClock Clock(string begun, int length, Unit unit) =>
        new()
        {
            Rule = new()
            {
                Id = "answer",
                Title = new Dictionary<string, string> { ["zh"] = "说明", ["en"] = "answer" },
                By = Actor.Holder,
                Clause = Clause,
                Lengths = length == 0 ? [] : [new("answer", length, unit, DateOnly.MinValue, null, Clause)],
            },
            Begun = Day.Of(begun),
        };
}
