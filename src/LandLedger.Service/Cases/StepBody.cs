using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Rules;
using LandLedger.Service.People;

namespace LandLedger.Service.Cases;

/// <summary>A step as a request says it.</summary>
internal sealed class StepBody
{
    private const string FactsName = "facts";

    private static readonly string[] OfStep = ["kind", "day", "who", "role", "reason", FactsName, "unit", "person"];

    private static readonly string[] OfCase = ["plot", "county", "procedure", .. OfStep];

    private static readonly string[] Roles = [.. Enum.GetValues<Role>().Select(CodeText.Of)];

    private readonly JsonElement _body;
    private readonly Caller _caller;

    private StepBody(JsonElement body, Caller caller) => (_body, _caller) = (body, caller);

    public string Plot => Text("plot")!;

    public string? County => Text("county");

    public string Procedure => Text("procedure")!;

    public string Who => Text("who")!;

    private string Kind => Text("kind")!;

    /// <summary>Reads it; whether its facts will do the procedure tells.</summary>
    /// <param name="opens">Whether it opens a case.</param>
    /// <param name="caller">Whom it is from: who is signed in need not say his name and role.</param>
    public static (StepBody? Body, StepRefusal? Refusal) Read(JsonElement body, bool opens, Caller caller)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return (null, new("member-wrong", "$") { Words = ["object"] });
        var known = opens ? OfCase : OfStep;
        foreach (var member in body.EnumerateObject())
        {
            if (!known.Contains(member.Name, StringComparer.Ordinal))
                return (null, new("member-unknown", member.Name) { Words = known });
            if (Wrong(member) is { } wrong)
                return (null, wrong);
        }
        string[] needed =
        [
            .. opens ? ["plot", "procedure"] : Array.Empty<string>(),
            "kind",
            "day",
            .. caller.IsSignedIn ? Array.Empty<string>() : ["who", "role"],
        ];
        var missing = needed.FirstOrDefault(name => !body.TryGetProperty(name, out _));
        return missing is null ? (new(body, caller), null) : (null, new("member-missing", missing));
    }

    /// <summary>The problem of one that is said to be somebody else's.</summary>
    public Problem? OfOther() => _caller.Refusal(Text("who"), Text("role"));

    /// <summary>The step; facts are read as its procedure asks for them.</summary>
    /// <param name="rules">Null where there is no such procedure, which the case book refuses.</param>
    public CaseStep Step(Procedure? rules) =>
        new()
        {
            Kind = Kind,
            Day = AskedDay.TryRead(Text("day")!, out var day) ? day : default,
            Who = _caller.IsSignedIn ? _caller.User.Name : Text("who")!,
            Role = _caller.IsSignedIn ? _caller.User.Role : CodeText.Parse<Role>(Text("role")),
            Reason = Text("reason"),
            Facts = _body.TryGetProperty(FactsName, out var facts)
                ? facts
                    .EnumerateObject()
                    .GroupBy(fact => fact.Name, StringComparer.Ordinal)
                    .ToDictionary(fact => fact.Key, fact => Read(rules, fact.Last()), StringComparer.Ordinal)
                : [],
            Responsible = Text("unit") is null && Text("person") is null ? null : new(Text("unit"), Text("person")),
        };

    private static StepRefusal? Wrong(JsonProperty member)
    {
        var (name, value) = (member.Name, member.Value);
        if (name == FactsName)
            return value.ValueKind != JsonValueKind.Object
                ? new("member-wrong", name) { Words = ["object"] }
                : value
                    .EnumerateObject()
                    .Where(fact => fact.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                    .Select(fact => new StepRefusal("member-wrong", "facts." + fact.Name)
                    {
                        Words = ["string", "number", "boolean"],
                    })
                    .FirstOrDefault();
        if (value.ValueKind != JsonValueKind.String)
            return new("member-wrong", name) { Words = ["string"] };
        var text = value.GetString()!;
        return name switch
        {
            "day" when !AskedDay.TryRead(text, out _) => new("member-wrong", name) { Words = ["2026-06-30"] },
            "role" when !Roles.Contains(text) => new("member-wrong", name) { Words = Roles },
            _ => null,
        };
    }

    private Fact Read(Procedure? rules, JsonProperty fact) =>
        fact.Value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => Fact.Of(fact.Value.GetBoolean()),
            JsonValueKind.Null => Fact.Unknown,
            // What is to be a text stays a number here, which the step is refused for.
            JsonValueKind.Number when IsText(rules, fact.Name) => Fact.Of(
                fact.Value.TryGetDecimal(out var number) ? number : 0,
                Unit.None
            ),
            JsonValueKind.Number => Asked(rules, fact.Name, fact.Value.GetRawText()),
            _ => Asked(rules, fact.Name, fact.Value.GetString()!),
        };

    private bool IsText(Procedure? rules, string id) =>
        rules?.FindStep(Kind)?.Ask(id)?.Type is AskType.Text or AskType.Document;

    private Fact Asked(Procedure? rules, string id, string text) => rules?.Read(Kind, id, text) ?? Fact.Of(text);

    private string? Text(string name) => _body.TryGetProperty(name, out var value) ? value.GetString() : null;
}
