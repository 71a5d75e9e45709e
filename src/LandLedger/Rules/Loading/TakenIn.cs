using System.Text.Json;

namespace LandLedger.Rules.Loading;

/// <summary>
/// The text of a file of rules: <c>file</c>, and of the <c>instruments</c>, <c>numbers</c> and <c>parts</c> that come with LandLedger those that it takes in, by their ids. A
/// number of law that comes with LandLedger and is altered there alters the text, one that the file does not name does not.
/// </summary>
internal static class TakenIn
{
    public const string File = "file";
    public const string Instruments = "instruments";
    public const string Numbers = "numbers";
    public const string Parts = "parts";
    private const string Instrument = "instrument";
    private const string Number = "number";

    private static readonly Lazy<Dictionary<string, JsonElement>> KnownInstruments = new(() =>
        RuleFile.Element("law/instruments.json").EnumerateArray().ToDictionary(one => Text(one, "id"))
    );

    private static readonly Lazy<Dictionary<string, JsonElement>> KnownNumbers = new(() =>
        RuleFile.Names("law/numbers/").Select(RuleFile.Element).ToDictionary(said => Text(said, Instrument))
    );

    /// <summary>Of a package: all that the instruments say that it names.</summary>
    public static void WritePackage(Utf8JsonWriter json, JsonElement package)
    {
        var numbers = package
            .GetProperty(Numbers)
            .EnumerateArray()
            .Select(id => KnownNumbers.Value[id.GetString()!])
            .ToList();
        Write(json, package, numbers.Select(said => (Text(said, Instrument), said)), []);
    }

    /// <summary>Of a procedure: the parts, and the lengths of periods.</summary>
    /// <param name="parts">By id, those that it takes in.</param>
    public static void WriteProcedure(
        Utf8JsonWriter json,
        JsonElement procedure,
        IReadOnlyList<(string Id, JsonElement Part)> parts
    )
    {
        var named = parts.Select(one => one.Part).Prepend(procedure).SelectMany(file => Said(file, Number)).ToHashSet();
        var numbers = RuleSets
            .Default.Thresholds.Where(number => named.Contains(number.Id))
            .Select(number => number.Source.Instrument)
            .Distinct()
            .Select(id => (id, Only(KnownNumbers.Value[id], named)));
        Write(json, procedure, numbers, parts);
    }

    private static void Write(
        Utf8JsonWriter json,
        JsonElement file,
        IEnumerable<(string Id, JsonElement Said)> numbers,
        IReadOnlyList<(string Id, JsonElement Part)> parts
    )
    {
        List<(string Id, JsonElement Said)> said = [.. numbers];
        var named = said.Concat(parts)
            .Select(one => one.Item2)
            .Prepend(file)
            .SelectMany(one => Said(one, Instrument))
            .ToHashSet();
        json.WriteStartObject();
        json.WritePropertyName(File);
        file.WriteTo(json);
        Write(
            json,
            Instruments,
            KnownInstruments.Value.Where(one => named.Contains(one.Key)).Select(one => (one.Key, one.Value))
        );
        Write(json, Numbers, said);
        Write(json, Parts, parts);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<(string Id, JsonElement Value)> taken)
    {
        json.WriteStartObject(name);
        foreach (var (id, value) in taken)
        {
            json.WritePropertyName(id);
            value.WriteTo(json);
        }
        json.WriteEndObject();
    }

    /// <summary>What an instrument says, of its numbers those of some ids, and no clause.</summary>
    private static JsonElement Only(JsonElement said, HashSet<string> ids) =>
        JsonSerializer.SerializeToElement(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [Instrument] = Text(said, Instrument),
                [Numbers] = said.GetProperty(Numbers)
                    .EnumerateArray()
                    .Where(number => ids.Contains(Text(number, "id")))
                    .ToList(),
            }
        );

    /// <summary>The texts that members of a name have, anywhere in it.</summary>
    private static IEnumerable<string> Said(JsonElement value, string name) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Said(item, name)),
            JsonValueKind.Object => value
                .EnumerateObject()
                .SelectMany(member =>
                    member.Value.ValueKind == JsonValueKind.String
                        ? member.NameEquals(name)
                            ? [member.Value.GetString()!]
                            : []
                        : Said(member.Value, name)
                ),
            _ => [],
        };

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
