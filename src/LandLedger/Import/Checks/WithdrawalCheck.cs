using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import.Merging;

namespace LandLedger.Import.Checks;

/// <summary>Whether there is what a row takes back of a supplement, a delay, a charge or a year, and whether an import may take it back.</summary>
internal static class WithdrawalCheck
{
    /// <summary>
    /// A warning <c>supplement.withdrawn-none</c>, <c>delay.withdrawn-none</c>, <c>charge.withdrawn-none</c> or <c>year.withdrawn-none</c>
    /// where the plot has none that the row names, and <c>delay.withdrawn-case</c> for a delay that a case found.
    /// </summary>
    /// <param name="old">The plot before the row; null when it is new.</param>
    public static IEnumerable<ImportIssue> Of(ParsedRow row, Plot? old, RawPlace place)
    {
        foreach (var withdrawn in row.NamesFirm ? [] : row.WithdrawnYears)
        {
            var known = old?.Years.FirstOrDefault(year => year.Year == withdrawn.Year);
            if (known is null || !withdrawn.Touches(DifferingFigures.Known(known)))
                yield return place.Issue(
                    "year.withdrawn-none",
                    Severity.Warn,
                    ("value", withdrawn.Year.ToString(CultureInfo.InvariantCulture))
                );
        }
        if (row.Withdrawn.Count == 0)
            yield break;
        if (
            row is { Supplement: { } supplement }
            && FirstOf(row, RowFields.Supplements) is { } agreed
            && old?.Grant.Supplements.Any(known => PartMerge.IsSame(known, supplement)) != true
        )
            yield return place
                .Issue("supplement.withdrawn-none", Severity.Warn, ("value", PartChanges.Key(supplement)))
                .At(row, agreed);
        if (
            row is { Charge: { } charge }
            && FirstOf(row, RowFields.Charges) is { } secured
            && old?.Charges.Any(known => PartMerge.IsSame(known, charge)) != true
        )
            yield return place
                .Issue("charge.withdrawn-none", Severity.Warn, ("value", PartChanges.Key(charge)))
                .At(row, secured);
        if (row is not { Delay: { } delay } || FirstOf(row, RowFields.Delays) is not { } said)
            yield break;
        var kept = old?.Delays.FirstOrDefault(known => PartMerge.IsSame(known, delay));
        if (kept is null)
            yield return place
                .Issue("delay.withdrawn-none", Severity.Warn, ("value", PartChanges.Key(delay)))
                .At(row, said);
        else if (kept.Case is { } number)
            yield return place
                .Issue("delay.withdrawn-case", Severity.Warn, ("value", PartChanges.Key(delay)), ("case", number))
                .At(row, said);
    }

    private static Field? FirstOf(ParsedRow row, Field[] part) => row.Withdrawn.FirstOrDefault(part.Contains);
}
