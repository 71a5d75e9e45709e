using System.Globalization;

namespace LandLedger.Service.Tests.Contract;

/// <summary>
/// A value held against a schema of the document, as far as ours go. Stricter than JSON Schema: a member that no schema declares is a
/// fault unless the schema says that there are others, and a keyword that is not understood here is an error.
/// </summary>
internal sealed class Schema(JsonElement root)
{
    private static readonly string[] Understood =
    [
        "$ref",
        "additionalProperties",
        "allOf",
        "description",
        "enum",
        "format",
        "items",
        "nullable",
        "properties",
        "required",
        "type",
    ];

    /// <summary>What is wrong with a value, each with its place.</summary>
    public IEnumerable<string> Faults(JsonElement value, JsonElement schema, string at = "$")
    {
        var all = Flat(schema).ToList();
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (!all.Exists(s => IsTrue(s, "nullable")))
                yield return $"{at} is null";
            yield break;
        }
        foreach (var fault in all.SelectMany(s => OfItself(value, s, at)))
            yield return fault;
        if (value.ValueKind == JsonValueKind.Object)
            foreach (var fault in OfMembers(value, all, at))
                yield return fault;
        foreach (
            var items in all.Where(s => s.TryGetProperty("items", out _) && value.ValueKind == JsonValueKind.Array)
        )
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            foreach (var fault in Faults(item, items.GetProperty("items"), $"{at}[{index++}]"))
                yield return fault;
        }
    }

    private static IEnumerable<string> OfItself(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("type", out var type) && !IsA(value, type.GetString()!))
            yield return $"{at} is {value.ValueKind}, not {type}";
        if (
            schema.TryGetProperty("enum", out var codes)
            && !codes.EnumerateArray().Any(code => JsonElement.DeepEquals(code, value))
        )
            yield return $"{at} is {value}, none of the codes";
        if (schema.TryGetProperty("format", out var format) && !IsOf(value, format.GetString()!))
            yield return $"{at} is {value}, no {format}";
    }

    private IEnumerable<string> OfMembers(JsonElement value, List<JsonElement> schemas, string at)
    {
        foreach (var name in schemas.SelectMany(s => Texts(s, "required")))
            if (!value.TryGetProperty(name, out _))
                yield return $"{at}.{name} is missing";
        var declared = schemas
            .Where(s => s.TryGetProperty("properties", out _))
            .SelectMany(s => s.GetProperty("properties").EnumerateObject())
            .ToLookup(property => property.Name, property => property.Value, StringComparer.Ordinal);
        var open = declared.Count == 0 || schemas.Exists(s => IsTrue(s, "additionalProperties"));
        foreach (var member in value.EnumerateObject())
        {
            if (!declared.Contains(member.Name) && !open)
                yield return $"{at}.{member.Name} is not declared";
            foreach (var schema in declared[member.Name])
            foreach (var fault in Faults(member.Value, schema, $"{at}.{member.Name}"))
                yield return fault;
        }
    }

    /// <summary>The schema itself and all that it refers to.</summary>
    private IEnumerable<JsonElement> Flat(JsonElement schema)
    {
        foreach (var keyword in schema.EnumerateObject())
            if (!Understood.Contains(keyword.Name))
                throw new NotSupportedException($"This check does not understand '{keyword.Name}'.");
        yield return schema;
        if (schema.TryGetProperty("$ref", out var reference))
            foreach (var inner in Flat(Resolve(reference.GetString()!)))
                yield return inner;
        if (schema.TryGetProperty("allOf", out var parts))
            foreach (var inner in parts.EnumerateArray().SelectMany(Flat))
                yield return inner;
    }

    private JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (element, name) => element.GetProperty(name));

    private static bool IsA(JsonElement value, string type) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            _ => throw new NotSupportedException($"This check does not understand type '{type}'."),
        };

    private static bool IsOf(JsonElement value, string format) =>
        format switch
        {
            "date" => Matches(value, "yyyy-MM-dd"),
            "date-time" => Matches(value, "yyyy-MM-dd'T'HH:mm:ss'Z'") || Matches(value, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
            _ => throw new NotSupportedException($"This check does not understand format '{format}'."),
        };

    private static bool Matches(JsonElement value, string form) =>
        value.ValueKind == JsonValueKind.String
        && DateTime.TryParseExact(value.GetString(), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsTrue(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.True;

    private static IEnumerable<string> Texts(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var list) ? list.EnumerateArray().Select(text => text.GetString()!) : [];
}
