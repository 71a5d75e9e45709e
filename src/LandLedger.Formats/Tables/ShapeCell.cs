using System.Globalization;
using LandLedger.Formats.Shapes;
using LandLedger.Import;

namespace LandLedger.Formats.Tables;

/// <summary>An outline written in a cell of a table.</summary>
internal static class ShapeCell
{
    public static (RawShape? Shape, CellTrouble? Trouble) Read(ShapeText shapes, string text)
    {
        var reading = shapes.Read(text);
        if (reading.Trouble is not { } code)
            return (
                reading.Shape is { } shape && reading.Crs is { } crs ? shape with { Crs = crs } : reading.Shape,
                null
            );
        var limit = code switch
        {
            ShapeReading.TooManyVertices => ShapeLimits.VerticesPerRing,
            ShapeReading.TooManyRings => ShapeLimits.RingsPerShape,
            _ => 0,
        };
        return limit > 0
            ? (null, new(code, ("value", "> " + Text(limit)), ("limit", Text(limit))))
            : (null, new(code, ("position", Text(reading.Position + 1))));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
