using LandLedger.Fields;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>Safety or environment rules are failed, and that was not cured.</summary>
public sealed class SafetyOrEnvironment()
    : RecordedFault("low.safety-or-environment", PlotFields.SafetyOrEnvironmentFailed)
{
    private protected override bool? Recorded(Premises premises) => premises.SafetyOrEnvironmentFailed;
}
