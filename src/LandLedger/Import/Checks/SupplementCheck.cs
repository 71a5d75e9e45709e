using LandLedger.Fields;

namespace LandLedger.Import.Checks;

/// <summary>Whether supplements that state a day say when they were signed: without that nobody can tell since when they count.</summary>
internal static class SupplementCheck
{
    /// <summary>A warning <c>supplement.unsigned</c> for each that does not.</summary>
    public static IEnumerable<ImportIssue> Check(Plot plot, RawPlace place)
    {
        foreach (var supplement in plot.Grant.Supplements)
        {
            if (StatedBy(supplement) is { } field)
                yield return Issue(supplement, field, place);
        }
    }

    /// <summary>The same for the supplement of a row, at the cell of the day that it states.</summary>
    public static ImportIssue? Of(ParsedRow row, RawPlace place) =>
        row.Supplement is { } supplement && StatedBy(supplement) is { } field
            ? Issue(supplement, field, place).At(row, field)
            : null;

    private static Field? StatedBy(Supplement supplement) =>
        supplement.SignedOn is not null ? null
        : supplement.AgreedStart is not null ? RowFields.SupplementStart
        : supplement.AgreedCompletion is not null ? RowFields.SupplementCompletion
        : null;

    private static ImportIssue Issue(Supplement supplement, Field field, RawPlace place) =>
        place.Issue(
            "supplement.unsigned",
            Severity.Warn,
            ("value", Fact.Of(supplement.AgreedStart ?? supplement.AgreedCompletion).ToString()),
            ("field", field.Id)
        );
}
