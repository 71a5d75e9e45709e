using System.Buffers.Text;
using System.Text.Json;
using LandLedger.Import;

namespace LandLedger.Service.Http;

/// <summary>The place of the last plot of a page, as a text that means nothing to the caller.</summary>
internal static class Cursor
{
    private const int Longest = 7000;

    public static string Of(PlotPlace place) =>
        Base64Url.EncodeToString(
            Json.Bytes(json =>
            {
                json.WriteStartArray();
                foreach (var part in (string?[])[place.Key.County, place.Key.Number, .. place.Values])
                    json.WriteStringValue(part);
                json.WriteEndArray();
            }).Span
        );

    public static bool TryRead(string text, out PlotPlace? value)
    {
        value = null;
        if (text.Length is 0 or > Longest || !Base64Url.IsValid(text))
            return false;
        try
        {
            var parts = JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(text));
            if (parts is not [{ } county, { } number, .. var values])
                return false;
            value = new(new(county, number), values);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
