using System.Globalization;
using LandLedger.Import;

namespace LandLedger.Formats.BoundaryText;

/// <summary>
/// The area field of a plot line against the area of the rings as drawn. The field is in hectares unless it or the header names
/// another unit; a number that fits square metres or mu and not hectares is not taken, but named.
/// </summary>
internal static class StatedArea
{
    private const decimal SquareMetresPerHectare = 10_000m;
    private const decimal MuPerHectare = 15m;

    // Plane and ellipsoidal area differ by up to 0.0006 at the edge of a 3° zone and 0.0025 at that of a 6° zone.
    private const double ProjectionShare = 0.003;
    private const double NoticeableShare = 0.01;
    private const double SmallestDifference = 1;

    private static readonly (string Ending, string Unit)[] Endings =
    [
        ("公顷", "ha"),
        ("hm2", "ha"),
        ("hm²", "ha"),
        ("ha", "ha"),
        ("平方米", "m²"),
        ("㎡", "m²"),
        ("m2", "m²"),
        ("m²", "m²"),
        ("亩", "亩"),
    ];

    /// <summary>What the area column gets.</summary>
    /// <returns>Hectares as text (mu with their unit), the text as written where it is no number, or null where it is empty or not to be trusted.</returns>
    public static string? Check(PlotLine plot, double drawn, string? headerUnit, IssueLog log)
    {
        if (plot.Area is null)
            return null;
        var (number, unit) = Split(plot.Area);
        unit ??= Endings
            .FirstOrDefault(x => string.Equals(headerUnit, x.Ending, StringComparison.OrdinalIgnoreCase))
            .Unit;
        var written = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(number, written, CultureInfo.InvariantCulture, out var value) || value is <= 0 or > 1e12m)
            return plot.Area;
        var hectares = ToHectares(value, unit ?? "ha");
        if (unit is null && !Near(hectares, drawn) && Other(value, drawn) is { } other)
        {
            log.Add(
                "area.unit",
                Severity.Warn,
                plot.Line,
                plot.Area,
                plot.Number,
                "面积",
                2,
                ("unit", other),
                ("drawn", Hectares(drawn)),
                ("proposed", Short(ToHectares(value, other)))
            );
            return null;
        }
        var difference = Math.Abs((double)hectares * 10_000 - drawn);
        if (difference > SmallestDifference && difference > ProjectionShare * drawn)
        {
            log.Add(
                "area.differs",
                difference > NoticeableShare * drawn ? Severity.Warn : Severity.Note,
                plot.Line,
                plot.Area,
                plot.Number,
                "面积",
                2,
                ("stated", Short(hectares)),
                ("drawn", Hectares(drawn)),
                ("difference", Short(Rounding.HalfUp((decimal)Math.Min(difference, 1e15), 2)))
            );
        }
        // A third of a mu has no end in hectares: mu stay mu.
        return unit switch
        {
            null or "ha" => number,
            "亩" => number + unit,
            _ => Short(hectares),
        };
    }

    private static (string Number, string? Unit) Split(string text)
    {
        foreach (var (ending, unit) in Endings)
        {
            if (text.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return (text[..^ending.Length].Trim(), unit);
        }
        return (text, null);
    }

    private static string? Other(decimal value, double drawn) =>
        Near(ToHectares(value, "m²"), drawn) ? "m²"
        : Near(ToHectares(value, "亩"), drawn) ? "亩"
        : null;

    private static bool Near(decimal hectares, double drawn) =>
        Math.Abs((double)hectares * 10_000 - drawn) <= Math.Max(SmallestDifference, NoticeableShare * drawn);

    private static decimal ToHectares(decimal value, string unit) =>
        unit switch
        {
            "m²" => value / SquareMetresPerHectare,
            "亩" => value / MuPerHectare,
            _ => value,
        };

    private static string Hectares(double squareMetres) =>
        Short(Rounding.HalfUp((decimal)Math.Min(squareMetres, 1e15) / SquareMetresPerHectare, 4));

    private static string Short(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
