using LandLedger.Fields;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>Exempt: a firm above the revenue line of the statistics (规上).</summary>
public sealed class AboveScale : IExemption
{
    private static readonly Field[] Needed = [PlotFields.AboveScale];

    public string Id => "exempt.above-scale";

    public Outcome NoteDenied(Judgement judgement)
    {
        var recorded = judgement.Plot.Premises.AboveScale;
        var denied = Outcomes.Of(recorded).Not();
        var missing = denied == Outcome.Undetermined ? Needed : null;
        return judgement.Note(
            "low.exempt.above-scale",
            denied,
            Fact.Of(recorded),
            default,
            judgement.Clause(Id),
            missing
        );
    }
}
