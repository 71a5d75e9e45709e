using LandLedger.Fields;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>Exempt: a strategic emerging industry (战略性新兴产业).</summary>
public sealed class StrategicSector : IExemption
{
    private static readonly Field[] Needed = [PlotFields.StrategicSector];

    public string Id => "exempt.strategic-sector";

    public Outcome NoteDenied(Judgement judgement)
    {
        var recorded = judgement.Plot.Premises.StrategicSector;
        var denied = Outcomes.Of(recorded).Not();
        var missing = denied == Outcome.Undetermined ? Needed : null;
        return judgement.Note(
            "low.exempt.strategic-sector",
            denied,
            Fact.Of(recorded),
            default,
            judgement.Clause(Id),
            missing
        );
    }
}
