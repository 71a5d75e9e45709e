using LandLedger.Rules.IdleLand;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>Exempt: in production for less than so many full years.</summary>
public sealed class NewPlant : IExemption
{
    public string Id => "exempt.new-plant";

    public IReadOnlyList<NumberKey> Numbers { get; } = [LowNumbers.NewPlantYears];

    public Outcome NoteDenied(Judgement judgement)
    {
        if (Applies.Number(judgement, LowNumbers.NewPlantYears, Id, out var without) is not { } years)
            return without.Not();
        var progress = judgement.Plot.Progress;
        var record = Happened.InProduction(progress);
        var producing = record.By(judgement.AsOf);
        var clause = years.Source;
        if (producing == Outcome.NotMet)
            return judgement.Note("low.exempt.not-in-production", Outcome.Met, default, default, clause);
        if (producing == Outcome.Undetermined || progress.InProductionOn is not { } since)
            return record.Note(judgement, "low.exempt.new-plant", Outcome.Undetermined, clause);
        var last = FullYears.LastDay(since, years.Whole);
        var over = Outcomes.Of(judgement.AsOf > last);
        return judgement.Note("low.exempt.new-plant", over, Fact.Of(since), Fact.Of(last), clause);
    }
}
