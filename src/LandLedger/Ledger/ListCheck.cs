using System.Globalization;
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
        foreach (var fault in Rows(store.Ledger, told))
            yield return fault;
        foreach (var row in store.Lists.Rows())
        {
            var subject = Subject.OfList(row.Number);
            if (!told.Remove(row.Number, out var said))
                yield return new("not-told", null, subject);
            else
                foreach (var name in Differences(said, row))
                    yield return ProjectionCheck.Differs(subject, name);
        }
        foreach (var number in told.Keys)
            yield return new("not-stored", null, Subject.OfList(number));
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
        var steps = stored.Steps.ToDictionary(step => step.Place);
        foreach (var step in said.Steps)
        {
            if (!steps.Remove(step.Place, out var kept) || kept != step)
                yield return Name(step);
        }
        foreach (var step in steps.Values)
            yield return Name(step);
    }

    private static string Name(ListStepRow step) => string.Create(CultureInfo.InvariantCulture, $"step-{step.Place}");
}
