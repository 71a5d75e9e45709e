namespace LandLedger.Rules.IdleLand;

/// <summary>
/// Whether building was completed by the day judged. A plot in production counts as completed unless somebody recorded that it
/// is not.
/// </summary>
internal static class Completion
{
    public static Outcome By(DateOnly asOf, Progress progress)
    {
        var recorded = Happened.Completed(progress).By(asOf);
        if (recorded != Outcome.Undetermined)
            return recorded;
        return Happened.InProduction(progress).By(asOf) == Outcome.Met ? Outcome.Met : Outcome.Undetermined;
    }

    /// <summary>
    /// The last day up to which it is known that nothing was completed, at most the day judged; null where it was, or where nobody
    /// can tell. Land on which nothing has begun is not completed either.
    /// </summary>
    public static DateOnly? NotUntil(Judgement judgement)
    {
        var progress = judgement.Plot.Progress;
        return By(judgement.AsOf, progress) switch
        {
            Outcome.NotMet => Happened.Completed(progress).NotUntil(judgement.AsOf),
            Outcome.Undetermined => Start.DeniedUntil(judgement),
            _ => null,
        };
    }
}
