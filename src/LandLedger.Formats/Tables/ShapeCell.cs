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
        return (null, ShapeTrouble.Of(code, reading.Position));
    }
}
