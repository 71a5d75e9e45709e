namespace LandLedger.Formats.Shapes;

/// <summary>Bounds on what one shape may hold. A file that goes beyond gets an issue that says so; nothing is cut.</summary>
public static class ShapeLimits
{
    public const int VerticesPerRing = 500_000;

    public const int RingsPerShape = 20_000;

    /// <summary>Vertices of one shape over all rings.</summary>
    public const int VerticesPerShape = 2_000_000;
}
