using System.Globalization;
using LandLedger.Fields;
using LandLedger.Geometry;

namespace LandLedger.Import;

/// <summary>
/// Holds an area that a file states against the drawn one. Beyond 1 % it is a finding with both figures; a ratio that a mistaken
/// unit would give (公顷 read as 亩, 平方米 read as 亩 …) comes with the unit that fits.
/// </summary>
internal static class AreaCheck
{
    private const decimal Tolerance = 0.01m;

    private static readonly (decimal Ratio, string Unit)[] UnitMistakes =
    [
        (15m, "公顷"),
        (1 / 15m, "亩"),
        (0.0015m, "平方米"),
        (1 / 0.0015m, "亩"),
        (10_000m, "公顷"),
        (0.0001m, "平方米"),
        (1500m, "平方公里"),
    ];

    /// <summary>Whether two stated areas in mu are the same within the tolerance, as a survey and a contract round differently.</summary>
    public static bool Agree(string one, string other) =>
        decimal.TryParse(one, NumberStyles.Number, CultureInfo.InvariantCulture, out var a)
        && decimal.TryParse(other, NumberStyles.Number, CultureInfo.InvariantCulture, out var b)
        && Math.Abs(a - b) <= Tolerance * Math.Max(Math.Abs(a), Math.Abs(b));

    /// <summary>The stated area of a plot against its drawn one. A mistaken unit is refused: mu are what everything is added up in.</summary>
    public static ImportIssue? Find(Plot plot, RawPlace place) =>
        Find(plot.StatedArea, plot.Measured, PlotFields.StatedMu, Severity.Refuse, place);

    /// <summary>The area that a survey states for its outline against that outline. It is kept nowhere, so that a wrong one is a warning.</summary>
    public static ImportIssue? OfSurvey(ParsedRow row, AreaMeasurement drawn) =>
        Find(row.SurveyArea, drawn, RowFields.SurveyMu, Severity.Warn, new(row.File, row.Line, row.Plot))
            ?.At(row, RowFields.SurveyMu);

    private static ImportIssue? Find(
        Area? written,
        AreaMeasurement? measured,
        Field field,
        Severity unitMistaken,
        RawPlace place
    )
    {
        if (written is not { Mu: >= 0 } said || measured is not { Plane.Mu: > 0 and var drawn })
            return null;
        if (Near(drawn, said.Mu))
            return null;
        (string, string)[] figures =
        [
            ("value", said.ToMu(4).ToString(CultureInfo.InvariantCulture)),
            ("measured", measured.Plane.ToMu(4).ToString(CultureInfo.InvariantCulture)),
            ("basis", measured.PlaneCrs),
        ];
        foreach (var (mistaken, unit) in UnitMistakes)
        {
            if (Near(drawn, said.Mu * mistaken))
                return place.Issue("area.unit", unitMistaken, [.. figures, ("unit", unit)]) with { Field = field.Id };
        }
        return place.Issue("area.mismatch", Severity.Warn, figures) with { Field = field.Id };
    }

    private static bool Near(decimal drawn, decimal said) => Math.Abs(drawn - said) <= Tolerance * said;
}
