using LandLedger.Fields;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>Watched, not classed: power use does not fit tax and sales, as found by the park.</summary>
public sealed class WatchPowerUse : IRule
{
    private static readonly Field[] PowerUseField = [PlotFields.PowerUseAbnormal];

    public string Id => "watch.power-use";

    public Category? Leads => null;

    public IReadOnlyList<string> Clauses { get; } = ["watch.power-use", "measure.key-supervision"];

    public Outcome Judge(Judgement judgement) =>
        judgement.Plot.Premises.PowerUseAbnormal is { } found
            ? judgement.Note(Id, Outcomes.Of(found), Fact.Of(found), default, judgement.Own)
            : Applies.NoteUnrecorded(judgement, Id, Id, PowerUseField);
}
