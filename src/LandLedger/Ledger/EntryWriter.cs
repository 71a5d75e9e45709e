using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>What an entry is about, besides what it says.</summary>
/// <param name="From">The file and row that it came from, or null.</param>
internal readonly record struct EntryHeading(EntryKind Kind, string About, RawPlace? From)
{
    /// <summary>The subject as which this one goes on.</summary>
    public string? Into { get; init; }

    /// <summary>The subject that this one was before.</summary>
    public string? Was { get; init; }
}

/// <summary>
/// Writes entries as bytes: JSON without blanks, members in byte order of their names, texts as they are (only quotes, backslashes and
/// control characters are escaped). One buffer for all of them.
/// </summary>
internal sealed class EntryWriter(Recording recording, LedgerHead head, string notBefore) : IDisposable
{
    public static readonly JsonWriterOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly Utf8JsonWriter _json = new(Stream.Null, Form);
    private readonly string _at = Later(LedgerRow.Time(recording.At), notBefore);

    /// <summary>The last entry so far.</summary>
    public LedgerHead Head { get; private set; } = head;

    /// <summary>The next entry; its bytes are good until the one after it.</summary>
    public LedgerRow Write<T>(in EntryHeading heading, T of, Action<Utf8JsonWriter, T> says)
    {
        _bytes.ResetWrittenCount();
        _json.Reset(_bytes);
        _json.WriteStartObject();
        _json.WriteString(Members.About, heading.About);
        _json.WriteString(Members.At, _at);
        _json.WriteString(Members.Before, Head.Hash);
        _json.Known(Members.By, Fact.Of(recording.By));
        if (heading.From is { } from)
            WritePlace(from);
        _json.Known(Members.Into, Fact.Of(heading.Into));
        _json.WriteString(Members.Kind, CodeText.Of(heading.Kind));
        _json.WriteNumber(Members.Number, Head.Number + 1);
        _json.WriteStartObject(Members.Says);
        says(_json, of);
        _json.WriteEndObject();
        _json.Known(Members.Since, Fact.Of(recording.Since));
        _json.Known(Members.Was, Fact.Of(heading.Was));
        _json.Known(Members.Why, Fact.Of(recording.Why));
        _json.WriteEndObject();
        _json.Flush();
        Head = Head.Then(_bytes.WrittenSpan);
        return new(Head.Number, heading.About, _at, recording.Since, _bytes.WrittenMemory);
    }

    public void Dispose() => _json.Dispose();

    private void WritePlace(RawPlace from)
    {
        _json.WriteStartObject(Members.From);
        _json.WriteString(Members.File, from.File);
        if (from.Line is { } line)
            _json.WriteNumber(Members.Line, line);
        _json.WriteEndObject();
    }

    /// <summary>Texts in this form are ordered as the times are.</summary>
    private static string Later(string one, string other) => string.CompareOrdinal(one, other) < 0 ? other : one;
}
