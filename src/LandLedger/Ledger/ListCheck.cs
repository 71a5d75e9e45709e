using LandLedger.Import;
using LandLedger.Issuing;

namespace LandLedger.Ledger;

/// <summary>
/// Makes issued lists anew from the entries of a ledger, holds them against those that the store has, and the rows of each against the
/// digest that it was issued with.
/// </summary>
internal static class ListCheck
{
    public static IEnumerable<LedgerFault> Faults(IPlotStore store)
    {
        var told = ListReplay.Rows(store.Ledger).ToDictionary(row => row.Number, StringComparer.Ordinal);
        return Rows(store.Ledger, told)
            .Concat(ProjectionCheck.Faults(told, store.Lists.Rows(), row => row.Number, Subject.OfList, Differences));
    }

    private static IEnumerable<LedgerFault> Rows(ILedger ledger, Dictionary<string, ListRow> told)
    {
        var digests = told.Keys.ToDictionary(number => number, _ => new RowDigest(), StringComparer.Ordinal);
        foreach (var entries in Replay.Subjects(ledger, Subject.Rows, null))
        {
            var about = entries[0].About;
            if (Subject.ListOfRow(about) is not { } number || !digests.TryGetValue(number, out var digest))
                yield return new("not-told", entries[0].Number, about);
            else
                foreach (var entry in entries)
                    digest.Add(entry.Says);
        }
        foreach (var (number, digest) in digests)
        {
            using (digest)
            {
                if ((digest.Rows, digest.Sha256()) != (told[number].Rows, told[number].Sha256))
                    yield return ProjectionCheck.Differs(Subject.OfList(number), ListSaid.Sha256);
            }
        }
    }

    /// <summary>The names of what differs; a step by its place.</summary>
    private static IEnumerable<string> Differences(ListRow said, ListRow stored)
    {
        if (said with { Steps = stored.Steps } != stored)
            yield return "list";
        foreach (var name in ProjectionCheck.Steps(said.Steps, stored.Steps, step => step.Place))
            yield return name;
    }
}
