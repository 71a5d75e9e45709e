using System.Globalization;
using System.Text.Json;
using LandLedger.Fields;

namespace LandLedger.Service.Plots.Writing;

/// <summary>Values of facts in the bodies of requests, as the schema of the collection tells their types: what the reading of files takes as a cell.</summary>
internal static class FactJson
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The text of a cell; null with <paramref name="expected"/> for a value of another kind.</summary>
    /// <param name="value">No null.</param>
    public static string? Text(Field field, JsonElement value, out string expected)
    {
        expected = field.Type switch
        {
            FieldType.Flag => "true, false",
            FieldType.Date => Day,
            FieldType.Code => string.Join(", ", field.Codes),
            FieldType.Text => "string",
            FieldType.TextList => "[string, …]",
            _ => "number",
        };
        return field.Type switch
        {
            FieldType.Flag => Flag(value),
            FieldType.Date => Of(
                value,
                text => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, default, out _)
            ),
            FieldType.Code => Of(value, field.Codes.Contains),
            FieldType.Text => Of(value, _ => true),
            FieldType.TextList => List(value),
            _ => Number(value),
        };
    }

    private static string? Flag(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };

    /// <summary>Without exponent.</summary>
    private static string? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    private static string? List(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
        && value.EnumerateArray().All(part => part.ValueKind == JsonValueKind.String)
            ? string.Join('、', value.EnumerateArray().Select(part => part.GetString()))
            : null;

    private static string? Of(JsonElement value, Func<string, bool> isRight) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text && isRight(text) ? text : null;
}
