using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>
/// So many full years after completion, no more invested than a share of what the contract asks. Fixed-asset investment counts with land
/// price (投资强度); exactly the share is a shortfall.
/// </summary>
public sealed class InvestmentShortfall : IRule
{
    // Beyond this no real sum lies, and products could overflow.
    private const decimal Most = 1e20m;

    private static readonly Field[] AgreedField = [PlotFields.AgreedInvestment];
    private static readonly Field[] InvestedField = [PlotFields.FixedInvestment];
    private static readonly Field[] BothFields = [PlotFields.FixedInvestment, PlotFields.AgreedInvestment];
    private static readonly Field[] CompletedOnField = [PlotFields.CompletedOn];

    public string Id => "low.investment-shortfall";

    public Category? Leads => Category.LowEfficiency;

    public IReadOnlyList<NumberKey> Numbers { get; } = [LowNumbers.InvestmentShare, LowNumbers.InvestmentYears];

    public IReadOnlyList<string> Clauses { get; } = ["low.investment-shortfall", .. LowMeasures.Clauses];

    public Outcome Judge(Judgement judgement)
    {
        var verdict = Applies.NoteWorkplace(judgement, Id);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(Applies.NoteBuilt(judgement));
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(ByNumber.Note(judgement, LowNumbers.InvestmentShare, Id, NoteShare));
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(ByNumber.Note(judgement, LowNumbers.InvestmentYears, Id, NoteYears));
        return Exemptions.Apply(judgement, Id, verdict);
    }

    private static Outcome NoteShare(Judgement judgement, string rule, Threshold share)
    {
        var invested = judgement.Plot.Premises.FixedInvestment?.Yuan;
        var agreed = judgement.Plot.Grant.AgreedInvestment?.Yuan;
        if (invested is not (>= 0 and < Most) || agreed is not (> 0 and < Most))
            return Applies.NoteUnrecorded(judgement, rule, rule, Missing(invested, agreed));
        var limit = agreed.Value * share.Value;
        return judgement.Note(
            rule,
            Outcomes.Of(invested.Value <= limit),
            Fact.Of(invested, Unit.Yuan),
            Fact.Of(limit, Unit.Yuan),
            share.Source
        );
    }

    private static Outcome NoteYears(Judgement judgement, string rule, Threshold years)
    {
        if (judgement.Plot.Progress.CompletedOn is not { } completed)
            return Applies.NoteUnrecorded(judgement, rule, "low.completed-years", CompletedOnField);
        var last = FullYears.LastDay(completed, years.Whole);
        return judgement.Note(
            "low.completed-years",
            Outcomes.Of(judgement.AsOf > last),
            Fact.Of(judgement.AsOf),
            Fact.Of(last),
            years.Source
        );
    }

    private static Field[] Missing(decimal? invested, decimal? agreed) =>
        (invested, agreed) switch
        {
            (>= 0 and < Most, _) => AgreedField,
            (_, > 0 and < Most) => InvestedField,
            _ => BothFields,
        };
}
