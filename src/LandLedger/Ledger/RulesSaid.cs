using System.Text;
using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Rules;
using LandLedger.Rules.Loading;

namespace LandLedger.Ledger;

/// <summary>
/// Texts of rules as entries say them: each once, about its digest, and the digests alone in the entries of what was decided by them.
/// </summary>
internal static class RulesSaid
{
    public const string Rules = "rules";
    private const string Id = "id";
    public const string Text = "text";
    private const string Version = "version";

    /// <summary>What the entry about a text says.</summary>
    public static void Write(Utf8JsonWriter json, RuleText text)
    {
        json.WriteString(Id, text.Id);
        json.WriteString(Members.Kind, CodeText.Of(text.Kind));
        json.WritePropertyName(Text);
        json.WriteRawValue(text.Bytes.Span, skipInputValidation: true);
        json.Known(Version, Fact.Of(text.Version));
    }

    /// <summary>The text that such an entry says.</summary>
    /// <exception cref="Exception">It is of another shape, or of another digest than its subject names (<see cref="SaidJson.IsUnreadable"/>).</exception>
    public static RuleText Read(LedgerEntry entry)
    {
        var said = entry.Says.GetProperty(Text);
        var digest = Subject.RulesOf(entry.About);
        if (RuleText.DigestOf(Encoding.UTF8.GetBytes(said.GetRawText())) != digest)
            throw new FormatException($"{entry.About} is of another text");
        return new(
            TotalsSaid.Code(entry.Says.Needed(Members.Kind), CodeText.Of, Enum.GetValues<RuleKind>()),
            entry.Says.Needed(Id),
            entry.Says.Text(Version),
            json => OneForm.Write(json, said)
        );
    }

    /// <summary>By which texts something was decided, by their kinds.</summary>
    public static void WriteDigests(Utf8JsonWriter json, IEnumerable<(RuleKind Kind, string Digest)> texts)
    {
        json.WriteStartObject(Rules);
        foreach (var (kind, digest) in texts.OrderBy(text => CodeText.Of(text.Kind), StringComparer.Ordinal))
            json.WriteString(CodeText.Of(kind), digest);
        json.WriteEndObject();
    }

    /// <summary>The digests that an entry tells; none where an older program wrote it.</summary>
    public static IReadOnlyList<string> Digests(JsonElement says) =>
        says.TryGetProperty(Rules, out var rules) && rules.ValueKind == JsonValueKind.Object
            ? [.. rules.EnumerateObject().Select(digest => $"{digest.Value}")]
            : [];

    /// <summary>The digest of one of them; null where an older program wrote the entry.</summary>
    public static string? Digest(JsonElement says, RuleKind kind) =>
        says.TryGetProperty(Rules, out var rules) ? rules.Text(CodeText.Of(kind)) : null;
}
