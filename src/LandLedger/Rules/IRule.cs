namespace LandLedger.Rules;

/// <summary>One rule (规则): pure, without numbers of its own. Small class, one file, named after what it finds.</summary>
public interface IRule
{
    /// <summary>Stable name, e.g. "idle.not-started"; also the key of its texts.</summary>
    string Id { get; }

    /// <summary>The class that a plot gets when the rule is met, or null for a rule that only sets flags.</summary>
    Category? Leads { get; }

    /// <summary>The numbers that the rule reads. A package that has the rule must have the required ones.</summary>
    IReadOnlyList<NumberKey> Numbers => [];

    /// <summary>Keys of the clauses that the rule cites; the first is the clause of its finding.</summary>
    IReadOnlyList<string> Clauses => [];

    /// <summary>Judges one plot, noting every condition it looks at.</summary>
    Outcome Judge(Judgement judgement);
}
