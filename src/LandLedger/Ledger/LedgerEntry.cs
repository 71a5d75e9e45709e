using System.Globalization;
using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Import;

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
            var says = entry.GetProperty(Members.Says);
            if (says.ValueKind != JsonValueKind.Object)
                return null;
            JsonElement? from = entry.TryGetProperty(Members.From, out var place) ? place : null;
            return new()
            {
                Number = entry.GetProperty(Members.Number).GetInt64(),
                Before = entry.Needed(Members.Before),
                At = LedgerRow.Time(entry.Needed(Members.At)),
                Since = SaidJson.Day(entry.GetProperty(Members.Since)),
                By = entry.Text(Members.By),
                Why = entry.Text(Members.Why),
                Into = entry.Text(Members.Into),
                Was = entry.Text(Members.Was),
                About = entry.Needed(Members.About),
                Kind = CodeText.Parse<EntryKind>(entry.Needed(Members.Kind)),
                File = from?.Needed(Members.File),
                Line = from?.Whole(Members.Line),
                Says = says.Clone(),
            };
        }
        catch (Exception e) when (SaidJson.IsUnreadable(e))
        {
            return null;
        }
    }

    /// <summary>Reads a row of which an answer is to be made.</summary>
    /// <exception cref="StoreException">It is no entry, or says what cannot be said of its subject: the ledger was altered.</exception>
    public static LedgerEntry Of(LedgerRow row) =>
        Read(row.Bytes) is { } entry && SaidCheck.Wrong(entry) is null ? entry : throw Altered(row.Number, row.About);

    /// <summary>Why no answer is made of a ledger: that entry shows that it was altered.</summary>
    internal static StoreException Altered(long? number, string? about) =>
        new(
            "ledger",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["number"] = number?.ToString(CultureInfo.InvariantCulture) ?? "",
                ["about"] = about ?? "",
            }
        );
}
