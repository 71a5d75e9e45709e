using LandLedger.Fields;
using LandLedger.Import.Checks;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Rules;

/// <summary>What is true of a plot beside its class, one line a flag.</summary>
internal static class FlagTable
{
    public static PlotFlags Of(Judgement judgement, IReadOnlyList<IRule> rules, ReadOnlySpan<Finding> findings)
    {
        var flags = judgement.Flags;
        if (IsCompletionOverdue(judgement))
            flags |= PlotFlags.CompletionOverdue;
        if (IsAreaMismatch(judgement.Plot, judgement.Numbers))
            flags |= PlotFlags.AreaMismatch;
        if (judgement.Idleness is not null && MoneyCheck.IsDoubtful(judgement.Plot, PlotFields.Price))
            flags |= PlotFlags.PriceDoubtful;
        if (PartCheck.IsLarger(judgement.Plot, PlotFields.ChangedMu))
            flags |= PlotFlags.ChangedAreaDoubtful;
        for (var i = 0; i < findings.Length; i++)
        {
            if (findings[i].Verdict == Outcome.Met)
                flags |= OfMet(rules[i].Leads);
            if (RestsOnUnverified(findings[i]))
                flags |= PlotFlags.Unverified;
        }
        return flags;
    }

    private static PlotFlags OfMet(Category? leads) =>
        leads switch
        {
            Category.Idle => PlotFlags.Idle,
            Category.UseChanged => PlotFlags.UseChanged,
            Category.LowEfficiency => PlotFlags.LowEfficiency,
            null => PlotFlags.Watch,
            _ => PlotFlags.None,
        };

    /// <summary>Known not to be completed on a day past the agreed one; unknown completion raises no flag.</summary>
    private static bool IsCompletionOverdue(Judgement judgement) =>
        AgreedDay.Completion(judgement.Plot.Grant, judgement.AsOf).Day is { } agreed
        && agreed < judgement.AsOf
        && Completion.NotUntil(judgement) > agreed;

    private static bool IsAreaMismatch(Plot plot, Thresholds numbers) =>
        plot.StatedArea is { } stated
        && plot.Measured is { Plane: var plane }
        && numbers.Find(LawNumbers.AreaTolerance) is { } tolerance
        && Math.Abs(stated.Mu - plane.Mu) > stated.Mu * tolerance.Value;

    /// <summary>
    /// A met finding rests on each condition that is met. A denied one, on which nobody acts, is only doubted where a text that nobody read
    /// denies it, and stands as long as another condition does.
    /// </summary>
    private static bool RestsOnUnverified(in Finding finding)
    {
        if (finding.Verdict.IsOpen())
            return false;
        var denied = false;
        foreach (ref readonly var condition in finding.Conditions)
        {
            if (condition.Outcome != finding.Verdict)
                continue;
            if (finding.Verdict == Outcome.Met && condition.Clause.IsToVerify)
                return true;
            var unverified = condition.Clause.Trust == Trust.Unverified;
            if (finding.Verdict == Outcome.NotMet && !unverified)
                return false;
            denied |= unverified;
        }
        return finding.Verdict == Outcome.NotMet && denied;
    }
}
