using LandLedger.Fields;
using LandLedger.Import.Merging;

namespace LandLedger.Import.Checks;

/// <summary>
/// Whether supplements that state a day say when they were signed: without that nobody can tell since when they count. And whether two of a
/// plot may be one whose day of signing was corrected: a row that gives this anew adds a supplement.
/// </summary>
internal static class SupplementCheck
{
    /// <summary>A warning <c>supplement.unsigned</c> for each that does not, and <c>supplement.overlap</c> for each two that may be one.</summary>
    public static IEnumerable<ImportIssue> Check(Plot plot, RawPlace place)
    {
        var supplements = plot.Grant.Supplements;
        for (var later = 0; later < supplements.Count; later++)
        {
            if (StatedBy(supplements[later]) is { } field)
                yield return Unsigned(supplements[later], field, place);
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (MayBeOne(supplements[earlier], supplements[later]))
                    yield return Overlap(supplements[later], supplements[earlier], place);
            }
        }
    }

    /// <summary>The same for the supplement that a row states or adds, at its cells.</summary>
    /// <param name="old">The plot before the row; null when it is new.</param>
    public static IEnumerable<ImportIssue> Of(ParsedRow row, Plot? old, RawPlace place)
    {
        if (row.Supplement is not { } stated)
            return [];
        IEnumerable<ImportIssue> unsigned = StatedBy(stated) is { } field
            ? [Unsigned(stated, field, place).At(row, field)]
            : [];
        return old is null || old.Grant.Supplements.Any(known => PartMerge.IsSame(known, stated))
            ? unsigned
            : unsigned.Concat(
                old.Grant.Supplements.Where(known => MayBeOne(known, stated))
                    .Select(known => Overlap(stated, known, place).At(row, RowFields.SupplementOn))
            );
    }

    /// <summary>Signed on two days, and agreeing on the same: what is agreed already is not agreed again.</summary>
    private static bool MayBeOne(Supplement known, Supplement other) =>
        known.SignedOn is not null
        && other.SignedOn is not null
        && known.SignedOn != other.SignedOn
        && (known.AgreedStart ?? known.AgreedCompletion) is not null
        && (known.AgreedStart, known.AgreedCompletion) == (other.AgreedStart, other.AgreedCompletion);

    private static Field? StatedBy(Supplement supplement) =>
        supplement.SignedOn is not null ? null
        : supplement.AgreedStart is not null ? RowFields.SupplementStart
        : supplement.AgreedCompletion is not null ? RowFields.SupplementCompletion
        : null;

    private static ImportIssue Overlap(Supplement supplement, Supplement known, RawPlace place) =>
        place.Issue(
            "supplement.overlap",
            Severity.Warn,
            ("value", PartChanges.Line(supplement)),
            ("known", PartChanges.Line(known))
        );

    private static ImportIssue Unsigned(Supplement supplement, Field field, RawPlace place) =>
        place.Issue(
            "supplement.unsigned",
            Severity.Warn,
            ("value", Fact.Of(supplement.AgreedStart ?? supplement.AgreedCompletion).ToString()),
            ("field", field.Id)
        );
}
