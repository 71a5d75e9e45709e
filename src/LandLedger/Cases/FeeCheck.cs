using LandLedger.Disposal;
using LandLedger.Rules;

namespace LandLedger.Cases;

/// <summary>
/// Whether the idle fee that a step decides is the share of the price that the law of its day gives. Another amount needs a reason, and so does one
/// that cannot be held against any, because the price or the share is not known.
/// </summary>
internal static class FeeCheck
{
    /// <summary>Id of the fact that says how much is decided.</summary>
    private const string Amount = "amount";

    /// <summary>A refusal that names both amounts, or that there is none to compare; null where they agree or a reason is given.</summary>
    /// <param name="plot">As the ledger has it; null where it has none.</param>
    public static StepRefusal? Of(ProcedureStep rule, CaseStep step, Plot? plot, RuleSet rules)
    {
        if (rule.Paper != PaperKind.FeeDecision || step.Fact(Amount).Number is not { } yuan)
            return null;
        if (!string.IsNullOrWhiteSpace(step.Reason))
            return null;
        var computed = plot is null ? null : IdleFee.Of(plot, rules.On(step.Day).Find(LawNumbers.FeeShare)).Amount;
        if (computed?.Yuan == yuan)
            return null;
        return new(computed is null ? "fee-unknown" : "fee-other", "reason")
        {
            Title = rule.Ask(Amount)?.Title,
            Value = Fact.Of(yuan, Unit.Yuan),
            Words = computed is { } fee ? [Fact.Of(fee).ToString()] : [],
        };
    }
}
