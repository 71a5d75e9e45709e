using System.Globalization;
using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Formats.Json;
using LandLedger.Rules;

namespace LandLedger.Service.Packages;

/// <summary>A package as JSON: its rules in order of judgement with their clauses, its dated numbers, and what they are taken from.</summary>
internal static class PackageJson
{
    public static void Write(Utf8JsonWriter json, RuleSet rules, bool inUse)
    {
        json.WriteStartObject();
        WriteHead(json, rules, inUse);
        json.WriteString("perMuBasis", Codes.Of(rules.PerMuBasis));
        json.WriteStartArray("rules");
        foreach (var rule in rules.Rules)
            WriteRule(json, rule, rules);
        json.WriteEndArray();
        json.WriteStartArray("numbers");
        foreach (var number in rules.Thresholds)
            WriteNumber(json, number, rules);
        json.WriteEndArray();
        WriteTexts(json, "onlyWhenRecorded", rules.OnlyWhenRecorded);
        WriteTexts(json, "industrialOnly", rules.IndustrialOnly);
        WriteTexts(json, "awaits", rules.Awaits);
        WriteTexts(json, "exemptions", rules.Exemptions.Select(exemption => exemption.Id));
        json.WriteStartArray("instruments");
        foreach (var instrument in rules.Instruments.Values.OrderBy(i => i.Id, StringComparer.Ordinal))
            WriteInstrument(json, instrument);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteHead(Utf8JsonWriter json, RuleSet rules, bool inUse)
    {
        json.WriteString("id", rules.Id);
        json.WriteString("version", rules.Version);
        json.WriteBoolean("inUse", inUse);
        WriteWords(json, "title", rules.Title);
        if (rules.Notes.Count > 0)
            WriteWords(json, "notes", rules.Notes);
        else
            json.WriteNull("notes");
    }

    private static void WriteRule(Utf8JsonWriter json, IRule rule, RuleSet rules)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteStartObject("title");
        json.WriteString("zh", Texts.Chinese.Find("rule." + rule.Id));
        json.WriteString("en", Texts.English.Find("rule." + rule.Id));
        json.WriteEndObject();
        json.WriteString("leads", rule.Leads is { } category ? Codes.Of(category) : null);
        json.WriteStartArray("clauses");
        foreach (var key in rule.Clauses)
        {
            if (rules.Clauses.TryGetValue(key, out var clause))
                WriteClause(json, clause, rules);
        }
        json.WriteEndArray();
        WriteTexts(json, "numbers", rule.Numbers.Select(number => number.Id));
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, Threshold number, RuleSet rules)
    {
        json.WriteStartObject();
        json.WriteString("id", number.Id);
        json.WriteNumber("value", number.Value);
        if (number.Denominator != 1m)
            json.WriteString(
                "exact",
                string.Create(CultureInfo.InvariantCulture, $"{number.Numerator}/{number.Denominator}")
            );
        json.WriteString("unit", UnitCodes.Of(number.Unit));
        json.WriteString("from", Day(number.From));
        json.WriteString("to", Day(number.To));
        json.WritePropertyName("source");
        WriteClause(json, number.Source, rules);
        json.WriteEndObject();
    }

    private static void WriteClause(Utf8JsonWriter json, LawReference clause, RuleSet rules)
    {
        json.WriteStartObject();
        json.WriteString("instrument", clause.Instrument);
        json.WriteString("title", rules.Instruments.GetValueOrDefault(clause.Instrument)?.Title["zh"]);
        json.WriteString("article", clause.Article);
        json.WriteString("trust", Codes.Of(clause.Trust));
        json.WriteEndObject();
    }

    private static void WriteInstrument(Utf8JsonWriter json, Instrument instrument)
    {
        json.WriteStartObject();
        json.WriteString("id", instrument.Id);
        WriteWords(json, "title", instrument.Title);
        WriteWords(json, "issuer", instrument.Issuer);
        WriteWords(json, "number", instrument.Number);
        json.WriteString("inForce", Day(instrument.InForce));
        json.WriteString("trust", Codes.Of(instrument.Trust));
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> words)
    {
        json.WriteStartObject(name);
        foreach (var (tag, text) in words.OrderByDescending(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString(tag, text);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts.Order(StringComparer.Ordinal))
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
