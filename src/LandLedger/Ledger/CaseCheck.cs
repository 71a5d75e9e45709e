using LandLedger.Cases;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>Makes cases anew from the entries of a ledger and holds them against those that the store has.</summary>
internal static class CaseCheck
{
    public static IEnumerable<LedgerFault> Faults(IPlotStore store)
    {
        var procedures = store.Cases.Procedures;
        var told = CaseReplay.Rows(store.Ledger, procedures).ToDictionary(row => row.Number, StringComparer.Ordinal);
        LedgerFault[] unread = [.. told.Values.Where(row => !IsAtHand(row)).Select(Unread)];
        return ProjectionCheck
            .Faults(
                told,
                store.Cases.Rows(CaseQuery.All),
                row => row.Number,
                Subject.OfCase,
                (said, stored) => Differences(IsAtHand(said) ? said : AsStored(said, stored), stored)
            )
            .Concat(unread);

        bool IsAtHand(CaseRow row) => procedures.Of(row) is not null;
    }

    /// <summary>Nobody can tell the state of a case whose procedure is not at hand.</summary>
    private static LedgerFault Unread(CaseRow row) =>
        LedgerFault.Of(
            "case-procedure",
            null,
            Subject.OfCase(row.Number),
            ("procedure", row.Procedure),
            ("version", row.Version)
        );

    private static CaseRow AsStored(CaseRow said, CaseRow stored) =>
        said with
        {
            State = stored.State,
            IsClosed = stored.IsClosed,
        };

    /// <summary>The names of what differs; a step by its place.</summary>
    private static IEnumerable<string> Differences(CaseRow said, CaseRow stored)
    {
        if (said.Plot != stored.Plot)
            yield return "plot";
        if ((said.Procedure, said.Version, said.Digest) != (stored.Procedure, stored.Version, stored.Digest))
            yield return "procedure";
        if ((said.State, said.IsClosed) != (stored.State, stored.IsClosed))
            yield return "state";
        if ((said.Opened, said.LastDay) != (stored.Opened, stored.LastDay))
            yield return "day";
        foreach (var name in ProjectionCheck.Steps(said.Steps, stored.Steps, step => step.Place))
            yield return name;
    }
}
