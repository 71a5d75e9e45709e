using System.Globalization;
using System.Text.Json;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>A fact as it stands, and the number of the entry that said it last.</summary>
public readonly record struct SaidFact(string Name, JsonElement Value, long Entry)
{
    public string Text => TextOf(Value);

    /// <summary>In the form of <see cref="FactChange"/>, empty where it is not known. Of an outline the number of its corners stands for it.</summary>
    public static string TextOf(JsonElement said) =>
        said.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => said.GetString()!,
            JsonValueKind.Array => string.Join("; ", said.EnumerateArray().Select(TextOf)),
            JsonValueKind.Object => string.Join(", ", said.EnumerateObject().Select(TextOf)),
            _ => said.GetRawText(),
        };

    private static string TextOf(JsonProperty member) =>
        member.Name == SaidParts.Wkb
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"corners={OutlineShift.Corners(member.Value.GetBytesFromBase64())}"
            )
            : $"{member.Name}={TextOf(member.Value)}";
}
