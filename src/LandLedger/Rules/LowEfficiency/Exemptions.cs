namespace LandLedger.Rules.LowEfficiency;

/// <summary>Every exemption there is, and how those of a package bear on a verdict.</summary>
public static class Exemptions
{
    public static IReadOnlyList<IExemption> All { get; } =
    [new AboveScale(), new StrategicSector(), new NewPlant(), new SectorRatio()];

    /// <summary>Looks at the exemptions of the package where they could still turn the verdict.</summary>
    internal static Outcome Apply(Judgement judgement, string rule, Outcome verdict)
    {
        var exemptions = judgement.Numbers.Rules.Exemptions;
        for (var i = 0; i < exemptions.Count && verdict is Outcome.Met or Outcome.Undetermined; i++)
        {
            if (exemptions[i].AppliesTo(rule))
                verdict = verdict.And(exemptions[i].NoteDenied(judgement));
        }
        return verdict;
    }
}
