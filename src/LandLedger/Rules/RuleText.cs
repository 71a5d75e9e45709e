using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using LandLedger.Ledger;
using LandLedger.Rules.Loading;

namespace LandLedger.Rules;

/// <summary>
/// What a rule package, procedure or calendar says (规则文本), and with it all that it takes in of what comes with LandLedger: a decision runs again by
/// this text alone. One content has one text and one digest, whatever order and blanks its file has; both are made when first asked for, once.
/// </summary>
public sealed class RuleText
{
    private readonly Lazy<(ReadOnlyMemory<byte> Bytes, string Digest)> _made;

    /// <summary>A text that is written when it is first asked for.</summary>
    /// <param name="version">Null of a calendar, which has none.</param>
    /// <param name="write">Writes the text, its members in whatever order.</param>
    internal RuleText(RuleKind kind, string id, string? version, Action<Utf8JsonWriter> write)
    {
        (Kind, Id, Version) = (kind, id, version);
        _made = new(() => Make(write));
    }

    public RuleKind Kind { get; }

    public string Id { get; }

    public string? Version { get; }

    /// <summary>SHA-256 of its bytes as docs/ledger.md has them, 64 digits, lower case.</summary>
    public string Digest => _made.Value.Digest;

    /// <summary>ID@VERSION, or the id alone where there is no version.</summary>
    public string Name => Version is null ? Id : $"{Id}@{Version}";

    /// <summary>The text: JSON in the form of entries.</summary>
    internal ReadOnlyMemory<byte> Bytes => _made.Value.Bytes;

    /// <summary>The digest of a text in that form.</summary>
    internal static string DigestOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static (ReadOnlyMemory<byte>, string) Make(Action<Utf8JsonWriter> write)
    {
        using var said = JsonDocument.Parse(Written(write));
        var bytes = Written(json => OneForm.Write(json, said.RootElement));
        return (bytes, DigestOf(bytes.Span));
    }

    private static ReadOnlyMemory<byte> Written(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, EntryWriter.Form))
            write(json);
        return bytes.WrittenMemory;
    }
}
