using System.Globalization;
using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.Import.Columns;

namespace LandLedger.Import.Checks;

/// <summary>
/// Holds an area that a file states against the drawn one. Beyond 1 % it is a finding with both figures; a ratio that a mistaken
/// unit would give (公顷 read as 亩, 平方米 read as 亩 …) comes with the unit that fits.
/// </summary>
internal static class AreaCheck
{
    /// <summary>How far two areas of the same land, or two figures of one year, may be apart: a survey and a contract round differently.</summary>
    internal const decimal Tolerance = 0.01m;

    /// <summary>How near a figure whose unit nobody stated must come to another one for its unit to be told from it.</summary>
    private const decimal UnstatedTolerance = 0.1m;

    /// <summary>Units that are taken for each other: the one a figure is read in, and the one that is meant.</summary>
    internal static readonly (FileUnit Read, FileUnit Meant)[] UnitMistakes =
    [
        .. new[]
        {
            ("mu", "ha"),
            ("ha", "mu"),
            ("mu", "m2"),
            ("m2", "mu"),
            ("m2", "ha"),
            ("ha", "m2"),
            ("mu", "km2"),
        }.Select(pair => (FileUnit.Find(pair.Item1)!, FileUnit.Find(pair.Item2)!)),
    ];

    /// <summary>Whether two stated areas in mu are the same within the tolerance.</summary>
    public static bool Agree(string one, string other) =>
        decimal.TryParse(one, NumberStyles.Number, CultureInfo.InvariantCulture, out var a)
        && decimal.TryParse(other, NumberStyles.Number, CultureInfo.InvariantCulture, out var b)
        && Agree(a, b);

    /// <summary>Whether two figures are the same within the tolerance.</summary>
    public static bool Agree(decimal one, decimal other) =>
        Math.Abs(one - other) <= Tolerance * Math.Max(Math.Abs(one), Math.Abs(other));

    /// <summary>The stated area of a plot against its drawn one. A mistaken unit is refused: mu are what everything is added up in.</summary>
    public static ImportIssue? Find(Plot plot, RawPlace place) => Find(plot, place, isUnstated: false);

    /// <summary>
    /// The same of a plot that a row speaks of, at the cell. An area whose unit the row does not state is held more loosely against
    /// the outline and, where there is none, against what was stated before.
    /// </summary>
    /// <param name="old">The plot before the row.</param>
    public static ImportIssue? Of(ParsedRow row, Plot plot, Plot? old, RawPlace place)
    {
        var isUnstated = row.Unstated.Any(area => area.Column.Field == PlotFields.StatedMu);
        var issue =
            Find(plot, place, isUnstated)
            ?? (isUnstated && plot.Measured is null ? Against(old?.StatedArea, plot.StatedArea, place) : null);
        return issue is null ? null : Fitting(issue.At(row, PlotFields.StatedMu), row, plot);
    }

    /// <summary>
    /// Names the unit that is meant only where the column does not state that already: there the figure itself is so many times too large or
    /// too small, as one that was converted before.
    /// </summary>
    private static ImportIssue Fitting(ImportIssue issue, ParsedRow row, Plot plot)
    {
        if (
            issue.Code != "area.unit"
            || row.Columns?.Find(PlotFields.StatedMu) is not { Unit: { } unit, UnitSource: not UnitSource.Assumed }
            || plot is not { StatedArea: { } said, Measured: { } measured }
        )
            return issue;
        var fitting = Array.Find(
            UnitMistakes,
            pair =>
                pair.Read == unit && Near(measured.Plane.Mu, said.Mu * pair.Meant.Factor / pair.Read.Factor, Tolerance)
        );
        return fitting.Meant is { } meant
            ? issue with
            {
                Arguments = new Dictionary<string, string>(issue.Arguments, StringComparer.Ordinal)
                {
                    ["unit"] = meant.Id,
                },
            }
            : issue with
            {
                Code = "area.times",
                Arguments = new Dictionary<string, string>(issue.Arguments, StringComparer.Ordinal)
                {
                    ["unit"] = unit.Id,
                    ["times"] = Times(said.Mu / measured.Plane.Mu),
                },
            };
    }

    /// <summary>"15" or "1/15".</summary>
    private static string Times(decimal ratio) =>
        ratio >= 1
            ? Rounding.HalfUp(ratio, 0).ToString(CultureInfo.InvariantCulture)
            : "1/" + Rounding.HalfUp(1 / ratio, 0).ToString(CultureInfo.InvariantCulture);

    /// <summary>The area that a survey states for its outline against that outline. It is kept nowhere, so that a wrong one is a warning.</summary>
    public static ImportIssue? OfSurvey(ParsedRow row, AreaMeasurement drawn) =>
        Find(
            row.SurveyArea,
            drawn,
            RowFields.SurveyMu,
            Severity.Warn,
            new(row.File, row.Line, row.Plot),
            isUnstated: false
        )
            ?.At(row, RowFields.SurveyMu);

    private static ImportIssue? Find(Plot plot, RawPlace place, bool isUnstated) =>
        Find(plot.StatedArea, plot.Measured, PlotFields.StatedMu, Severity.Refuse, place, isUnstated);

    private static ImportIssue? Find(
        Area? written,
        AreaMeasurement? measured,
        Field field,
        Severity unitMistaken,
        RawPlace place,
        bool isUnstated
    )
    {
        if (written is not { Mu: >= 0 } said || measured is not { Plane.Mu: > 0 and var drawn })
            return null;
        if (Near(drawn, said.Mu, Tolerance))
            return null;
        (string, string)[] figures =
        [
            ("value", Mu(said)),
            ("measured", measured.Plane.ToMu(4).ToString(CultureInfo.InvariantCulture)),
            ("basis", measured.PlaneCrs),
        ];
        var issue = UnitMeant(said.Mu, drawn, isUnstated) is { } meant
            ? place.Issue("area.unit", unitMistaken, [.. figures, ("unit", meant.Id)])
            : place.Issue("area.mismatch", Severity.Warn, figures);
        return issue with { Field = field.Id };
    }

    /// <summary>An area without unit against the one that an earlier row stated.</summary>
    private static ImportIssue? Against(Area? before, Area? now, RawPlace place) =>
        before is { Mu: > 0 } known
        && now is { Mu: > 0 } said
        && !Near(known.Mu, said.Mu, UnstatedTolerance)
        && UnitMeant(said.Mu, known.Mu, isUnstated: true) is { } meant
            ? place.Issue(
                "area.unit-before",
                Severity.Refuse,
                ("value", Mu(said)),
                ("before", Mu(known)),
                ("unit", meant.Id)
            ) with
            {
                Field = PlotFields.StatedMu.Id,
            }
            : null;

    /// <summary>The unit in which a figure read in another one would agree with what is known; null when none would.</summary>
    /// <param name="isUnstated">Read in mu, for want of a unit.</param>
    private static FileUnit? UnitMeant(decimal said, decimal known, bool isUnstated)
    {
        foreach (var (read, meant) in UnitMistakes)
        {
            if (
                (!isUnstated || read.Factor == 1)
                && Near(known, said * meant.Factor / read.Factor, isUnstated ? UnstatedTolerance : Tolerance)
            )
                return meant;
        }
        return null;
    }

    private static string Mu(Area area) => area.ToMu(4).ToString(CultureInfo.InvariantCulture);

    private static bool Near(decimal drawn, decimal said, decimal tolerance) =>
        Math.Abs(drawn - said) <= tolerance * said;
}
