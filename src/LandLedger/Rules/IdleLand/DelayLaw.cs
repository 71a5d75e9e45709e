namespace LandLedger.Rules.IdleLand;

/// <summary>What the law makes of delays: only established ones of the authority or force majeure are deducted.</summary>
internal static class DelayLaw
{
    public static bool IsDeductible(this Delay delay) =>
        delay.Established == true && (delay.Cause is Cause.Authority or Cause.ForceMajeure);

    public static bool IsHolders(this Delay delay) => delay.Established == true && delay.Cause == Cause.Holder;

    /// <summary>Whether a deductible one has an end but no beginning, so that nobody can count its days.</summary>
    public static bool IsUndated(IReadOnlyList<Delay> delays) =>
        delays.Count > 0 && delays.Any(delay => delay.IsDeductible() && delay is { From: null, To: not null });

    /// <summary>
    /// The cause of idleness: the delay that still stands, else the holder's if established for the day on which the period ran out, else
    /// nobody's yet. Whether one that stands without a beginning began before the period was over, nobody can tell.
    /// </summary>
    public static Cause CauseOf(Clock clock, IReadOnlyList<Delay> delays)
    {
        if (clock.Standing is { } standing)
            return standing.From is null ? Cause.NotEstablished : standing.Cause;
        for (var i = 0; i < delays.Count; i++)
        {
            if (delays[i].IsHolders() && !delays[i].IsOver(clock.Limit) && !delays[i].IsLater(clock.Limit))
                return Cause.Holder;
        }
        return Cause.NotEstablished;
    }

    /// <summary>Whether it had ended before a period ran out.</summary>
    /// <param name="limit">Last day of the period.</param>
    public static bool IsOver(this Delay delay, DateOnly limit) => delay.To < limit;

    /// <summary>Whether it began when the land had been idle for a day already.</summary>
    /// <param name="limit">Last day of the period.</param>
    public static bool IsLater(this Delay delay, DateOnly limit) => delay.From > FullYears.Later(limit, 1);

    /// <summary>Whether a change of plan is among the delays, established or claimed: art. 12(5) needs it for a swap.</summary>
    public static bool HasPlanChange(IReadOnlyList<Delay> delays, bool establishedOnly)
    {
        for (var i = 0; i < delays.Count; i++)
        {
            if (delays[i].Kind == DelayKind.PlanChange && (!establishedOnly || delays[i].Established == true))
                return true;
        }
        return false;
    }
}
