using System.Text.Json;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>Which file told each supplement, delay and charge of a plot last, by the entries of the ledger. Of these nothing else is read.</summary>
internal sealed class ToldBy
{
    private readonly Dictionary<Supplement, string?> _supplements = [];
    private readonly Dictionary<Delay, string?> _delays = [];
    private readonly Dictionary<Charge, string?> _charges = [];

    /// <summary>For each of some plots, in their order, by one look at the ledger.</summary>
    public static IEnumerable<ToldBy> Of(ILedger ledger, IReadOnlyList<PlotKey> plots)
    {
        string[] subjects = [.. plots.Select(Subject.Of)];
        var rows = ledger.About(subjects).ToLookup(row => row.About, StringComparer.Ordinal);
        return subjects.Select(subject => Of(ledger, rows[subject]));
    }

    /// <summary>The parts whose last word came from a file of that name.</summary>
    public (IReadOnlyList<Supplement> Supplements, IReadOnlyList<Delay> Delays, IReadOnlyList<Charge> Charges) From(
        string file
    ) =>
        (
            [.. _supplements.Where(told => told.Value == file).Select(told => told.Key)],
            [.. _delays.Where(told => told.Value == file).Select(told => told.Key)],
            [.. _charges.Where(told => told.Value == file).Select(told => told.Key)]
        );

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
        catch (StoreException altered) when (altered.Code == "ledger")
        {
            return new();
        }
        catch (Exception altered) when (SaidJson.IsUnreadable(altered))
        {
            return new();
        }
    }

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
