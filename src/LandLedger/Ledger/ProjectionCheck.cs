using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>
/// Makes plots, firms, cases and issued lists anew from the entries of a ledger and holds them against those that the store has: what is in the store and in no
/// entry, the other way round, and each fact that differs.
/// </summary>
public static class ProjectionCheck
{
    public static IEnumerable<LedgerFault> Faults(IPlotStore store) =>
        Plots(store).Concat(Firms(store)).Concat(CaseCheck.Faults(store)).Concat(ListCheck.Faults(store));

    private static IEnumerable<LedgerFault> Plots(IPlotStore store)
    {
        using var told = Replay.Plots(store.Ledger).GetEnumerator();
        var more = told.MoveNext();
        foreach (var plot in store.Plots(new() { Shapes = true, Ended = true }))
        {
            var subject = Subject.Of(plot);
            for (; more && Subject.Compare(Subject.Of(told.Current), subject) < 0; more = told.MoveNext())
                yield return new("not-stored", null, Subject.Of(told.Current));
            if (!more || Subject.Of(told.Current) != subject)
            {
                yield return new("not-told", null, subject);
                continue;
            }
            foreach (var name in SaidText.Differences(told.Current, plot))
                yield return Differs(subject, name);
            more = told.MoveNext();
        }
        for (; more; more = told.MoveNext())
            yield return new("not-stored", null, Subject.Of(told.Current));
    }

    private static IEnumerable<LedgerFault> Firms(IPlotStore store)
    {
        var told = Replay.Firms(store.Ledger).ToDictionary(firm => firm.Key, StringComparer.Ordinal);
        foreach (var firm in store.Firms())
        {
            var subject = Subject.OfFirm(firm.Key);
            if (!told.Remove(firm.Key, out var said))
                yield return new("not-told", null, subject);
            else if (SaidText.Differ(said, firm))
                yield return Differs(subject, "firm");
        }
        foreach (var firm in told.Values)
            yield return new("not-stored", null, Subject.OfFirm(firm.Key));
    }

    internal static LedgerFault Differs(string subject, string name) =>
        LedgerFault.Of("differs", null, subject, ("field", name));
}
