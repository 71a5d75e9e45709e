using LandLedger.Import;

namespace LandLedger.Geometry;

/// <summary>
/// The geometry of a feature as stored: WKB (little endian; points, lines, polygons, each alone or several; shells
/// counter-clockwise) in CGCS2000 longitude and latitude degrees, with its box.
/// </summary>
public sealed record LayerShape(ReadOnlyMemory<byte> Wkb, Box Box)
{
    /// <summary>The rectangle of a box.</summary>
    public static LayerShape Of(Box box)
    {
        var (west, south, east, north) = box;
        double[] ring = [west, south, east, south, east, north, west, north, west, south];
        return LayerWkb.Write(
            WkbKind.Polygon,
            [
                [ring],
            ]
        );
    }
}
