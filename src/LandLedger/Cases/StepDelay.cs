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
}
