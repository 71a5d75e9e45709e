namespace LandLedger.Ledger;

/// <summary>What a store held when its ledger was begun, told whole.</summary>
internal static class OpeningEntries
{
    /// <summary>What writes each of them.</summary>
    public static IEnumerable<Func<EntryWriter, LedgerRow>> Of(IEnumerable<Plot> plots, IEnumerable<Firm> firms)
    {
        foreach (var plot in plots)
            yield return writer =>
                writer.Write(new(EntryKind.Opened, Subject.Of(plot), null), plot, PlotMember.WriteWhole);
        foreach (var firm in firms)
            yield return writer =>
                writer.Write(new(EntryKind.Opened, Subject.OfFirm(firm.Key), null), firm, FirmSaid.Write);
    }
}
