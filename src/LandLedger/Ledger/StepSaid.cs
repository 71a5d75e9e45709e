using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Rules;

namespace LandLedger.Ledger;

/// <summary>
/// A step of a case as an entry says it, and back. Facts tell their type, so that no procedure is needed to read them: texts and codes as
/// they are, yes or no, and objects of one member for days (<c>day</c>), areas (<c>mu</c>) and money (<c>yuan</c>).
/// </summary>
internal static class StepSaid
{
    private const string County = "county";
    private const string Key = "key";
    private const string Plot = "plot";
    private const string Procedure = "procedure";
    public const string Step = "step";
    private const string Version = "version";
    private const string Day = "day";
    private const string Evidence = "evidence";
    private const string FactsName = "facts";
    private const string Person = "person";
    private const string Reason = "reason";
    private const string Role = "role";
    private const string Unit = "unit";
    private const string Who = "who";
    private const string Mu = "mu";
    private const string Yuan = "yuan";

    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The last step of a case.</summary>
    /// <param name="rules">By which it was taken.</param>
    public static void Write(Utf8JsonWriter json, CaseRow filed, IReadOnlyList<RuleText> rules)
    {
        var step = filed.Steps[^1];
        json.WriteString(County, filed.Plot.County);
        json.Known(Key, Fact.Of(step.Key));
        json.WriteString(Plot, filed.Plot.Number);
        json.WriteString(Procedure, filed.Procedure);
        if (rules.Count > 0)
            RulesSaid.WriteDigests(json, rules.Select(text => (text.Kind, text.Digest)));
        json.WriteStartObject(Step);
        json.Known(Day, Fact.Of(step.Day));
        if (step.Evidence is { } evidence)
        {
            json.WritePropertyName(Evidence);
            json.WriteRawValue(evidence, skipInputValidation: true);
        }
        json.WritePropertyName(FactsName);
        json.WriteRawValue(step.Facts, skipInputValidation: true);
        json.WriteString(Members.Kind, step.Kind);
        json.Known(Person, Fact.Of(step.Person));
        json.Known(Reason, Fact.Of(step.Reason));
        json.WriteString(Role, step.Role);
        json.Known(Unit, Fact.Of(step.Unit));
        json.WriteString(Who, step.Who);
        json.WriteEndObject();
        json.WriteString(Version, filed.Version);
    }

    /// <summary>What an entry says of a case, as the row of a case with this step alone; null where it is none.</summary>
    public static CaseRow? Read(LedgerEntry entry)
    {
        if (entry.Kind != EntryKind.Step || Subject.CaseOf(entry.About) is not { } number)
            return null;
        var says = entry.Says;
        try
        {
            var step = says.GetProperty(Step);
            var facts = step.GetProperty(FactsName).GetRawText();
            var evidence = step.TryGetProperty(Evidence, out var files) ? files.GetRawText() : null;
            if (Facts(facts) is null || FileSaid.Read(evidence) is null)
                return null;
            var day = step.Day(Day)!.Value;
            return new()
            {
                Number = number,
                Plot = new(says.Needed(County), says.Needed(Plot)),
                Procedure = says.Needed(Procedure),
                Version = says.Needed(Version),
                Digest = RulesSaid.Digest(says, RuleKind.Procedure),
                State = "",
                IsClosed = false,
                Opened = day,
                LastDay = day,
                Steps =
                [
                    new()
                    {
                        Place = 1,
                        Entry = entry.Number,
                        Key = says.Text(Key),
                        Kind = step.Needed(Members.Kind),
                        Day = day,
                        Who = step.Needed(Who),
                        Role = step.Needed(Role),
                        Reason = step.Text(Reason),
                        Facts = facts,
                        Evidence = evidence,
                        Unit = step.Text(Unit),
                        Person = step.Text(Person),
                    },
                ],
            };
        }
        catch (Exception e) when (SaidJson.IsUnreadable(e))
        {
            return null;
        }
    }

    /// <summary>In byte order of their ids; what is not known is left out.</summary>
    public static string FactsText(IReadOnlyDictionary<string, Fact> facts)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Form))
        {
            json.WriteStartObject();
            foreach (var (id, fact) in facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
            {
                if (fact.IsKnown)
                    Write(json, id, fact);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Null where the text is none of these.</summary>
    public static IReadOnlyDictionary<string, Fact>? Facts(string text)
    {
        try
        {
            using var facts = JsonDocument.Parse(text);
            return facts
                .RootElement.EnumerateObject()
                .ToFrozenDictionary(fact => fact.Name, fact => Read(fact.Value), StringComparer.Ordinal);
        }
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter json, string id, Fact fact)
    {
        json.WritePropertyName(id);
        var type =
            fact.Date is not null ? Day
            : fact.Unit == LandLedger.Unit.Mu ? Mu
            : fact.Unit == LandLedger.Unit.Yuan ? Yuan
            : null;
        if (type is null)
        {
            SaidJson.Write(json, fact);
            return;
        }
        json.WriteStartObject();
        json.WritePropertyName(type);
        SaidJson.Write(json, fact);
        json.WriteEndObject();
    }

    private static Fact Read(JsonElement fact) =>
        fact.ValueKind switch
        {
            JsonValueKind.String => Fact.Of(fact.GetString()),
            JsonValueKind.True or JsonValueKind.False => Fact.Of(fact.GetBoolean()),
            JsonValueKind.Object when fact.Day(Day) is { } day => Fact.Of(day),
            JsonValueKind.Object when fact.Number(Mu) is { } mu => Fact.Of(mu, LandLedger.Unit.Mu),
            JsonValueKind.Object when fact.Number(Yuan) is { } yuan => Fact.Of(yuan, LandLedger.Unit.Yuan),
            _ => throw new FormatException(),
        };
}
