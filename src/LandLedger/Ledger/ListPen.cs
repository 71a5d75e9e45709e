using System.Security.Cryptography;
using System.Text;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.Rules;

namespace LandLedger.Ledger;

/// <summary>Writes an issued list with its rows, or a step about one, into store and ledger alike.</summary>
internal sealed class ListPen : IDisposable
{
    private readonly IListWriting _writing;
    private readonly EntryWriter _entries;

    /// <summary>Begins after the last entry of the store.</summary>
    /// <param name="since">The day of the step.</param>
    public ListPen(IListWriting writing, DateTimeOffset at, string? by, DateOnly since)
    {
        _writing = writing;
        _entries = new(
            new()
            {
                At = at,
                Since = since,
                By = by,
            },
            writing.LastEntry?.Head ?? LedgerHead.None,
            writing.LastEntry?.At ?? ""
        );
    }

    /// <summary>The last entry so far.</summary>
    public LedgerHead Head => _entries.Head;

    /// <summary>Begins the ledger of a store that an older program filled.</summary>
    public void Begin(IEnumerable<Plot> plots, IEnumerable<Firm> firms)
    {
        foreach (var write in OpeningEntries.Of(plots, firms))
            Append(write(_entries));
    }

    /// <summary>Keeps a text of rules.</summary>
    public void Keep(RuleText text) =>
        Append(_entries.Write(new(EntryKind.Kept, Subject.OfRules(text.Digest), null), text, RulesSaid.Write));

    /// <summary>Writes the rows, and tells how many there are and their digest (<see cref="RowDigest"/>).</summary>
    public (int Rows, string Sha256) PutRows(ListNumber number, IEnumerable<IssuedRow> rows)
    {
        using var digest = new RowDigest();
        foreach (var row in rows)
        {
            var heading = new EntryHeading(EntryKind.Listed, Subject.OfRow(number.ToString(), digest.Rows + 1), null);
            var entry = Append(_entries.Write(heading, row, RowSaid.Write));
            digest.Add(LedgerEntry.Read(entry.Bytes)!.Says);
        }
        return (digest.Rows, digest.Sha256());
    }

    /// <summary>Files a list whose rows are written.</summary>
    public IssuedList Put(IssuedList list)
    {
        var entry = Append(
            _entries.Write(new(EntryKind.Issued, Subject.OfList(list.Number.ToString()), null), list, ListSaid.Write)
        );
        var says = LedgerEntry.Read(entry.Bytes)!.Says.GetRawText();
        _writing.Put(ListReplay.Row(list, entry.Number, entry.At, says));
        return list with { Entry = entry.Number, At = LedgerRow.Time(entry.At) };
    }

    /// <summary>Files the last step about a list.</summary>
    public IssuedList Put(IssuedList list, ListRow before, string? key)
    {
        var entry = Append(
            _entries.Write(
                new(EntryKind.Step, Subject.OfList(before.Number), null),
                (Step: list.Steps[^1], key),
                static (json, of) => ListStepSaid.Write(json, of.Step, of.key)
            )
        );
        var step = ListReplay.Step(LedgerEntry.Read(entry.Bytes)!, list.Steps.Count);
        _writing.Put(before with { Steps = [.. before.Steps, step], State = CodeText.Of(list.State) });
        return list with { Entries = [.. list.Entries, entry.Number] };
    }

    public void Dispose() => _entries.Dispose();

    private LedgerRow Append(LedgerRow entry)
    {
        var kept = entry with { Bytes = entry.Bytes.ToArray() };
        _writing.Append(kept, _entries.Head);
        return kept;
    }
}

/// <summary>The digest of the rows of a list: SHA-256 of what each of their entries says, in order, a line feed behind each.</summary>
internal sealed class RowDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public int Rows { get; private set; }

    public void Add(System.Text.Json.JsonElement says)
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(says.GetRawText()));
        _hash.AppendData("\n"u8);
        Rows++;
    }

    /// <summary>64 digits, lower case.</summary>
    public string Sha256() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
