using LandLedger.Rules;

namespace LandLedger.Appraisal;

public enum TieBreak : byte
{
    /// <summary>More tax per mu goes first; unknown goes last.</summary>
    TaxPerMu,

    /// <summary>By the characters of the code, in order of their numbers.</summary>
    CreditCode,
}

/// <summary>What decides among firms of equal points, in this order; the code is last, so that no two are equal.</summary>
public sealed record Ties(IReadOnlyList<TieBreak> By, Trust Trust);
