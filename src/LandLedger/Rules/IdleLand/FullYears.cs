namespace LandLedger.Rules.IdleLand;

/// <summary>
/// Full years by Civil Code arts 200 to 204: counting begins on the day after the event and ends at the close of the same
/// date of a later year, or of 28 February where a common year has no 29th. So a full year after 1 March 2023 is over from
/// 2 March 2024 on. Days past the calendar's end stop at its last day.
/// </summary>
internal static class FullYears
{
    /// <summary>The last day of so many full years after an event.</summary>
    public static DateOnly LastDay(DateOnly happened, int years) =>
        happened.Year + years > DateOnly.MaxValue.Year ? DateOnly.MaxValue : happened.AddYears(years);

    public static DateOnly Later(DateOnly day, int days) =>
        day.DayNumber > DateOnly.MaxValue.DayNumber - days ? DateOnly.MaxValue : day.AddDays(days);
}
