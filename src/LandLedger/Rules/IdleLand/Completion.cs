using LandLedger.Fields;

namespace LandLedger.Rules.IdleLand;

/// <summary>
/// Whether building was completed by the day judged. A plot in production counts as completed unless somebody recorded that it
/// is not.
/// </summary>
internal static class Completion
{
    public static readonly IReadOnlyList<Field> Needed = [PlotFields.Completed];

    public static Outcome By(DateOnly asOf, Progress progress)
    {
        var recorded = Happened.By(asOf, progress.Completed, progress.CompletedOn);
        if (recorded != Outcome.Undetermined)
            return recorded;
        return Happened.By(asOf, progress.InProduction, progress.InProductionOn) == Outcome.Met
            ? Outcome.Met
            : Outcome.Undetermined;
    }

    /// <summary>The agreed day of completion, as the last supplement in force has it.</summary>
    public static DateOnly? Agreed(Grant grant, DateOnly asOf)
    {
        var agreed = grant.AgreedCompletion;
        for (var i = 0; i < grant.Supplements.Count; i++)
        {
            var supplement = grant.Supplements[i];
            if (supplement.AgreedCompletion is { } day && StartDay.InForce(supplement, asOf))
                agreed = day;
        }
        return agreed;
    }
}
