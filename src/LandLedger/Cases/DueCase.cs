namespace LandLedger.Cases;

/// <summary>A deadline of an open case, or that nobody can tell its clocks.</summary>
/// <param name="Deadline">Null where the procedure of the case is not at hand.</param>
public sealed record DueCase(BookedCase Booked, Deadline? Deadline)
{
    /// <summary>
    /// Of cases on a day, most days over first, then those whose due day nobody can tell, and last the open cases whose clocks nobody can tell.
    /// </summary>
    /// <param name="overdue">Whether only what is over, or may be, is wanted.</param>
    internal static IReadOnlyList<DueCase> On(
        IReadOnlyCollection<BookedCase> cases,
        DateOnly day,
        bool overdue,
        HolidayCalendar calendar
    )
    {
        var filed = cases.OfType<FiledCase>().ToDictionary(one => one.Case);
        return
        [
            .. Deadlines
                .On(filed.Keys, day, overdue ? 0 : int.MaxValue, calendar)
                .Where(deadline => !overdue || deadline.MayBeOverdue)
                .Select(deadline => new DueCase(filed[deadline.Case], deadline)),
            .. cases.OfType<UnreadCase>().Where(unread => !unread.IsClosed).Select(unread => new DueCase(unread, null)),
        ];
    }
}
