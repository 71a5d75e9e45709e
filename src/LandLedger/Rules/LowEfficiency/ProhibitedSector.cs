using LandLedger.Fields;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>A firm in a sector that policy prohibits or is to eliminate.</summary>
public sealed class ProhibitedSector() : RecordedFault("low.prohibited-sector", PlotFields.ProhibitedSector)
{
    private protected override bool? Recorded(Premises premises) => premises.ProhibitedSector;
}
