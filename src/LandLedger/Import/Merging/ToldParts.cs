namespace LandLedger.Import.Merging;

/// <summary>
/// What a plot had of supplements, delays, charges and years between several changes of one import: each entry of the ledger tells them whole, and
/// none may tell what only a later row said.
/// </summary>
internal static class ToldParts
{
    /// <summary>The plot after one of its changes, in its parts; in all else as the import left it.</summary>
    /// <param name="changes">All of the plot, in their order, <paramref name="change"/> among them.</param>
    /// <param name="known">The plot before the first of them, or null; asked for only where several are of parts.</param>
    public static Plot After(PlotChange change, IReadOnlyList<PlotChange> changes, Func<Plot?> known, Plot after)
    {
        if (!AreSeveral(changes) || known() is not { } before)
            return after;
        var at = changes.Index().First(one => ReferenceEquals(one.Item, change)).Index;
        return after with
        {
            Grant = after.Grant with
            {
                Supplements =
                [
                    .. Of(PartKind.Supplements, at, changes, before, after).OrderBy(supplement => supplement.SignedOn),
                ],
            },
            Delays =
            [
                .. Of(PartKind.Delays, at, changes, before, after)
                    .OrderBy(delay => delay.Kind)
                    .ThenBy(delay => delay.From),
            ],
            Charges = [.. PartMerge.InOrder(Of(PartKind.Charges, at, changes, before, after))],
            Years = [.. Of(PartKind.Years, at, changes, before, after).OrderBy(year => year.Year)],
        };
    }

    /// <summary>Whether more than one of the changes is of such parts.</summary>
    private static bool AreSeveral(IReadOnlyList<PlotChange> changes) =>
        changes.Count > 1 && changes.Count(change => change.Facts.Any(fact => IsPart(fact.Field))) > 1;

    private static bool IsPart(string field) =>
        field == PartKind.Supplements.Name
        || field == PartKind.Delays.Name
        || field == PartKind.Charges.Name
        || field == PartKind.Years.Name;

    private static List<T> Of<T>(PartKind<T> kind, int at, IReadOnlyList<PlotChange> changes, Plot before, Plot after)
        where T : class
    {
        var parts = kind.Of(after).ToList();
        foreach (var (old, now, fact) in PartChanges.Of(kind, before, after))
        {
            if (Told(fact, changes) <= at)
                continue;
            if (now is not null)
                parts.Remove(now);
            if (old is not null)
                parts.Add(old);
        }
        return parts;
    }

    /// <summary>The change that tells it; where rows changed a part together, the last of such parts.</summary>
    private static int Told(FactChange fact, IReadOnlyList<PlotChange> changes)
    {
        var last = 0;
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i].Facts.Contains(fact))
                return i;
            if (changes[i].Facts.Any(other => other.Field == fact.Field))
                last = i;
        }
        return last;
    }
}
