using System.Globalization;
using System.Text;
using LandLedger.Fields;
using LandLedger.Formats.Json;
using LandLedger.Rules;
using static LandLedger.Formats.Dictionary.BilingualPage;

namespace LandLedger.Formats.Dictionary;

/// <summary>
/// The packages of rules as one Markdown page in Chinese and English, <c>docs/rules.md</c>: each rule with its article, each number with
/// the days it is in force, its source and how far that was verified, how days are counted, and of which year a tax is.
/// </summary>
public static class RulePage
{
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append("# ").Append(Both("rules-page.title")).Append("\n\n").Append(Lines("rules-page.intro"));
        Section(page, "rules-page.days").Append(Lines("rules-page.days.about"));
        Section(page, "rules-page.tax-year").Append(Lines("rules-page.tax-year.about"));
        Section(page, "rules-page.trust");
        foreach (var trust in Enum.GetValues<Trust>())
            page.Append("* ")
                .Append(Mark(Codes.Of(trust)))
                .Append(' ')
                .Append(Both("trust." + Codes.Of(trust)))
                .Append('\n');
        foreach (var rules in RuleSets.All)
            Package(page, rules);
        return page.ToString();
    }

    private static void Package(StringBuilder page, RuleSet rules)
    {
        page.Append("\n## ").Append(Mark(rules.Id)).Append(' ').Append(Pair(rules.Title["zh"], rules.Title["en"]));
        page.Append(' ').Append(rules.Version).Append("\n\n");
        if (rules.Notes.Count > 0)
            page.Append(rules.Notes["zh"]).Append("\n\n").Append(rules.Notes["en"]).Append("\n\n");
        page.Append(Both("rules-page.per-mu"))
            .Append(": ")
            .Append(Both("per-mu-area." + Codes.Of(rules.PerMuBasis)))
            .Append("\n\n");
        Rules(page, rules);
        Numbers(page, rules);
    }

    private static void Rules(StringBuilder page, RuleSet rules)
    {
        Row(page, Heads("rule", "name", "class", "article", "trust"));
        Rule(page, 5);
        foreach (var rule in rules.Rules)
        {
            var clause = rules.Clause(rule.Clauses.FirstOrDefault(rule.Id));
            var leads = rule.Leads is { } category
                ? Both("category." + Codes.Of(category))
                : Both("rules-page.no-class");
            Row(
                page,
                Mark(rule.Id),
                Both("rule." + rule.Id),
                leads,
                Source(clause, rules.Instruments),
                Mark(Codes.Of(clause.Trust))
            );
        }
    }

    private static void Numbers(StringBuilder page, RuleSet rules)
    {
        page.Append('\n');
        Row(page, Heads("number", "name", "value", "from", "to", "article", "trust"));
        Rule(page, 7);
        foreach (
            var number in rules
                .Thresholds.OrderBy(number => number.Id, StringComparer.Ordinal)
                .ThenBy(number => number.From)
        )
            Row(
                page,
                Mark(number.Id),
                Name(number.Id),
                Value(number),
                Day(number.From),
                number.To is { } to ? Day(to) : "",
                Source(number.Source, rules.Instruments),
                Mark(Codes.Of(number.Source.Trust))
            );
    }

    /// <summary>A number of one sector has the name of the one for all.</summary>
    private static string Name(string id) => Both("number." + NumberKey.Plain(id));

    private static string Value(Threshold number)
    {
        var value =
            number.Denominator == 1m ? Exact(number.Value) : $"{Exact(number.Numerator)}/{Exact(number.Denominator)}";
        return UnitCodes.Of(number.Unit) is { } unit ? value + " " + unit : value;
    }

    private static string Exact(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Heads(params string[] keys) => keys.Select(key => Both("rules-page." + key));
}
