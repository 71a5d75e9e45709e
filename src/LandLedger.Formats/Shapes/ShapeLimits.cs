using LandLedger.Geometry;

namespace LandLedger.Formats.Shapes;

/// <summary>Bounds on what one shape may hold. A shape that goes beyond is refused with the bound; nothing is cut.</summary>
public static class ShapeLimits
{
    /// <summary>Vertices of one shape over all rings, closing points among them.</summary>
    public const int Vertices = BoundaryBuilder.MostVertices;

    public const int Rings = 20_000;
}
