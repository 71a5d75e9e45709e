using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger.Disposal;

/// <summary>An article that a list rests on, in words: what it was used for, where it stands, and how far it was verified.</summary>
public sealed record ListLaw(
    string Use,
    string Instrument,
    string? Number,
    string? Issuer,
    string Article,
    string Trust
)
{
    /// <summary>Those of the rows, in the order in which they come up; a place of law stands there once for each use of it.</summary>
    public static IReadOnlyList<ListLaw> Of(IEnumerable<DisposalRow> rows)
    {
        Texts? texts = null;
        return
        [
            .. rows.SelectMany(row =>
                {
                    texts = row.Texts;
                    return References(row);
                })
                .GroupBy(reference => (reference.Key, reference.Clause.Instrument, reference.Clause.Article))
                .Select(group =>
                    Of(texts!, group.Key.Key, [.. group.Select(x => x.Clause).Distinct()], group.First().Rules)
                ),
        ];
    }

    private static IEnumerable<(string Key, LawReference Clause, RuleSet Rules)> References(DisposalRow row)
    {
        var rules = row.Evaluation.Rules;
        foreach (var (rule, clause) in Reason.Clauses(row))
            yield return ("rule." + rule, clause, rules);
        foreach (var measure in row.Evaluation.Measures)
            yield return ("measure." + Codes.Of(measure.Kind), measure.Clause, rules);
    }

    /// <summary>With each mark of trust that the place of law has for some plot.</summary>
    private static ListLaw Of(Texts texts, string key, LawReference[] places, RuleSet rules)
    {
        var clause = places[0];
        var instrument = rules.Instruments.GetValueOrDefault(clause.Instrument);
        var tag = texts.Tag;
        return new(
            texts.Find(key) ?? key,
            instrument?.Title[tag] ?? clause.Instrument,
            instrument?.Number[tag],
            instrument?.Issuer[tag],
            Sentence.Article(clause, texts),
            string.Join(
                texts["list.semicolon"],
                places.Select(place => texts["trust." + Codes.Of(place.Trust)]).Order(StringComparer.Ordinal)
            )
        );
    }
}
