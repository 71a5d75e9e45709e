using System.Globalization;
using System.Text.Json;
using LandLedger.Fields;

namespace LandLedger.Ledger;

/// <summary>Facts as members of an entry and back: numbers without trailing zeros, days as yyyy-MM-dd. What is not known is null.</summary>
internal static class SaidJson
{
    public static void Write(Utf8JsonWriter json, Fact fact)
    {
        switch (fact.Kind)
        {
            case FactKind.Number:
                Write(json, fact.Number);
                break;
            case FactKind.Date:
                Write(json, fact.Date);
                break;
            case FactKind.Flag:
                json.WriteBooleanValue(fact.Flag!.Value);
                break;
            case FactKind.Text:
                json.WriteStringValue(fact.Text);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    /// <summary>A fact from the invariant form of <see cref="Fact.ToString"/>; empty is not known.</summary>
    public static void Write(Utf8JsonWriter json, FieldType type, string text)
    {
        if (text.Length == 0)
            json.WriteNullValue();
        else if (type is FieldType.Text or FieldType.TextList or FieldType.Code or FieldType.Date)
            json.WriteStringValue(text);
        else if (type == FieldType.Flag)
            json.WriteBooleanValue(text == "true");
        else
            json.WriteNumberValue(decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture));
    }

    public static void Write(Utf8JsonWriter json, decimal? number)
    {
        if (number is { } value)
            json.WriteNumberValue(Trim(value));
        else
            json.WriteNullValue();
    }

    /// <summary>The number without zeros at its end.</summary>
    public static decimal Trim(decimal value) => EndsInZero(value) ? value / 1.000000000000000000000000000000m : value;

    /// <summary>Whether its last decimal may be a zero; a division that would take it off is dear.</summary>
    private static bool EndsInZero(decimal value)
    {
        if (value.Scale == 0)
            return false;
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        return parts[2] != 0 || (((ulong)(uint)parts[1] << 32) | (uint)parts[0]) % 10 == 0;
    }

    public static void Write(Utf8JsonWriter json, DateOnly? day)
    {
        if (day is not { } value)
        {
            json.WriteNullValue();
            return;
        }
        Span<char> text = stackalloc char[10];
        _ = value.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteStringValue(text);
    }

    /// <summary>A member that is left out where it is not known.</summary>
    public static void Known(this Utf8JsonWriter json, string name, Fact fact)
    {
        if (!fact.IsKnown)
            return;
        json.WritePropertyName(name);
        Write(json, fact);
    }

    public static void Known(this Utf8JsonWriter json, string name, decimal? number) =>
        json.Known(name, Fact.Of(number, Unit.None));

    public static string? Text(this JsonElement of, string name) =>
        Member(of, name) is { } member ? member.GetString() : null;

    /// <summary>A text that is there.</summary>
    public static string Needed(this JsonElement of, string name) =>
        of.Text(name) ?? throw new FormatException($"{name} is missing");

    public static int? Whole(this JsonElement of, string name) =>
        Member(of, name) is { } member ? member.GetInt32() : null;

    public static decimal? Number(this JsonElement of, string name) =>
        Member(of, name) is { } member ? member.GetDecimal() : null;

    public static DateOnly? Day(this JsonElement of, string name) =>
        Member(of, name) is { } member ? Day(member) : null;

    public static bool? Flag(this JsonElement of, string name) =>
        Member(of, name) is { } member ? member.GetBoolean() : null;

    public static Area? Area(this JsonElement of, string name) =>
        Number(of, name) is { } mu ? LandLedger.Area.FromMu(mu) : null;

    public static Money? Money(this JsonElement of, string name) =>
        Number(of, name) is { } yuan ? LandLedger.Money.FromYuan(yuan) : null;

    public static DateOnly Day(JsonElement value) =>
        DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The parts that a member lists; none where it is not there.</summary>
    public static IReadOnlyList<T> Parts<T>(this JsonElement of, string name, Func<JsonElement, T> part) =>
        Member(of, name) is { } parts ? Parts(parts, part) : [];

    public static IReadOnlyList<T> Parts<T>(JsonElement parts, Func<JsonElement, T> part) =>
        [
            .. parts
                .EnumerateArray()
                .Select(said =>
                    said.ValueKind == JsonValueKind.Object
                        ? part(said)
                        : throw new FormatException($"a part is {said.ValueKind}")
                ),
        ];

    /// <summary>Whether something was read that is of another shape than entries have: only who alters them writes such a thing.</summary>
    public static bool IsUnreadable(Exception e) =>
        e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or OverflowException;

    /// <summary>The object that a text is.</summary>
    public static JsonElement Of(string text) => JsonElement.Parse(text);

    private static JsonElement? Member(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object
        && of.TryGetProperty(name, out var member)
        && member.ValueKind != JsonValueKind.Null
            ? member
            : null;
}
