using System.Buffers.Binary;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Service.People;

/// <summary>
/// What is shown of an outline that is hidden: the middle of the cell of a grid of 0.01° (about a kilometre) that holds the middle of its box.
/// Whatever outlines have their middles in a cell look the same.
/// </summary>
internal static class ShapeCell
{
    private const int CellsPerDegree = 100;

    /// <summary>No point lies further from the middle of the box, and a little.</summary>
    private const double Furthest = (0.5 / CellsPerDegree) + 1e-9;

    private const uint Point = 1;

    public static PlotShape Of(PlotShape shape)
    {
        var (x, y) = (Middle(shape.West, shape.East), Middle(shape.South, shape.North));
        var wkb = new byte[21];
        wkb[0] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(wkb.AsSpan(1), Point);
        BinaryPrimitives.WriteDoubleLittleEndian(wkb.AsSpan(5), x);
        BinaryPrimitives.WriteDoubleLittleEndian(wkb.AsSpan(13), y);
        return new(wkb, shape.SurveyCrs, x, y, x, y);
    }

    /// <summary>A box that the box of every outline meets whose point lies in this one.</summary>
    public static Box Around(Box box) =>
        new(box.West - Furthest, box.South - Furthest, box.East + Furthest, box.North + Furthest);

    private static double Middle(double from, double to) =>
        (Math.Floor((from + to) / 2 * CellsPerDegree) + 0.5) / CellsPerDegree;
}
