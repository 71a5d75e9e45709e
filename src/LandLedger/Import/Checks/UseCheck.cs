using LandLedger.Fields;

namespace LandLedger.Import.Checks;

/// <summary>Whether the codes of granted and actual use tell which use is meant.</summary>
internal static class UseCheck
{
    /// <summary>A warning <c>land-use.ambiguous</c> for each code that means different kinds of use in different classifications.</summary>
    public static IEnumerable<ImportIssue> Check(Plot plot, RawPlace place) =>
        Ambiguous(plot).Select(use => Issue(use, place));

    /// <summary>Those that the row states, at their cell.</summary>
    public static IEnumerable<ImportIssue> Of(ParsedRow row, Plot plot, RawPlace place) =>
        plot.GrantedUse is not { IsAmbiguous: true } && plot.ActualUse is not { IsAmbiguous: true }
            ? []
            : Ambiguous(plot)
                .Where(use => row.Fact(use.Field).IsKnown)
                .Select(use => Issue(use, place).At(row, use.Field));

    /// <summary>Each ambiguous use of a plot, with the field that states it.</summary>
    internal static IEnumerable<(Field Field, LandUse Use)> Ambiguous(Plot plot)
    {
        if (plot.GrantedUse is { IsAmbiguous: true } granted)
            yield return (PlotFields.GrantedUseOf(granted), granted);
        if (plot.ActualUse is { IsAmbiguous: true } actual)
            yield return (PlotFields.ActualUseOf(actual), actual);
    }

    private static ImportIssue Issue((Field Field, LandUse Use) ambiguous, RawPlace place) =>
        place.Issue(
            "land-use.ambiguous",
            Severity.Warn,
            ("value", ambiguous.Use.Code ?? ambiguous.Use.Name),
            ("field", ambiguous.Field.Id),
            (
                "meanings",
                string.Join(
                    ',',
                    LandUses.Meanings(ambiguous.Use).Select(meaning => $"{CodeText.Of(meaning.System)}:{meaning.Name}")
                )
            )
        );
}
