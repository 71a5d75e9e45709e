using System.Text;

namespace LandLedger.Formats.Text;

/// <summary>Encodings by the names that officers know: .NET calls code page 936 "gb2312".</summary>
internal static class EncodingName
{
    public static string Of(Encoding encoding) =>
        encoding.CodePage == 936 ? "GBK" : encoding.WebName.ToUpperInvariant();
}
