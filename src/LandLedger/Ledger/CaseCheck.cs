using System.Globalization;
using LandLedger.Cases;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>Makes cases anew from the entries of a ledger and holds them against those that the store has.</summary>
internal static class CaseCheck
{
    public static IEnumerable<LedgerFault> Faults(IPlotStore store)
    {
        var told = CaseReplay.Rows(store.Ledger).ToDictionary(row => row.Number, StringComparer.Ordinal);
        foreach (var row in store.Cases.Rows(CaseQuery.All))
        {
            var subject = Subject.OfCase(row.Number);
            if (!told.Remove(row.Number, out var said))
                yield return new("not-told", null, subject);
            else
                foreach (var name in Differences(said, row))
                    yield return ProjectionCheck.Differs(subject, name);
        }
        foreach (var number in told.Keys)
            yield return new("not-stored", null, Subject.OfCase(number));
    }

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
        var steps = stored.Steps.ToDictionary(step => step.Place);
        foreach (var step in said.Steps)
        {
            if (!steps.Remove(step.Place, out var kept) || kept != step)
                yield return Name(step);
        }
        foreach (var step in steps.Values)
            yield return Name(step);
    }

    private static string Name(StepRow step) => string.Create(CultureInfo.InvariantCulture, $"step-{step.Place}");
}
