using LandLedger.Import;

namespace LandLedger.Geometry;

/// <summary>
/// The outline of a plot as stored: WKB (little endian, polygon or multipolygon, shells counter-clockwise) in CGCS2000
/// longitude and latitude degrees, with its box and the code of the CRS that the surveyor wrote it in.
/// </summary>
public sealed record PlotShape(
    ReadOnlyMemory<byte> Wkb,
    string SurveyCrs,
    double West,
    double South,
    double East,
    double North
)
{
    public Box Box => new(West, South, East, North);
}
