using LandLedger.Cases;
using LandLedger.Ledger;

namespace LandLedger.Office;

/// <summary>The office's own template of a paper (文书模板).</summary>
/// <param name="Entry">The number of the entry that tells of it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who put it there; null where nobody has said.</param>
public sealed record OfficeTemplate(PaperKind Kind, KeptFile File, long Entry, DateTimeOffset At, string? By);

/// <summary>The office's own working calendar (工作日历): its years stand in the place of those that come with LandLedger.</summary>
/// <param name="Entry">The number of the entry that tells of it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who put it there; null where nobody has said.</param>
public sealed record OfficeCalendar(HolidayCalendar Own, long Entry, DateTimeOffset At, string? By);
