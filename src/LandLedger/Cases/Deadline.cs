namespace LandLedger.Cases;

/// <summary>A clock of an open case on a day: due soon, due today, over, or of unknown due day.</summary>
/// <param name="DaysOver">1 on the day after the due day, 0 on it, less before; null where the calendar lacks a year.</param>
public sealed record Deadline(Case Case, CaseClock Clock, DueDay Due, int? DaysOver)
{
    public bool IsOverdue => DaysOver > 0;
}
