namespace LandLedger.Rules.IdleLand;

/// <summary>
/// A supplement that set a new start when the land was idle already by the one before. The period runs anew from there, as after a
/// disposal under art. 12; whether there was one the facts of a plot do not tell, so the list says that it must be looked up. Land that an authority's delay
/// kept idle on that day is what art. 12 is for, and nothing is said.
/// </summary>
internal static class Restart
{
    /// <summary>Id of the condition: the day of signing against the last day of the period that was over by then.</summary>
    internal const string Id = "idle.started-anew";

    public static void Note(Judgement judgement, Threshold years)
    {
        var plot = judgement.Plot;
        var former = StartDay.ByContract(plot.Grant, judgement.Numbers);
        foreach (var supplement in plot.Grant.Supplements)
        {
            if (supplement is not { SignedOn: { } signed, AgreedStart: { } start } || signed > judgement.AsOf)
                continue;
            if (
                former is { } day
                && Clock.Run(day, years.Whole, plot.Delays, signed) is var clock
                && clock.RanOutBy(signed)
                && clock.Standing is null
            )
            {
                var clause = judgement.Clause("idle.extension");
                judgement.Note(Id, Outcome.Met, Fact.Of(signed), Fact.Of(clock.Limit), clause);
                judgement.Flags |= PlotFlags.StartedAnew;
            }
            former = start;
        }
    }
}
