using System.Text;
using System.Text.Json;

namespace LandLedger.Formats.GeoJson;

internal static class JsonText
{
    /// <summary>The string that the reader stands on; escapes that make no character (half a surrogate pair) stay as written.</summary>
    public static string Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
