using LandLedger.Fields;
using LandLedger.Import.Merging;

namespace LandLedger.Import.Checks;

/// <summary>Whether two delays of a plot may be one whose kind or beginning was corrected: a row that gives these anew adds a delay.</summary>
internal static class DelayCheck
{
    /// <summary>A warning <c>delay.overlap</c> for each two that may be one.</summary>
    public static IEnumerable<ImportIssue> Check(Plot plot, RawPlace place)
    {
        for (var later = 1; later < plot.Delays.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (MayBeOne(plot.Delays[earlier], plot.Delays[later]))
                    yield return Issue(plot.Delays[later], plot.Delays[earlier], place);
            }
        }
    }

    /// <summary>The same for a delay that a row adds, at its cell.</summary>
    /// <param name="old">The plot before the row; null when it is new.</param>
    public static IEnumerable<ImportIssue> Of(ParsedRow row, Plot? old, RawPlace place) =>
        row.Delay is not { } added || old is null || old.Delays.Any(known => PartMerge.IsSame(known, added))
            ? []
            : old
                .Delays.Where(known => MayBeOne(known, added))
                .Select(known => Issue(added, known, place).At(row, RowFields.DelayFrom));

    /// <summary>
    /// Two of one kind, or of a kind that nobody stated, that share a day; two of different kinds with the same beginning whose ends
    /// are the same or not both known. Denied ones count for nothing.
    /// </summary>
    private static bool MayBeOne(Delay known, Delay other)
    {
        if (known.Established == false || other.Established == false || PartMerge.IsSame(known, other))
            return false;
        // Which of its days is wrong nobody knows; that they cannot follow each other is told by itself.
        if (known.To < known.From || other.To < other.From)
            return false;
        if (known.Kind == other.Kind || known.Kind == DelayKind.Unknown || other.Kind == DelayKind.Unknown)
            return !(known.From > other.To) && !(other.From > known.To);
        return known.From is not null && known.From == other.From && (known.To ?? other.To) == (other.To ?? known.To);
    }

    private static ImportIssue Issue(Delay delay, Delay known, RawPlace place) =>
        place.Issue(
            "delay.overlap",
            Severity.Warn,
            ("value", PartChanges.Line(delay)),
            ("known", PartChanges.Line(known))
        );
}
