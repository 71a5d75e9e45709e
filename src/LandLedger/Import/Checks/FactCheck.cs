using LandLedger.Fields;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Import.Checks;

/// <summary>Whether what is recorded of the building of a plot can be right together.</summary>
internal static class FactCheck
{
    /// <summary>A warning <c>facts.contradiction</c> for each two facts that cannot both be right, with both values.</summary>
    /// <param name="plot">As it would be stored.</param>
    /// <param name="place">Where the plot came from, for the issues.</param>
    public static IEnumerable<ImportIssue> Check(Plot plot, RawPlace place) =>
        Contradictions.Of(plot.Progress).Select(pair => Issue(plot, place, pair.One, pair.Other));

    /// <summary>Those of which the row states a fact, at its cell: the second where both are its own.</summary>
    public static IEnumerable<ImportIssue> Of(ParsedRow row, Plot plot, RawPlace place)
    {
        var pairs = Contradictions.Of(plot.Progress);
        return pairs.Count == 0 ? [] : Of(pairs, row, plot, place);
    }

    private static IEnumerable<ImportIssue> Of(
        IReadOnlyList<(Field One, Field Other)> pairs,
        ParsedRow row,
        Plot plot,
        RawPlace place
    )
    {
        foreach (var (one, other) in pairs)
        {
            foreach (var field in (Field[])[other, one, PlotFields.ObservedOn])
            {
                if (!row.Fact(field).IsKnown)
                    continue;
                yield return Issue(plot, place, one, other).At(row, field);
                break;
            }
        }
    }

    private static ImportIssue Issue(Plot plot, RawPlace place, Field one, Field other) =>
        place.Issue(
            "facts.contradiction",
            Severity.Warn,
            ("value", other.Of(plot).ToString()),
            ("one", one.Id),
            ("oneValue", one.Of(plot).ToString()),
            ("other", other.Id),
            ("otherValue", other.Of(plot).ToString()),
            ("look", PlotFields.ObservedOn.Of(plot).ToString())
        );
}
