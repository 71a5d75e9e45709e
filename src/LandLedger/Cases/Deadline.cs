namespace LandLedger.Cases;

/// <summary>A clock of an open case on a day: due soon, due today, over, or of unknown due day.</summary>
/// <param name="On">The day on which it is looked at.</param>
public sealed record Deadline(Case Case, CaseClock Clock, DueDay Due, DateOnly On)
{
    /// <summary>1 on the day after the due day, 0 on it, less before; null where the due day hangs on a year that the calendar lacks.</summary>
    public int? DaysOver => Due.DaysOver(On);

    /// <summary>Whether it is over for certain.</summary>
    public bool IsOverdue => Due.IsOver(On) == true;

    /// <summary>Whether it is over, or may be for all that the calendar says.</summary>
    internal bool MayBeOverdue => Due.IsOver(On) != false;
}
