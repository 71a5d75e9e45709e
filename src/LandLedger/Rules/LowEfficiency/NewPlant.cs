using LandLedger.Rules.IdleLand;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>Exempt: in production for less than so many full years.</summary>
public sealed class NewPlant : IExemption
{
    public string Id => "exempt.new-plant";

    public IReadOnlyList<NumberKey> Numbers { get; } = [LowNumbers.NewPlantYears];

    public Outcome NoteDenied(Judgement judgement)
    {
        var record = Happened.InProduction(judgement.Plot.Progress);
        var producing = record.By(judgement.AsOf);
        if (producing == Outcome.NotMet)
            return judgement.Note("low.exempt.not-in-production", Outcome.Met, default, default, judgement.Clause(Id));
        if (judgement.Numbers.For(LowNumbers.NewPlantYears, judgement.Plot.Premises.Sector).Lowest is null)
            return ByNumber.NoteNone(judgement, LowNumbers.NewPlantYears, Id).Not();
        if (producing == Outcome.Undetermined || judgement.Plot.Progress.InProductionOn is not { } since)
            return record.Note(judgement, "low.exempt.new-plant", Outcome.Undetermined, judgement.Clause(Id));
        return ByNumber.Note(judgement, LowNumbers.NewPlantYears, Id, since, NoteOver);
    }

    private static Outcome NoteOver(Judgement judgement, string rule, DateOnly since, Threshold years)
    {
        var last = FullYears.LastDay(since, years.Whole);
        return judgement.Note(
            "low.exempt.new-plant",
            Outcomes.Of(judgement.AsOf > last),
            Fact.Of(since),
            Fact.Of(last),
            years.Source
        );
    }
}
