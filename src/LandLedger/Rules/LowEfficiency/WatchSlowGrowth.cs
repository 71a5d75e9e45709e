using LandLedger.Fields;
using LandLedger.Metrics;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>Watched, not classed: holds so many mu, is in production for so many full years, and is not yet above scale (规上).</summary>
public sealed class WatchSlowGrowth : IRule
{
    private static readonly Field[] AreaField = [PlotFields.StatedMu];
    private static readonly Field[] ProductionField = [PlotFields.InProductionOn];
    private static readonly Field[] ScaleField = [PlotFields.AboveScale];

    public string Id => "watch.slow-growth";

    public Category? Leads => null;

    public IReadOnlyList<NumberKey> Numbers { get; } = [LowNumbers.WatchGrowthArea, LowNumbers.WatchGrowthYears];

    public IReadOnlyList<string> Clauses { get; } = ["watch.slow-growth", "measure.key-supervision"];

    public Outcome Judge(Judgement judgement)
    {
        var verdict = Applies.NoteWorkplace(judgement, Id);
        return verdict == Outcome.NotMet
            ? verdict
            : verdict
                .And(ByNumber.Note(judgement, LowNumbers.WatchGrowthArea, Id, NoteArea))
                .And(ByNumber.Note(judgement, LowNumbers.WatchGrowthYears, Id, NoteYears))
                .And(NoteScale(judgement));
    }

    private static Outcome NoteArea(Judgement judgement, string rule, Threshold limit)
    {
        var (held, _) = PlotFigures.LandArea(judgement.Plot, judgement.Numbers.Rules.PerMuBasis);
        var outcome = held is { } area ? Outcomes.Of(area.Mu >= limit.Value) : Outcome.Undetermined;
        var missing = held is null ? AreaField : null;
        return judgement.Note(
            "watch.area",
            outcome,
            Fact.Of(held),
            Fact.Of(limit.Value, Unit.Mu),
            limit.Source,
            missing
        );
    }

    private static Outcome NoteYears(Judgement judgement, string rule, Threshold years)
    {
        var progress = judgement.Plot.Progress;
        var producing = Happened.InProduction(progress).By(judgement.AsOf);
        if (producing != Outcome.Met || progress.InProductionOn is not { } since)
        {
            var outcome = producing == Outcome.NotMet ? producing : Outcome.Undetermined;
            var missing = outcome == Outcome.Undetermined ? ProductionField : null;
            return judgement.Note("watch.production-years", outcome, default, default, years.Source, missing);
        }
        var last = FullYears.LastDay(since, years.Whole);
        var over = Outcomes.Of(judgement.AsOf > last);
        return judgement.Note("watch.production-years", over, Fact.Of(since), Fact.Of(last), years.Source);
    }

    private Outcome NoteScale(Judgement judgement)
    {
        var recorded = judgement.Plot.Premises.AboveScale;
        var missing = recorded is null ? ScaleField : null;
        var outcome = Outcomes.Of(recorded).Not();
        return judgement.Note("watch.not-above-scale", outcome, Fact.Of(recorded), default, judgement.Own, missing);
    }
}
