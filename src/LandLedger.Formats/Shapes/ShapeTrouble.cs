using System.Globalization;
using LandLedger.Import;

namespace LandLedger.Formats.Shapes;

/// <summary>What is said about a shape that could not be read.</summary>
internal static class ShapeTrouble
{
    /// <summary>What is wrong with a shape, where it is.</summary>
    /// <param name="code">One of the codes of <see cref="ShapeReading"/>.</param>
    /// <param name="position">0-based.</param>
    /// <param name="value">What stands there, where that can be shown.</param>
    public static CellTrouble Of(string code, int position, string? value = null)
    {
        var limit = code switch
        {
            ShapeReading.TooManyVertices => ShapeLimits.Vertices,
            ShapeReading.TooManyRings => ShapeLimits.Rings,
            _ => 0,
        };
        if (limit > 0)
            return new(code, ("value", "> " + Text(limit)), ("limit", Text(limit)));
        return value is null
            ? new(code, ("position", Text(position + 1)))
            : new(code, ("value", value), ("position", Text(position + 1)));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
