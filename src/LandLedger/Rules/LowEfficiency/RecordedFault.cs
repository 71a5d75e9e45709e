using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>A fault of the occupant that the register records as yes or no; it concerns plots in use for industry or storage.</summary>
public abstract class RecordedFault : IRule
{
    private readonly Field[] _field;

    private protected RecordedFault(string id, Field field)
    {
        Id = id;
        _field = [field];
        Clauses = [id, .. LowMeasures.Clauses];
    }

    public string Id { get; }

    public Category? Leads => Category.LowEfficiency;

    public IReadOnlyList<string> Clauses { get; }

    public Outcome Judge(Judgement judgement)
    {
        var verdict = Applies.NoteWorkplace(judgement, Id);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(NoteRecord(judgement));
        return Exemptions.Apply(judgement, Id, verdict);
    }

    private protected abstract bool? Recorded(Premises premises);

    private Outcome NoteRecord(Judgement judgement) =>
        Recorded(judgement.Plot.Premises) is { } recorded
            ? Doubts.IsSeenLater(judgement)
                ? Applies.NoteSeenLater(judgement, Id, _field)
                : judgement.Note(Id, Outcomes.Of(recorded), Fact.Of(recorded), default, judgement.Own)
            : Applies.NoteUnrecorded(judgement, Id, Id, _field);
}
