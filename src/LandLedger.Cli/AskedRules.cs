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
        var isAtHand = RuleSets.Find(asked) is not null || File.Exists(asked);
        if (isAtHand && recorded is null)
            return Asked.RuleSetOf(asked, texts);
        using var store = place.Open(StoreMode.Read);
        var kept = new KeptRules(store.Ledger);
        return isAtHand
            ? Same(Asked.RuleSetOf(asked, texts), kept, texts)
            : kept.Package(asked) ?? Named(asked, kept, texts) ?? Asked.RuleSetOf(asked, texts);
    }

    private static RuleSet? Named(string asked, KeptRules kept, Texts texts) =>
        kept.PackagesNamed(asked) is var named && named.Count < 2
            ? named.SingleOrDefault()
            : throw new UsageException(
                texts.Fill("cli.rules.several", name => name == "value" ? asked : Digests(named, texts))
            );

    /// <summary>The package at hand, unless what was decided by under its name says something else.</summary>
    private static RuleSet Same(RuleSet atHand, KeptRules kept, Texts texts)
    {
        var named = kept.PackagesNamed(atHand.Text.Name);
        return named.Count == 0 || named.Any(one => one.Text.Digest == atHand.Text.Digest)
            ? atHand
            : throw new UsageException(
                texts.Fill(
                    "cli.rules.other",
                    name =>
                        name switch
                        {
                            "value" => atHand.Text.Name,
                            "digest" => atHand.Text.Digest,
                            _ => Digests(named, texts),
                        }
                )
            );
    }

    private static string Digests(IEnumerable<RuleSet> named, Texts texts) =>
        string.Join(texts["list.comma"], named.Select(one => one.Text.Digest));
}
