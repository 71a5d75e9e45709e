using LandLedger.Cases;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>Makes cases anew from the entries of a ledger and holds them against those that the store has.</summary>
internal static class CaseCheck
{
    public static IEnumerable<LedgerFault> Faults(IPlotStore store) =>
        ProjectionCheck.Faults(
            CaseReplay.Rows(store.Ledger).ToDictionary(row => row.Number, StringComparer.Ordinal),
            store.Cases.Rows(CaseQuery.All),
            row => row.Number,
            Subject.OfCase,
            Differences
        );

    /// <summary>The names of what differs; a step by its place.</summary>
    private static IEnumerable<string> Differences(CaseRow said, CaseRow stored)
    {
        if (said.Plot != stored.Plot)
            yield return "plot";
        if ((said.Procedure, said.Version) != (stored.Procedure, stored.Version))
            yield return "procedure";
        if ((said.State, said.IsClosed) != (stored.State, stored.IsClosed))
            yield return "state";
        if ((said.Opened, said.LastDay) != (stored.Opened, stored.LastDay))
            yield return "day";
        foreach (var name in ProjectionCheck.Steps(said.Steps, stored.Steps, step => step.Place))
            yield return name;
    }
}
