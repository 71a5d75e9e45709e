using System.Text.Json;

namespace LandLedger.Formats.Json;

/// <summary>Member names, encoded once.</summary>
internal static class Names
{
    public static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    public static readonly JsonEncodedText AsOf = JsonEncodedText.Encode("asOf");
    public static readonly JsonEncodedText Category = JsonEncodedText.Encode("category");
    public static readonly JsonEncodedText IfCause = JsonEncodedText.Encode("ifCause");
    public static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    public static readonly JsonEncodedText Number = JsonEncodedText.Encode("number");
    public static readonly JsonEncodedText Package = JsonEncodedText.Encode("package");
    public static readonly JsonEncodedText Extract = JsonEncodedText.Encode("extract");
    public static readonly JsonEncodedText Redaction = JsonEncodedText.Encode("redaction");
    public static readonly JsonEncodedText Rules = JsonEncodedText.Encode("rules");
    public static readonly JsonEncodedText SharingRule = JsonEncodedText.Encode("sharingRule");
    public static readonly JsonEncodedText Version = JsonEncodedText.Encode("version");
}
