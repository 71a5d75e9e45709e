using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Issuing;
using LandLedger.Rules;
using LandLedger.Service.People;

namespace LandLedger.Service.Lists;

/// <summary>A member of a body, with what it may be.</summary>
/// <param name="Kind">What JSON it is; of a text with words, one of them.</param>
/// <param name="Words">What it may be; a day where the form of one stands there; empty where any will do.</param>
internal sealed record ListMember(
    string Name,
    JsonValueKind Kind,
    bool IsNeeded = false,
    params IReadOnlyList<string> Words
);

/// <summary>What is to be issued, or a step about a list, as a request says it.</summary>
internal sealed class ListBody
{
    private const string DayForm = "2026-06-30";
    private const string WhoName = "who";

    public static readonly IReadOnlyList<ListMember> OfList =
    [
        new("asOf", JsonValueKind.String, true, DayForm),
        new("categories", JsonValueKind.Array, false, [.. Enum.GetValues<Category>().Select(Codes.Of)]),
        new(WhoName, JsonValueKind.String),
        new("reason", JsonValueKind.String),
        new("document", JsonValueKind.String),
        new("language", JsonValueKind.String, false, Texts.Chinese.Tag, Texts.English.Tag),
    ];

    public static readonly IReadOnlyList<ListMember> OfStep =
    [
        new("kind", JsonValueKind.String, true, [.. Enum.GetValues<ListStepKind>().Select(CodeText.Of)]),
        new("day", JsonValueKind.String, true, DayForm),
        new(WhoName, JsonValueKind.String),
        new("reason", JsonValueKind.String),
        new("document", JsonValueKind.String),
        new("row", JsonValueKind.Number),
        new("objector", JsonValueKind.String),
        new("objection", JsonValueKind.Number),
        new("upheld", JsonValueKind.True),
        new("until", JsonValueKind.String, false, DayForm),
        new("days", JsonValueKind.Number),
        new("working", JsonValueKind.True),
        new("redaction", JsonValueKind.String),
    ];

    private readonly JsonElement _body;

    private readonly Caller _caller;

    private ListBody(JsonElement body, Caller caller) => (_body, _caller) = (body, caller);

    /// <summary>Who writes.</summary>
    public string Who => _caller.IsSignedIn ? _caller.User.Name : Text(WhoName)!;

    /// <summary>In the order of the classes, each once; empty where none is asked for.</summary>
    public IReadOnlyList<Category> Categories =>
        Member("categories") is { } all
            ? [.. all.EnumerateArray().Select(code => CodeText.Parse<Category>(code.GetString())).Distinct().Order()]
            : [];

    /// <summary>The problem of one that is said to be somebody else's.</summary>
    public Problem? OfOther() => _caller.Refusal(Text(WhoName));

    /// <summary>Reads it; whether the book takes it is another matter.</summary>
    /// <param name="caller">Whom it is from: who is signed in need not say his name.</param>
    public static (ListBody? Body, ListRefusal? Refusal) Read(
        JsonElement body,
        IReadOnlyList<ListMember> members,
        Caller caller
    )
    {
        if (body.ValueKind != JsonValueKind.Object)
            return (null, new("member-wrong", "$") { Words = ["object"] });
        foreach (var said in body.EnumerateObject())
        {
            if (members.FirstOrDefault(one => one.Name == said.Name) is not { } member)
                return (null, new("member-unknown", said.Name) { Words = [.. members.Select(one => one.Name)] });
            if (!IsRight(said.Value, member))
                return (null, new("member-wrong", said.Name) { Words = Expected(member) });
        }
        var missing = members.FirstOrDefault(one =>
            (one.IsNeeded || (one.Name == WhoName && !caller.IsSignedIn)) && !body.TryGetProperty(one.Name, out _)
        );
        return missing is null ? (new(body, caller), null) : (null, new("member-missing", missing.Name));
    }

    public string? Text(string name) => Member(name)?.GetString();

    public DateOnly? Day(string name) => Text(name) is { } text && AskedDay.TryRead(text, out var day) ? day : null;

    public int? Whole(string name) => Member(name)?.GetInt32();

    public bool? Flag(string name) => Member(name)?.GetBoolean();

    private JsonElement? Member(string name) => _body.TryGetProperty(name, out var value) ? value : null;

    private static bool IsRight(JsonElement value, ListMember member) =>
        member.Kind switch
        {
            JsonValueKind.True => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            JsonValueKind.Number => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
            JsonValueKind.Array => value.ValueKind == JsonValueKind.Array
                && value.EnumerateArray().All(one => IsText(one, member.Words)),
            _ => IsText(value, member.Words),
        };

    private static bool IsText(JsonElement value, IReadOnlyList<string> words) =>
        value.ValueKind == JsonValueKind.String
        && (words is [DayForm] ? AskedDay.TryRead(value.GetString()!, out _) : IsAmong(value.GetString()!, words));

    private static bool IsAmong(string text, IReadOnlyList<string> words) => words.Count == 0 || words.Contains(text);

    private static IReadOnlyList<string> Expected(ListMember member) =>
        member.Words.Count > 0 ? member.Words
        : member.Kind == JsonValueKind.True ? ["boolean"]
        : [member.Kind.ToString().ToLowerInvariant()];
}
