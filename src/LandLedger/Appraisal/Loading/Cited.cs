using System.Text.Json;
using LandLedger.Rules;
using LandLedger.Rules.Loading;

namespace LandLedger.Appraisal.Loading;

/// <summary>Reads what a source prints and how far that may be trusted.</summary>
internal static class Cited
{
    /// <summary>A number that has to be there: { "value": 30, "trust": "R" }.</summary>
    public static CitedNumber? Number(Node node, string name, decimal min, decimal max) =>
        node.Member(name) is { } found ? Value(found, min, max) : null;

    /// <summary>A number that is null where the source does not say it.</summary>
    public static CitedNumber? OpenNumber(Node node, string name, decimal min, decimal max) =>
        node.Open(name) is { } found ? Value(found, min, max) : null;

    public static AppraisalSource? Source(Node node)
    {
        if (node.Member("source") is not { } source)
            return null;
        source.Only("title", "issuer", "number", "trust");
        var title = source.Words("title");
        var issuer = source.Words("issuer");
        var number = source.Open("number") is null ? null : source.Text("number");
        return source.Trust() is { } trust ? new(title, issuer, number, trust) : null;
    }

    /// <summary>A letter A to D.</summary>
    public static Grade? Grade(Node node)
    {
        if (node.Text("grade") is not { } letter)
            return null;
        if (letter is ['A' or 'B' or 'C' or 'D'])
            return Enum.Parse<Grade>(letter);
        node.Report("unknown-code", $"{letter} (A, B, C, D)", "grade");
        return null;
    }

    /// <summary>Places of all members that are null.</summary>
    public static IEnumerable<string> Unsaid(JsonElement element) =>
        Places(element, "", (_, value) => value.ValueKind == JsonValueKind.Null);

    /// <summary>Places of all that has a trust mark to be verified.</summary>
    public static IEnumerable<string> ToVerify(JsonElement element) =>
        Places(element, "", (name, value) => name == "trust" && value.GetString() is not ("R" or "C"))
            .Select(place => place[..^".trust".Length]);

    private static CitedNumber? Value(Node node, decimal min, decimal max)
    {
        node.Only("value", "trust");
        var value = node.Number("value", min, max);
        var trust = node.Trust();
        return value is { } number && trust is { } known ? new(number, known) : null;
    }

    private static IEnumerable<string> Places(JsonElement element, string place, Func<string, JsonElement, bool> fits)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().SelectMany((item, at) => Places(item, $"{place}[{at}]", fits));
        if (element.ValueKind != JsonValueKind.Object)
            return [];
        return element
            .EnumerateObject()
            .SelectMany(member =>
            {
                var at = place.Length == 0 ? member.Name : $"{place}.{member.Name}";
                return fits(member.Name, member.Value) ? [at] : Places(member.Value, at, fits);
            });
    }
}
