namespace LandLedger;

/// <summary>Why land lies idle (闲置原因).</summary>
public enum Cause
{
    /// <summary>Nobody has established a cause yet. Neither fee nor take-back may rest on this.</summary>
    NotEstablished,
    Holder,
    Authority,
    ForceMajeure,
}

/// <summary>The kinds of delay that Order 53 art. 8 lists, and the holder's own.</summary>
public enum DelayKind
{
    Unknown,
    Holder,

    /// <summary>Art. 8(1): not delivered on the agreed day or in the agreed condition.</summary>
    LateDelivery,

    /// <summary>Art. 8(2): a plan was lawfully changed.</summary>
    PlanChange,

    /// <summary>Art. 8(3): new national policy requires other conditions.</summary>
    PolicyChange,

    /// <summary>Art. 8(4): petitions on the land.</summary>
    Petition,

    /// <summary>Art. 8(5): military control or heritage protection.</summary>
    MilitaryOrHeritage,

    /// <summary>Art. 8(6): another act of government or its departments.</summary>
    OtherAuthority,
    ForceMajeure,
}

/// <summary>
/// A stretch of time in which the start was held up, with its cause. Both days are inclusive; no <see cref="To"/> means
/// that it still lasts. It counts only when <see cref="Established"/> by the department.
/// </summary>
public sealed record Delay
{
    public required DelayKind Kind { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public bool? Established { get; init; }

    public string? Evidence { get; init; }

    /// <summary>The number of the case that established it; null where a file says so.</summary>
    public string? Case { get; init; }

    public Cause Cause =>
        Kind switch
        {
            DelayKind.Unknown => Cause.NotEstablished,
            DelayKind.Holder => Cause.Holder,
            DelayKind.ForceMajeure => Cause.ForceMajeure,
            _ => Cause.Authority,
        };
}
