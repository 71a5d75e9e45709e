using System.Text.Json;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>Which file told each supplement, delay and charge of a plot last, by the entries of the ledger. Of these nothing else is read.</summary>
internal sealed class ToldBy
{
    private readonly Dictionary<Supplement, string?> _supplements = [];
    private readonly Dictionary<Delay, string?> _delays = [];
    private readonly Dictionary<Charge, string?> _charges = [];

    /// <summary>Names of the parts as entries have them.</summary>
    private static readonly byte[][] Parts =
    [
        .. new[] { PlotMember.Supplements, PlotMember.Delays, PlotMember.Charges }.Select(Member),
    ];

    private static readonly byte[] Was = Member(Members.Was);

    /// <summary>For each of some plots, in their order, by one look at the ledger.</summary>
    /// <param name="files">Those that are asked about: what no entry from one of them can have told is not read at all.</param>
    public static IEnumerable<ToldBy> Of(
        ILedger ledger,
        IReadOnlyList<PlotKey> plots,
        IReadOnlyCollection<string> files
    )
    {
        string[] subjects = [.. plots.Select(Subject.Of)];
        byte[][] names =
        [
            .. files.Select(file => JsonEncodedText.Encode(file, EntryWriter.Form.Encoder).EncodedUtf8Bytes.ToArray()),
        ];
        var rows = ledger.About(subjects).ToLookup(row => row.About, StringComparer.Ordinal);
        return subjects.Select(subject =>
            rows[subject].Any(row => MayTell(row.Bytes.Span, names)) ? Of(ledger, rows[subject]) : new()
        );
    }

    /// <summary>The parts whose last word came from a file of that name, or from one of its sheets.</summary>
    public (IReadOnlyList<Supplement> Supplements, IReadOnlyList<Delay> Delays, IReadOnlyList<Charge> Charges) From(
        string file
    ) =>
        (
            [.. _supplements.Where(told => IsOf(told.Value, file)).Select(told => told.Key)],
            [.. _delays.Where(told => IsOf(told.Value, file)).Select(told => told.Key)],
            [.. _charges.Where(told => IsOf(told.Value, file)).Select(told => told.Key)]
        );

    private static bool IsOf(string? table, string file) =>
        table is not null
        && table.StartsWith(file, StringComparison.Ordinal)
        && (table.Length == file.Length || table[file.Length] == '#');

    /// <summary>Nothing where an entry was altered into something that cannot be read: <see cref="LedgerCheck"/> names it.</summary>
    private static ToldBy Of(ILedger ledger, IEnumerable<LedgerRow> rows)
    {
        var told = new ToldBy();
        try
        {
            foreach (var entry in PlotHistory.Whole(ledger, [.. rows.Select(Read)], Read).Select(one => one.Entry))
                told.Lay(entry);
            return told;
        }
        catch (Exception altered) when (altered is StoreException { Code: "ledger" } || SaidJson.IsUnreadable(altered))
        {
            return new();
        }
    }

    /// <summary>Whether an entry may tell parts from a file of one of these names, be it by one from before the plot was given its county.</summary>
    private static bool MayTell(ReadOnlySpan<byte> entry, byte[][] files) =>
        Has(entry, Was) || (HasAny(entry, Parts) && HasAny(entry, files));

    private static bool HasAny(ReadOnlySpan<byte> entry, byte[][] texts)
    {
        foreach (var text in texts)
        {
            if (Has(entry, text))
                return true;
        }
        return false;
    }

    private static bool Has(ReadOnlySpan<byte> entry, byte[] text) => entry.IndexOf(text) >= 0;

    private static byte[] Member(string name) => System.Text.Encoding.UTF8.GetBytes($"\"{name}\":");

    private static (LedgerRow Row, LedgerEntry Entry) Read(LedgerRow row) =>
        (row, LedgerEntry.Read(row.Bytes) ?? throw LedgerEntry.Altered(row.Number, row.About));

    private void Lay(LedgerEntry entry)
    {
        var isWhole = PlotState.TellsWhole(entry);
        Lay(_supplements, entry, PlotMember.Supplements, SaidParts.Supplement, isWhole);
        Lay(_delays, entry, PlotMember.Delays, SaidParts.Delay, isWhole);
        Lay(_charges, entry, PlotMember.Charges, SaidParts.Charge, isWhole);
    }

    /// <summary>What an entry repeats was told before; an entry that tells the whole plot, and not of these, leaves none.</summary>
    private static void Lay<T>(
        Dictionary<T, string?> told,
        LedgerEntry entry,
        string name,
        Func<JsonElement, T> read,
        bool isWhole
    )
        where T : notnull
    {
        if (!isWhole && !entry.Says.TryGetProperty(name, out _))
            return;
        var parts = entry.Says.Parts(name, read);
        foreach (var gone in told.Keys.Except(parts).ToList())
            told.Remove(gone);
        foreach (var part in parts)
            told.TryAdd(part, entry.File);
    }
}
