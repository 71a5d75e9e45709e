namespace LandLedger.Rules.IdleLand;

/// <summary>
/// The idle days of which no cause is established while that of others is: an established delay of the authority or force majeure takes its own days
/// and says nothing of the rest.
/// </summary>
internal static class RestCause
{
    /// <summary>Id of the condition that says how many days are left without a cause.</summary>
    internal const string Id = "idle.cause-rest";

    /// <summary>Id of the condition that says which they are, one for each stretch.</summary>
    internal const string Days = "idle.cause-rest-days";

    /// <summary>Noted where the cause as a whole is not established, but that of some days is, before the land was idle or since.</summary>
    /// <param name="judgement">The bench.</param>
    /// <param name="since">First idle day; null where it is not known.</param>
    /// <param name="cause">Of the idleness as a whole.</param>
    /// <param name="moved">Whether days were taken off the period before the land was idle.</param>
    public static void Note(Judgement judgement, DateOnly? since, Cause cause, bool moved)
    {
        var delays = judgement.Plot.Delays;
        if (
            cause != Cause.NotEstablished
            || since is not { } first
            || delays.Count == 0
            || NetDays.Of(delays, first, judgement.AsOf) is not (> 0 and var left)
            || (!moved && left == NetDays.Of([], first, judgement.AsOf))
        )
            return;
        var clause = judgement.Clause("idle.delay");
        judgement.Note(Id, Outcome.Met, Fact.Of(left, Unit.Day), Fact.Of(first), clause);
        foreach (var (from, to) in NetDays.Stretches(delays, first, judgement.AsOf))
            judgement.Note(Days, Outcome.Met, Fact.Of(from), Fact.Of(to), clause);
    }
}
