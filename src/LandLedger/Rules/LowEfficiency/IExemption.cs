namespace LandLedger.Rules.LowEfficiency;

/// <summary>What keeps a plot from being low-efficiency though a rule is met (豁免). Packages list those that they grant.</summary>
public interface IExemption
{
    /// <summary>Stable name, e.g. "exempt.above-scale"; also the key of its clause.</summary>
    string Id { get; }

    /// <summary>The numbers that it reads.</summary>
    IReadOnlyList<NumberKey> Numbers => [];

    /// <summary>Whether it is granted against the rule of that id.</summary>
    bool AppliesTo(string rule) => true;

    /// <summary>Notes whether the exemption is denied: met when the plot is not exempt, so that all conditions of a rule read the same way.</summary>
    Outcome NoteDenied(Judgement judgement);
}
