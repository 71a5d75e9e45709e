using System.Collections.Frozen;

namespace LandLedger.Cases;

/// <summary>A step as it was taken. When it was recorded is a matter of the ledger, not of the step.</summary>
public sealed record CaseStep
{
    /// <summary>Id of the step of the procedure.</summary>
    public required string Kind { get; init; }

    /// <summary>The day on which it was taken, from which it counts.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Name of the user who takes it.</summary>
    public required string Who { get; init; }

    public required Role Role { get; init; }

    public string? Reason { get; init; }

    /// <summary>By id of the asked fact.</summary>
    public IReadOnlyDictionary<string, Fact> Facts { get; init; } = FrozenDictionary<string, Fact>.Empty;

    /// <summary>Files that stand behind it, in the order in which they were given.</summary>
    public IReadOnlyList<Ledger.KeptFile> Evidence { get; init; } = [];

    /// <summary>Who is responsible from this step on; null where that stays as it was.</summary>
    public Responsible? Responsible { get; init; }

    internal Fact Fact(string id) => Facts.GetValueOrDefault(id);
}
