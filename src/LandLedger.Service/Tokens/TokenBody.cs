using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.People;
using LandLedger.Rules;

namespace LandLedger.Service.Tokens;

/// <summary>A token that is asked for, as a request says it: for whom, what he may do and see, and from when to when.</summary>
internal sealed class TokenBody
{
    private const string DayForm = "2026-06-30";
    private const string County = "^[0-9]{6}$";
    private const string UserName = "user";
    private const string RoleName = "role";
    private const string Since = "since";
    private const string Until = "until";

    private static readonly string[] Names = [UserName, RoleName, "counties", "zones", Since, Until];
    private static readonly string[] Roles = [.. Enum.GetValues<Role>().Select(CodeText.Of)];

    private TokenBody(User user, DateOnly? since, DateOnly? until) => (User, SinceDay, UntilDay) = (user, since, until);

    public User User { get; }

    /// <summary>Null where none is said.</summary>
    public DateOnly? SinceDay { get; }

    /// <summary>Inclusive; null for no end.</summary>
    public DateOnly? UntilDay { get; }

    /// <summary>Reads it. What is wrong is told with its place and what should stand there, never with what does: it may be a secret.</summary>
    public static (TokenBody? Body, Problem? Problem) Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return (null, Wrong("$", "object"));
        if (body.EnumerateObject().Any(member => !Names.Contains(member.Name)))
            return (null, Wrong("$", string.Join(", ", Names)));
        if (Text(body, UserName) is not { } name || !Token.IsName(name))
            return (null, Wrong(UserName, $"1–{Token.LongestName}"));
        if (Text(body, RoleName) is not { } role || !Roles.Contains(role))
            return (null, Wrong(RoleName, string.Join(", ", Roles)));
        if (Texts(body, "counties") is not { } counties || !counties.TrueForAll(IsCounty))
            return (null, Wrong("counties", $"[{County}]"));
        if (Texts(body, "zones") is not { } zones || !zones.TrueForAll(Token.IsName))
            return (null, Wrong("zones", $"[1–{Token.LongestName}]"));
        if (!IsDay(body, Since, out var since))
            return (null, Wrong(Since, DayForm));
        if (!IsDay(body, Until, out var until))
            return (null, Wrong(Until, DayForm));
        var user = new User(name, Token.RoleOf(role)) { Scope = new(counties, zones) };
        return (new(user, since, until), null);
    }

    /// <summary>That it would end before it begins.</summary>
    public static Problem EndsBefore(DateOnly since) => Wrong(Until, "≥ " + Fact.Of(since));

    private static Problem Wrong(string place, string expected) =>
        new("token-wrong", ("place", place), ("expected", expected));

    private static bool IsCounty(string text) => text.Length == 6 && text.All(char.IsAsciiDigit);

    private static JsonElement? Member(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement body, string name) =>
        Member(body, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>None where none are said; null where something else is. A list of none is no bound that anybody means.</summary>
    private static List<string>? Texts(JsonElement body, string name) =>
        Member(body, name) is not { } said ? []
        : said.ValueKind == JsonValueKind.Array
        && said.GetArrayLength() > 0
        && said.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String)
            ? [.. said.EnumerateArray().Select(one => one.GetString()!)]
        : null;

    private static bool IsDay(JsonElement body, string name, out DateOnly? day)
    {
        day = null;
        if (Member(body, name) is null)
            return true;
        if (Text(body, name) is not { } text || !AskedDay.TryRead(text, out var read))
            return false;
        day = read;
        return true;
    }
}
