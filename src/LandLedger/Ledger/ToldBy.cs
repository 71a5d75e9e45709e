using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>Which file told each supplement, delay and charge of a plot last, by the entries of the ledger.</summary>
internal sealed class ToldBy
{
    private readonly Dictionary<Supplement, string?> _supplements = [];
    private readonly Dictionary<Delay, string?> _delays = [];
    private readonly Dictionary<Charge, string?> _charges = [];

    /// <summary>Nothing where an entry was altered into something that cannot be read: <see cref="LedgerCheck"/> names it.</summary>
    public static ToldBy Of(ILedger ledger, PlotKey plot)
    {
        var told = new ToldBy();
        try
        {
            told.Lay(PlotHistory.At(ledger, plot, on: null, recorded: null).Entries);
        }
        catch (StoreException altered) when (altered.Code == "ledger")
        {
            return new();
        }
        return told;
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

    private void Lay(IReadOnlyList<LedgerEntry> entries)
    {
        var state = new PlotState();
        foreach (var entry in entries)
        {
            state.Lay(entry);
            var plot = state.Read();
            Lay(_supplements, plot.Grant.Supplements, entry.File);
            Lay(_delays, plot.Delays, entry.File);
            Lay(_charges, plot.Charges, entry.File);
        }
    }

    /// <summary>What an entry repeats was told before.</summary>
    private static void Lay<T>(Dictionary<T, string?> told, IReadOnlyList<T> parts, string? file)
        where T : notnull
    {
        foreach (var gone in told.Keys.Except(parts).ToList())
            told.Remove(gone);
        foreach (var part in parts)
            told.TryAdd(part, file);
    }
}
