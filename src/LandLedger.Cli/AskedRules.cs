using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Rules;
using LandLedger.Service;

namespace LandLedger.Cli;

/// <summary>
/// The package that a store is to be judged by: one at hand (<see cref="Asked.RuleSetOf"/>), or one that its ledger keeps, by ID@VERSION or by digest.
/// </summary>
internal static class AskedRules
{
    /// <summary>The package, or why there is none.</summary>
    /// <param name="recorded">When the facts were recorded that are judged; null where it is those of now.</param>
    /// <exception cref="UsageException">There is none, or it says something else than what was decided by.</exception>
    public static RuleSet Of(string asked, StorePlace place, DateTimeOffset? recorded, Texts texts)
    {
        if (IsAtHand(asked) && recorded is null)
            return Asked.RuleSetOf(asked, texts);
        using var store = place.Open(StoreMode.Read);
        return OfPast(asked, store.Ledger, texts);
    }

    /// <summary>The package that a day of the past is judged by: one at hand is none that says something else than what was decided by.</summary>
    /// <exception cref="UsageException">There is none, or it does.</exception>
    public static RuleSet OfPast(string asked, ILedger ledger, Texts texts)
    {
        var kept = new KeptRules(ledger);
        return IsAtHand(asked)
            ? Same(Asked.RuleSetOf(asked, texts), kept, texts)
            : Kept(asked, kept, texts) ?? Asked.RuleSetOf(asked, texts);
    }

    /// <summary>The package by which something is decided now: what it says is held against the ledger by who decides.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static RuleSet OfNow(string asked, ILedger ledger, Texts texts) =>
        IsAtHand(asked)
            ? Asked.RuleSetOf(asked, texts)
            : Kept(asked, new(ledger), texts) ?? Asked.RuleSetOf(asked, texts);

    private static bool IsAtHand(string asked) => RuleSets.Find(asked) is not null || File.Exists(asked);

    private static RuleSet? Kept(string asked, KeptRules kept, Texts texts) =>
        kept.Package(asked) ?? Named(asked, kept, texts);

    private static RuleSet? Named(string asked, KeptRules kept, Texts texts) =>
        kept.PackagesNamed(asked) is var named && named.Count < 2
            ? named.SingleOrDefault()
            : throw new UsageException(
                texts.Fill(
                    "cli.rules.several",
                    name => name == "value" ? asked : Digests(named.Select(one => one.Text), texts)
                )
            );

    /// <summary>The package at hand, unless what was decided by under its name says something else.</summary>
    private static RuleSet Same(RuleSet atHand, KeptRules kept, Texts texts)
    {
        var (rules, others) = kept.Same(atHand);
        return rules
            ?? throw new UsageException(
                texts.Fill(
                    "cli.rules.other",
                    name =>
                        name switch
                        {
                            "value" => atHand.Text.Name,
                            "digest" => atHand.Text.Digest,
                            _ => Digests(others, texts),
                        }
                )
            );
    }

    private static string Digests(IEnumerable<RuleText> named, Texts texts) =>
        string.Join(texts["list.comma"], named.Select(one => one.Digest));
}
