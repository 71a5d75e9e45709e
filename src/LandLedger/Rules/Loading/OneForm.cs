using System.Text.Json;
using LandLedger.Ledger;

namespace LandLedger.Rules.Loading;

/// <summary>
/// JSON in the form of entries: members in byte order of their names and left out where they are null, numbers without exponent and without zeros at their end.
/// </summary>
internal static class OneForm
{
    private static readonly Comparer<string> InByteOrder = Comparer<string>.Create(Subject.Compare);

    public static void Write(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, InByteOrder))
                {
                    if (member.Value.ValueKind == JsonValueKind.Null)
                        continue;
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(json, item);
                json.WriteEndArray();
                break;
            case JsonValueKind.Number when value.TryGetDecimal(out var number):
                json.WriteNumberValue(SaidJson.Trim(number));
                break;
            case JsonValueKind.String:
                json.WriteStringValue(value.GetString());
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }
}
