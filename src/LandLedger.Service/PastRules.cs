using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Rules;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service;

/// <summary>The package that days of the past are judged by: one at hand, or one that the ledger keeps, by ID@VERSION or by digest.</summary>
internal static class PastRules
{
    /// <summary>By which a request names one.</summary>
    /// <param name="sentence">What it is told by; its name when null.</param>
    public static Parameter<string?> Parameter(string name, string? sentence = null) =>
        new(name, Reading.Text, null, Reading.TextSchema)
        {
            Codes = [.. RuleSets.All.Select(rules => rules.Id)],
            Sentence = sentence,
        };

    /// <summary>The one that a request names, else the given one; or that there is none, or that it says something else than what was decided by.</summary>
    public static (RuleSet? Rules, Problem? Problem) Of(
        Parameter<string?> parameter,
        RuleSet otherwise,
        Query query,
        IPlotStore store,
        HttpRequest request,
        ServiceOptions options
    )
    {
        if (query.Of(parameter) is not { } asked)
            return Same(otherwise, store);
        if (RuleSets.Find(asked) is { } known)
            return Same(known, store);
        var kept = new KeptRules(store.Ledger);
        return kept.Package(asked) is { } told ? (told, null)
            : kept.PackagesNamed(asked) is not { Count: > 0 } named ? (null, Query.Wrong(parameter, request, options))
            : named is [var only] ? (only, null)
            : (null, Other(asked, null, [.. named.Select(one => one.Text)]));
    }

    /// <summary>A package at hand, unless what was decided by under its name says something else.</summary>
    public static (RuleSet? Rules, Problem? Problem) Same(RuleSet atHand, IPlotStore store)
    {
        var (rules, others) = new KeptRules(store.Ledger).Same(atHand);
        return rules is null ? (null, Other(atHand.Text.Name, atHand.Text.Digest, others)) : (rules, null);
    }

    private static Problem Other(string name, string? digest, IReadOnlyList<RuleText> kept) =>
        new(
            "rules-other",
            ("rules", name),
            ("digest", digest ?? "-"),
            ("kept", string.Join(", ", kept.Select(one => one.Digest)))
        );
}
