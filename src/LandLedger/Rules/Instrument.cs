namespace LandLedger.Rules;

/// <summary>A legal instrument or local paper that clauses and numbers are taken from. Words are by language tag, "zh" and "en".</summary>
public sealed record Instrument(
    string Id,
    IReadOnlyDictionary<string, string> Title,
    IReadOnlyDictionary<string, string> Issuer,
    IReadOnlyDictionary<string, string> Number,
    DateOnly InForce,
    Trust Trust
);
