using LandLedger.Rules;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Cases;

/// <summary>Works out the due day of a clock from what happened to it, in order of days.</summary>
internal sealed class ClockReading(CaseClock clock, WorkDays days)
{
    private readonly Threshold? _length = clock.Rule.LengthOn(clock.Begun);

    /// <summary>A day named by a step is meant as it stands: it is neither put off nor counted in working days.</summary>
    private bool _named = clock.Named is not null;

    public DueDay Due()
    {
        var due = clock.Named ?? DayCount.LastDay(clock.Begun, _length!, days);
        var extended = 0;
        foreach (var suspension in clock.Suspensions)
        {
            while (extended < clock.Extensions.Count && clock.Extensions[extended].On <= suspension.From)
                due = Extended(extended++);
            if (suspension.From > PutOff(due).Day)
                continue;
            if (suspension.To is not { } again)
                return DueDay.Suspended;
            var from = suspension.From > clock.Begun ? suspension.From : FullYears.Later(clock.Begun, 1);
            due = Resumed(from, due, again > from ? again : from);
        }
        if (clock.Extensions.Count > extended)
            due = Extended(clock.Extensions.Count - 1);
        return PutOff(due);
    }

    private DateOnly Extended(int index)
    {
        _named = true;
        return clock.Extensions[index].Until;
    }

    /// <summary>What was left on the day on which the clock stood still is left on the day on which it goes on.</summary>
    private DateOnly Resumed(DateOnly from, DateOnly end, DateOnly again) =>
        from > end ? again
        : _named || _length?.Unit != Unit.WorkingDay ? FullYears.Later(again, end.DayNumber - from.DayNumber)
        : DayCount.WorkingDay(again.AddDays(-1), DayCount.WorkingDays(from, end, days), days);

    private DueDay PutOff(DateOnly due) => _named ? DueDay.On(due) : DayCount.PutOff(due, days);
}
