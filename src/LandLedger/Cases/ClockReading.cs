using LandLedger.Rules;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Cases;

/// <summary>Works out the due day of a clock from what happened to it, in order of days.</summary>
internal sealed class ClockReading(CaseClock clock, HolidayCalendar calendar)
{
    private readonly Threshold? _length = clock.Rule.LengthOn(clock.Begun);

    /// <summary>A day named by a step is meant as it stands: it is neither put off nor counted in working days.</summary>
    private bool _named = clock.Named is not null;

    public DueDay Due()
    {
        var due = clock.Named is { } day ? DueDay.On(day) : DayCount.LastDay(clock.Begun, _length!, calendar);
        var extended = 0;
        foreach (var suspension in clock.Suspensions)
        {
            while (extended < clock.Extensions.Count && clock.Extensions[extended].On <= suspension.From)
                due = Extended(extended++);
            due = Suspended(due, suspension);
            if (due.IsSuspended)
                return due;
        }
        if (clock.Extensions.Count > extended)
            due = Extended(clock.Extensions.Count - 1);
        return PutOff(due);
    }

    private DueDay Extended(int index)
    {
        _named = true;
        return DueDay.On(clock.Extensions[index].Until);
    }

    private DueDay Suspended(DueDay due, ClockSuspension suspension)
    {
        var last = PutOff(due);
        if (last.Day is not { } end)
            return last;
        if (suspension.From > end)
            return due;
        if (suspension.To is not { } again)
            return DueDay.Suspended;
        var from = suspension.From > clock.Begun ? suspension.From : FullYears.Later(clock.Begun, 1);
        return Resumed(from, due.Day!.Value, again > from ? again : from);
    }

    /// <summary>What was left on the day on which the clock stood still is left on the day on which it goes on.</summary>
    private DueDay Resumed(DateOnly from, DateOnly end, DateOnly again)
    {
        if (from > end)
            return DueDay.On(again);
        if (_named || _length?.Unit != Unit.WorkingDay)
            return DueDay.On(FullYears.Later(again, end.DayNumber - from.DayNumber));
        return DayCount.WorkingDays(from, end, calendar, out var missingYear) is { } left
            ? DayCount.WorkingDay(again.AddDays(-1), left, calendar)
            : DueDay.Unknown(missingYear);
    }

    private DueDay PutOff(DueDay due) => !_named && due.Day is { } day ? DayCount.PutOff(day, calendar) : due;
}
