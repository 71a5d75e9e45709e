namespace LandLedger.Rules.IdleLand;

/// <summary>
/// A statutory period in full years, with the days deducted that the authority or force majeure took and the department
/// established. <see cref="Limit"/> is the last day of the period. <see cref="Standing"/> is the delay that still lasts and
/// began before the period was over, or of which nobody knows when it began: beyond it no day can be laid to the holder. A delay that ends after the day judged still lasts
/// on that day, whether its end was known or not.
/// </summary>
internal readonly record struct Clock(DateOnly Limit, Delay? Standing)
{
    public bool RanOutBy(DateOnly asOf) => asOf > Limit;

    /// <summary>Runs the period from an event, pushing its last day on by every day that is deducted.</summary>
    /// <param name="happened">The event; counting begins the day after.</param>
    /// <param name="years">Full years.</param>
    /// <param name="delays">All delays of the plot.</param>
    /// <param name="asOf">The day judged; nothing after it is counted.</param>
    /// <param name="withUndated">Whether a delay with an end but no beginning counts from the event on, or not at all.</param>
    /// <param name="deducted">Told of each delay and the first and last of the days that it alone took.</param>
    public static Clock Run(
        DateOnly happened,
        int years,
        IReadOnlyList<Delay> delays,
        DateOnly asOf,
        bool withUndated = true,
        Action<Delay, DateOnly, DateOnly>? deducted = null
    )
    {
        var limit = FullYears.LastDay(happened, years);
        if (delays.Count == 0)
            return new(limit, null);
        var counted = happened;
        foreach (var delay in Closed(delays, asOf, withUndated))
        {
            var from = delay.From is { } begun && begun > counted ? begun : FullYears.Later(counted, 1);
            var days = delay.To!.Value.DayNumber - from.DayNumber + 1;
            if (from > limit || days <= 0)
                continue;
            limit = FullYears.Later(limit, days);
            counted = delay.To.Value;
            deducted?.Invoke(delay, from, counted);
        }
        return new(limit, Open(delays, limit, asOf));
    }

    private static IEnumerable<Delay> Closed(IReadOnlyList<Delay> delays, DateOnly asOf, bool withUndated) =>
        delays
            .Where(d => d.IsDeductible() && d.To <= asOf && (withUndated || d.From is not null))
            .OrderBy(d => d.From ?? DateOnly.MinValue)
            .ThenBy(d => d.To);

    private static Delay? Open(IReadOnlyList<Delay> delays, DateOnly limit, DateOnly asOf) =>
        delays
            .Where(d =>
                d.IsDeductible() && !(d.To <= asOf) && !(d.From > limit) && !(d.From > asOf) && !(d.From > d.To)
            )
            .OrderBy(d => d.From ?? DateOnly.MaxValue)
            .FirstOrDefault();
}
