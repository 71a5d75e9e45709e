namespace LandLedger.Rules.IdleLand;

/// <summary>How a plot is idle, once one of the two limbs of art. 2 is met: what class, cause and measures are read from.</summary>
/// <param name="Since">First idle day; null where open delays leave it open.</param>
/// <param name="Cause">Who caused it, as far as established.</param>
/// <param name="TakeBackDue">The longer period of art. 14(2) is over too.</param>
/// <param name="TakeBackOpen">It is over unless delays that are still open are established.</param>
/// <param name="PartlyDeveloped">Limb 2(2): begun and then stopped.</param>
public readonly record struct Idleness(
    DateOnly? Since,
    Cause Cause,
    bool TakeBackDue,
    bool TakeBackOpen,
    bool PartlyDeveloped
);
