namespace LandLedger.Appraisal.Scoring;

/// <summary>The points of one firm together; no total where one of its parts is not known, with the reason.</summary>
internal readonly record struct PointSum(decimal? Sum, decimal Bonus, decimal Deduction, AppraisalReason Reason)
{
    /// <summary>More points than any notice has.</summary>
    private const decimal Beyond = 1_000_000m;

    private const int MostSublets = 10_000;

    public decimal? Total => Reason == AppraisalReason.None ? Sum + Bonus - Deduction : null;

    /// <summary>Adds up what one firm has.</summary>
    public static PointSum Of(AppraisalGroup group, FirmFigures firm, ReadOnlySpan<IndicatorScore> points)
    {
        decimal? sum = points.Length > 0 ? 0m : null;
        foreach (ref readonly var score in points)
            sum += score.Points;
        var stated = group.Indicators is null ? firm.StatedSum : null;
        sum ??= stated;
        var reason =
            stated is { } said && Math.Abs(said) > Beyond ? AppraisalReason.StatedSumAbsurd
            : sum is not null ? AppraisalReason.None
            : group.Indicators is null ? AppraisalReason.IndicatorsUnsaid
            : AppraisalReason.IndicatorWithoutScore;
        var bonus = group.MaxBonus is { } most ? Math.Min(firm.Bonus ?? 0, most.Value) : 0;
        if (bonus < 0 && reason == AppraisalReason.None)
            reason = AppraisalReason.BonusAbsurd;
        if (group.Subletting is not { } subletting)
            return new(sum, bonus, 0, reason);
        if (firm.Sublets is >= 0 and <= MostSublets and var tenants)
            return new(sum, bonus, subletting.Of(tenants), reason);
        if (reason == AppraisalReason.None)
            reason = firm.Sublets is null ? AppraisalReason.SubletsUnknown : AppraisalReason.SubletsAbsurd;
        return new(sum, bonus, 0, reason);
    }
}
