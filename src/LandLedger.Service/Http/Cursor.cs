using System.Buffers.Text;
using System.Text;
using LandLedger.Import;

namespace LandLedger.Service.Http;

/// <summary>The key of the last plot of a page, as a text that means nothing to the caller.</summary>
internal static class Cursor
{
    private const char Between = '\n';
    private const int Longest = 1000;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string Of(PlotKey key) =>
        Base64Url.EncodeToString(Strict.GetBytes(key.County + Between + key.Number));

    public static bool TryRead(string text, out PlotKey? value)
    {
        value = null;
        if (text.Length is 0 or > Longest || !Base64Url.IsValid(text))
            return false;
        try
        {
            var parts = Strict.GetString(Base64Url.DecodeFromChars(text)).Split(Between, 2);
            if (parts.Length != 2)
                return false;
            value = new(parts[0], parts[1]);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
