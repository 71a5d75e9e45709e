using System.Globalization;
using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.Import.Cells;
using LandLedger.Import.Columns;

namespace LandLedger.Import.Checks;

/// <summary>Whether land has a size that a plot of a park can have.</summary>
internal static class SizeCheck
{
    private static readonly Area OneSquareMetre = Area.FromMu(0.0015m);

    /// <summary>
    /// An area under a stated unit that no plot of a park has (<c>withUnit</c> in <c>data/import/ranges.json</c>) and no outline bears
    /// out: a warning <c>area.doubtful</c>, with the unit in which the figure would be one, if any.
    /// </summary>
    public static ImportIssue? Of(ParsedRow row, Plot plot)
    {
        if (
            plot.Measured is not null
            || row.Fact(PlotFields.StatedMu).Number is not { } said
            || NumberRange.WithUnit(PlotFields.StatedMu) is not { } range
            || range.Holds(said)
            || row.Columns?.Find(PlotFields.StatedMu) is not { Unit: { } unit, UnitSource: not UnitSource.Assumed }
        )
            return null;
        var meant = AreaCheck
            .UnitMistakes.Where(pair => pair.Read == unit && range.Holds(said * pair.Meant.Factor / pair.Read.Factor))
            .Select(pair => (pair.Meant, Mu: said * pair.Meant.Factor / pair.Read.Factor))
            .FirstOrDefault();
        (string, string)[] reading = meant.Meant is { } other
            ? [("rows", "unit"), ("asUnit", other.Id), ("asRead", Plain(meant.Mu))]
            : [];
        return new RawPlace(row.File, row.Line, row.Plot)
            .Issue(
                "area.doubtful",
                Severity.Warn,
                [("read", Plain(said)), ("unit", unit.Id), .. range.Bounds(), .. reading]
            )
            .At(row, PlotFields.StatedMu);
    }

    /// <summary>A warning <c>shape.tiny</c> for an outline of less than a square metre.</summary>
    public static ImportIssue? OfOutline(AreaMeasurement drawn, RawPlace place) =>
        drawn.Plane.Mu < OneSquareMetre.Mu
            ? place.Issue("shape.tiny", Severity.Warn, ("value", Plain(drawn.Plane.Mu / OneSquareMetre.Mu)))
            : null;

    private static string Plain(decimal number) =>
        Rounding.HalfUp(number, 4).ToString("0.####", CultureInfo.InvariantCulture);
}
