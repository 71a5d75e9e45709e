namespace LandLedger.Rules.IdleLand;

/// <summary>
/// Net idle days (净闲置天数): the idle days without those that established delays of the authority or force majeure took, each day
/// counted once.
/// </summary>
internal static class NetDays
{
    /// <summary>
    /// 0 or more, from the first idle day to the last that counts, both counted; null where it hangs on a delay that nobody decided, of
    /// unknown cause, or with a beginning that is not known or after its end.
    /// </summary>
    public static int? Of(IReadOnlyList<Delay> delays, DateOnly since, DateOnly asOf)
    {
        if (delays.Count == 0)
            return Count(since, asOf);
        return delays.Any(delay =>
            Reaches(delay, since, asOf) && (OpenDelays.IsOpen(delay) || delay.From is not { } begun || begun > delay.To)
        )
            ? null
            : Stretches(delays, since, asOf).Sum(stretch => Count(stretch.From, stretch.To));
    }

    /// <summary>The days that count, in order, both ends included; of delays whose days are known.</summary>
    public static IEnumerable<(DateOnly From, DateOnly To)> Stretches(
        IReadOnlyList<Delay> delays,
        DateOnly since,
        DateOnly asOf
    )
    {
        var next = since;
        foreach (var delay in delays.Where(delay => Reaches(delay, since, asOf)).OrderBy(delay => delay.From))
        {
            if (delay.From is { } begun && begun > next)
                yield return (next, begun.AddDays(-1));
            if (delay.To is not { } to || to >= asOf)
                yield break;
            if (to >= next)
                next = FullYears.Later(to, 1);
        }
        yield return (next, asOf);
    }

    private static int Count(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber + 1;

    private static bool Reaches(Delay delay, DateOnly since, DateOnly asOf) =>
        OpenDelays.CouldCount(delay) && (delay.From > delay.To || !(delay.From > asOf || delay.To < since));
}
