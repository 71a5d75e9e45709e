using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Rules;

namespace LandLedger.Cases;

/// <summary>Whether a step that sets a class says of the computed one what the rules say on its day.</summary>
internal static class ClassCheck
{
    /// <summary>A refusal that names both classes; or that there is none, because the plot is not in the register on that day.</summary>
    public static StepRefusal? Of(ProcedureStep rule, CaseStep step, PlotKey plot, IPlotStore store, RuleSet rules)
    {
        if (!rule.Sets.Any(mark => mark.Id == CaseMark.Override))
            return null;
        var asked = rule.Ask(CaseOverride.ComputedClass)!;
        if (ParkEvaluation.Of(store, rules, step.Day, plot) is not { } judged)
            return new("class-none", "day") { Title = asked.Title, Value = Fact.Of(step.Day) };
        var (said, computed) = (step.Fact(asked.Id).Text!, CodeText.Of(judged.Category));
        return said == computed
            ? null
            : new("class-other", "facts." + asked.Id)
            {
                Title = asked.Title,
                Value = Fact.Of(said),
                Words = [computed],
            };
    }
}
