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
        var net = asOf.DayNumber - since.DayNumber + 1;
        if (delays.Count == 0)
            return net;
        var next = since;
        foreach (var delay in delays.Where(delay => Reaches(delay, since, asOf)).OrderBy(delay => delay.From))
        {
            if (OpenDelays.IsOpen(delay) || delay.From is not { } begun || begun > delay.To)
                return null;
            var from = begun > next ? begun : next;
            var to = delay.To < asOf ? delay.To.Value : asOf;
            if (to < from)
                continue;
            net -= to.DayNumber - from.DayNumber + 1;
            next = FullYears.Later(to, 1);
        }
        return net;
    }

    private static bool Reaches(Delay delay, DateOnly since, DateOnly asOf) =>
        OpenDelays.CouldCount(delay) && (delay.From > delay.To || !(delay.From > asOf || delay.To < since));
}
