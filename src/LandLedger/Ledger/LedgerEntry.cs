using System.Globalization;
using System.Text.Json;
using LandLedger.Fields;

namespace LandLedger.Ledger;

/// <summary>An entry as it is read: what its bytes say.</summary>
public sealed record LedgerEntry
{
    public required long Number { get; init; }

    /// <summary>SHA-256 of the entry before it, 64 digits.</summary>
    public required string Before { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateOnly Since { get; init; }

    public string? By { get; init; }

    public string? Why { get; init; }

    public required string About { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>Name of the file that it came from, and the line or row in it from 1, where there was one.</summary>
    public string? File { get; init; }

    public int? Line { get; init; }

    /// <summary>Each fact that it tells, by its field or part; null where the fact is no longer known.</summary>
    public required JsonElement Says { get; init; }

    /// <summary>The subject as which this one goes on, or null; then it says nothing itself.</summary>
    public string? Into { get; init; }

    /// <summary>The subject that this one was before, or null: its entries are part of the history.</summary>
    public string? Was { get; init; }

    /// <summary>Reads the bytes of a row, or null where they are no entry.</summary>
    public static LedgerEntry? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var entry = document.RootElement;
            var from = entry.TryGetProperty(Members.From, out var place) ? place : default;
            return new()
            {
                Number = entry.GetProperty(Members.Number).GetInt64(),
                Before = entry.GetProperty(Members.Before).GetString()!,
                At = DateTimeOffset.ParseExact(
                    entry.GetProperty(Members.At).GetString()!,
                    LedgerRow.TimeFormat,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal
                ),
                Since = DateOnly.ParseExact(
                    entry.GetProperty(Members.Since).GetString()!,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture
                ),
                By = Text(entry, Members.By),
                Why = Text(entry, Members.Why),
                Into = Text(entry, Members.Into),
                Was = Text(entry, Members.Was),
                About = entry.GetProperty(Members.About).GetString()!,
                Kind = CodeText.Parse<EntryKind>(Text(entry, Members.Kind)),
                File = from.ValueKind == JsonValueKind.Object ? Text(from, Members.File) : null,
                Line =
                    from.ValueKind == JsonValueKind.Object && from.TryGetProperty(Members.Line, out var line)
                        ? line.GetInt32()
                        : null,
                Says = entry.GetProperty(Members.Says).Clone(),
            };
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or FormatException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or ArgumentNullException
            )
        {
            return null;
        }
    }

    private static string? Text(JsonElement of, string member) =>
        of.TryGetProperty(member, out var value) ? value.GetString() : null;
}
