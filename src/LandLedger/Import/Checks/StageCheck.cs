using LandLedger.Fields;

namespace LandLedger.Import.Checks;

/// <summary>Whether land that is written down as not supplied has a contract, a delivery or a building: the stage decides whose land is judged at all.</summary>
internal static class StageCheck
{
    /// <summary>What only land that was supplied has.</summary>
    private static readonly Field[] OfSupplied =
    [
        PlotFields.SignedOn,
        PlotFields.ActualDelivery,
        PlotFields.BegunOn,
        PlotFields.Begun,
    ];

    /// <summary>A warning <c>stage.contradiction</c> for each fact that the stage leaves no room for, with both values.</summary>
    /// <param name="plot">As it would be stored.</param>
    /// <param name="place">Where the plot came from, for the issues.</param>
    public static IEnumerable<ImportIssue> Check(Plot plot, RawPlace place) =>
        Against(plot).Select(field => Issue(plot, place, field));

    /// <summary>Those of which the row states the fact or the stage, at its cell: the fact where both are its own.</summary>
    public static IEnumerable<ImportIssue> Of(ParsedRow row, Plot plot, RawPlace place)
    {
        foreach (var field in Against(plot))
        {
            if (Array.Find([field, PlotFields.Stage], stated => row.Fact(stated).IsKnown) is { } stated)
                yield return Issue(plot, place, field).At(row, stated);
        }
    }

    private static IEnumerable<Field> Against(Plot plot) =>
        plot.Stage is SupplyStage.Approved or SupplyStage.Reserve ? OfSupplied.Where(field => Says(field, plot)) : [];

    /// <summary>A begun building has its day named where there is one, and a "no" is as it should be.</summary>
    private static bool Says(Field field, Plot plot) =>
        field == PlotFields.Begun ? plot.Progress is { Begun: true, BegunOn: null } : field.Of(plot).IsKnown;

    private static ImportIssue Issue(Plot plot, RawPlace place, Field field) =>
        place.Issue(
            "stage.contradiction",
            Severity.Warn,
            ("value", field.Of(plot).ToString()),
            ("stage", CodeText.Of(plot.Stage)),
            ("one", PlotFields.Stage.Id),
            ("other", field.Id),
            ("otherValue", field.Of(plot).ToString())
        ) with
        {
            Field = field.Id,
        };
}
