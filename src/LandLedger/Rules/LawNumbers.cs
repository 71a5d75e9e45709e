namespace LandLedger.Rules;

/// <summary>
/// The numbers of idle land, of its procedure, of land bought back and of the checks, by name. Numbers of a single rule stand with that
/// rule; some of these are shown and read by no rule yet.
/// </summary>
public static class LawNumbers
{
    public static readonly NumberKey FullYears = new("idle.full-years", Unit.Year);
    public static readonly NumberKey DeemedStartYears = new("idle.deemed-start-years", Unit.Year);
    public static readonly NumberKey ExtensionYears = new("idle.extension-years", Unit.Year);
    public static readonly NumberKey FoundationShare = new("idle.foundation-share", Unit.Share);
    public static readonly NumberKey DevelopedShare = new("idle.developed-share", Unit.Share);
    public static readonly NumberKey InvestedShare = new("idle.invested-share", Unit.Share);
    public static readonly NumberKey SuspendedYears = new("idle.suspended-years", Unit.Year);
    public static readonly NumberKey FeeShare = new("idle.fee-share", Unit.Share);
    public static readonly NumberKey TakeBackYears = new("idle.take-back-years", Unit.Year);
    public static readonly NumberKey TemporaryUseYears = new("idle.temporary-use-years", Unit.Year);
    public static readonly NumberKey NoticeDays = new("procedure.notice-days", Unit.Day);
    public static readonly NumberKey ReplyDays = new("procedure.reply-days", Unit.Day);
    public static readonly NumberKey PaymentDays = new("procedure.payment-days", Unit.Day);
    public static readonly NumberKey DeregistrationDays = new("procedure.deregistration-days", Unit.Day);
    public static readonly NumberKey ReconsiderationDays = new("procedure.reconsideration-days", Unit.Day);
    public static readonly NumberKey LawsuitMonths = new("procedure.lawsuit-months", Unit.Month);

    /// <summary>How long after being told of the right to a hearing the holder may ask for one.</summary>
    public static readonly NumberKey HearingRequestDays = new("procedure.hearing-request-days", Unit.WorkingDay);

    /// <summary>Within how long after the request the hearing is held.</summary>
    public static readonly NumberKey HearingDays = new("procedure.hearing-days", Unit.WorkingDay);

    /// <summary>How long before the hearing its parties are told of it.</summary>
    public static readonly NumberKey HearingNoticeDays = new("procedure.hearing-notice-days", Unit.WorkingDay);

    /// <summary>Most of the real-estate area bought back in a year that may be supplied again for real estate in the same year.</summary>
    public static readonly NumberKey ResupplyShare = new("stock.resupply-share", Unit.Share);

    public static readonly NumberKey AreaTolerance = new("area.tolerance-share", Unit.Share);

    /// <summary>Every number above.</summary>
    public static IReadOnlyList<NumberKey> All { get; } =
    [
        FullYears,
        DeemedStartYears,
        ExtensionYears,
        FoundationShare,
        DevelopedShare,
        InvestedShare,
        SuspendedYears,
        FeeShare,
        TakeBackYears,
        TemporaryUseYears,
        NoticeDays,
        ReplyDays,
        PaymentDays,
        DeregistrationDays,
        ReconsiderationDays,
        LawsuitMonths,
        HearingRequestDays,
        HearingDays,
        HearingNoticeDays,
        ResupplyShare,
        AreaTolerance,
    ];
}
