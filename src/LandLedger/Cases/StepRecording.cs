namespace LandLedger.Cases;

/// <summary>What is to be known of a step besides the step itself when it is recorded.</summary>
public sealed record StepRecording
{
    /// <summary>When it is recorded, by the clock of the place: a step of a day after this one's is refused.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who writes; null where nobody has said.</summary>
    public string? By { get; init; }

    /// <summary>
    /// What the caller knows this step by. The same key with the same step again is answered as it was the first time, and nothing is
    /// recorded; with another step it is refused.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>How many steps the case has for whom the step was decided: refused where it has more by now. Null is not looked at.</summary>
    public int? After { get; init; }

    /// <summary>Opens a file that the step gives as evidence, which is closed once it is read.</summary>
    public Func<Ledger.KeptFile, Stream>? Open { get; init; }

    internal DateOnly Today => DateOnly.FromDateTime(At.DateTime);
}
