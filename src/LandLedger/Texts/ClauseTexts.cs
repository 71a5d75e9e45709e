using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger;

/// <summary>The clauses of a package as people read them, each put together once.</summary>
internal sealed class ClauseTexts
{
    private static readonly ConditionalWeakTable<RuleSet, ClauseTexts> ByPackage = [];

    private readonly ConcurrentDictionary<LawReference, string> _chinese = [];
    private readonly ConcurrentDictionary<LawReference, string> _english = [];

    public static string Of(LawReference clause, RuleSet rules, Texts texts)
    {
        var kept = ByPackage.GetOrCreateValue(rules);
        var byClause = texts.Language == Language.Chinese ? kept._chinese : kept._english;
        return byClause.TryGetValue(clause, out var text)
            ? text
            : byClause.GetOrAdd(clause, Text(clause, rules, texts));
    }

    private static string Text(LawReference clause, RuleSet rules, Texts texts)
    {
        var title = rules.Instruments.GetValueOrDefault(clause.Instrument)?.Title[texts.Tag] ?? clause.Instrument;
        return texts.Fill(
            clause.IsToVerify ? "clause." + Codes.Of(clause.Trust) : "clause",
            place => place == "title" ? title : Sentence.Article(clause, texts)
        );
    }
}
