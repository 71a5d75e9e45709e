using LandLedger.Fields;

namespace LandLedger.Cases;

/// <summary>The delay that a step establishes, as a fact of the plot.</summary>
internal static class StepDelay
{
    public const string Kind = "delay-kind";
    public const string From = "delay-from";
    public const string To = "delay-to";

    public static Delay Of(CaseStep step) =>
        new()
        {
            Kind = CodeText.Parse<DelayKind>(step.Fact(Kind).Text),
            From = step.Fact(From).Date,
            To = step.Fact(To).Date,
            Established = true,
            Evidence = step.Fact(CaseOverride.DocumentNumber).Text,
        };

    /// <summary>
    /// The delay of the plot that a step without first day means: the one of its kind that still lasts on the day of the step. Where the plot
    /// has none of the kind, the one found is new, its first day unknown.
    /// </summary>
    public static Delay On(Plot plot, Delay found, DateOnly day) =>
        found.From is null && Lasting(plot, found, day) is [var known] ? found with { From = known.From } : found;

    /// <summary>That a step without first day may mean several delays of the plot, or one that has ended; the first days are named.</summary>
    public static StepRefusal? Check(ProcedureStep rule, CaseStep step, Plot? plot)
    {
        if (!rule.IsDelayEstablished || plot is null || step.Fact(From).IsKnown)
            return null;
        var found = Of(step);
        var known = plot.Delays.Where(delay => delay.Kind == found.Kind).ToList();
        return known.Count == 0 || Lasting(plot, found, step.Day).Count == 1
            ? null
            : new("delay-unclear", "facts." + From)
            {
                Title = rule.Ask(From)!.Title,
                Words = [.. known.Select(delay => Fact.Of(delay.From).ToString())],
            };
    }

    private static List<Delay> Lasting(Plot plot, Delay found, DateOnly day) =>
        [.. plot.Delays.Where(delay => delay.Kind == found.Kind && (delay.To is not { } to || to >= day))];
}
