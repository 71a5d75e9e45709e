using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Rules;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Cases;

/// <summary>
/// Whether a plan to take land back without compensation is one that the rules leave open on its day: idle for two years by the holder's cause
/// (Order 53 art. 14(2)). Another one needs a reason beside the document that every plan has.
/// </summary>
internal static class MeasureCheck
{
    /// <summary>A refusal that names the day on which the two years end, where the rules come to one; null where the measure is open or a reason is given.</summary>
    public static StepRefusal? Of(Case now, IPlotStore store, RuleSet rules)
    {
        var step = now.Steps[^1];
        var rule = now.Procedure.FindStep(step.Kind)!;
        if (
            rule.Paper != PaperKind.DisposalPlan
            || rule.Asks.FirstOrDefault(asked => asked.Type == AskType.Measure) is not { } asked
            || step.Fact(asked.Id).Text != CodeText.Of(MeasureKind.RecoverWithoutCompensation)
            || !string.IsNullOrWhiteSpace(step.Reason)
        )
            return null;
        if (ParkEvaluation.Of(store, rules, step.Day, now.Plot) is not { } judged)
            return new("class-none", "day") { Title = asked.Title, Value = Fact.Of(step.Day) };
        var found = now.Facts.GetValueOrDefault(StepDelay.Kind).Text is { } kind
            ? new Delay { Kind = CodeText.Parse<DelayKind>(kind) }.Cause
            : (Cause?)null;
        if (
            judged.Measures.Any(measure =>
                measure.Kind == MeasureKind.RecoverWithoutCompensation
                && (measure.IfCause is null || measure.IfCause == found)
            )
        )
            return null;
        var limit = Limit(judged);
        return new(limit.IsKnown ? "take-back-early" : "take-back-closed", "reason")
        {
            Title = asked.Title,
            Value = limit,
        };
    }

    /// <summary>The last day of the two years, where they are not over.</summary>
    private static Fact Limit(Evaluation judged)
    {
        foreach (var finding in judged.Findings)
        {
            foreach (ref readonly var condition in finding.Conditions)
            {
                if (condition.Id == NotStarted.TakeBack && condition.Outcome == Outcome.NotMet)
                    return condition.Limit;
            }
        }
        return default;
    }
}
