using LandLedger.Import;
using LandLedger.Office;

namespace LandLedger.Ledger;

/// <summary>Holds the files that a store keeps against what its ledger tells of them: each that is missing or has another byte.</summary>
public static class FileCheck
{
    public static IEnumerable<LedgerFault> Faults(IPlotStore store)
    {
        var looked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (entry, file) in Told(store.Ledger))
        {
            if (looked.Add(file.Sha256) && !file.IsWhole(store.Cases))
                yield return LedgerFault.Of(
                    "file-damaged",
                    entry.Number,
                    entry.About,
                    ("name", file.Name),
                    ("digest", file.Sha256)
                );
        }
    }

    private static IEnumerable<(LedgerEntry Entry, KeptFile File)> Told(ILedger ledger) =>
        from row in ledger.BySubject(Subject.Cases).Concat(ledger.BySubject(Subject.Office))
        let entry = LedgerEntry.Read(row.Bytes)
        where entry is not null && SaidCheck.Wrong(entry) is null
        from file in Subject.CaseOf(entry.About) is null
            ? OfficeSaid.Files(entry)
            : FileSaid.Read(StepSaid.Read(entry)?.Steps[0].Evidence) ?? []
        select (entry, file);
}
