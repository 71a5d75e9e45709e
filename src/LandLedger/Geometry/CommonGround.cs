using NetTopologySuite.IO;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace LandLedger.Geometry;

/// <summary>How much of two outlines is the same land.</summary>
internal static class CommonGround
{
    /// <summary>
    /// The share (0 to 1) of the smaller outline that lies in the other too. It is a ratio of areas in degrees, which over the extent of
    /// a plot is that of the ground to 1 in 1,000.
    /// </summary>
    public static double ShareOfSmaller(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other)
    {
        if (one.Span.SequenceEqual(other.Span))
            return 1;
        var (first, second) = (Read(one), Read(other));
        var common = OverlayNGRobust.Overlay(first, second, SpatialFunction.Intersection);
        return SquareDegrees(common) / Math.Min(SquareDegrees(first), SquareDegrees(second));
    }

    private static NetTopologySuite.Geometries.Geometry Read(ReadOnlyMemory<byte> wkb) =>
        new WKBReader().Read(wkb.ToArray());

    private static double SquareDegrees(NetTopologySuite.Geometries.Geometry geometry) =>
        Rings.Of(geometry).Sum(part => Size(part[0]) - part.Skip(1).Sum(Size));

    private static double Size(double[] ring) => Math.Abs(PlaneArea.Signed(ring));
}
