namespace LandLedger.Ledger;

/// <summary>What all entries of one write have in common.</summary>
public sealed record Recording
{
    /// <summary>When it is recorded. A ledger whose last entry is later takes that time instead: its times never run backwards.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The day since when what the entries say is held to be true (inclusive).</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Who writes; null where nobody has said.</summary>
    public string? By { get; init; }

    /// <summary>Why, in the writer's words.</summary>
    public string? Why { get; init; }
}
