using NetTopologySuite.IO;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace LandLedger.Geometry;

/// <summary>How much of two outlines is the same land.</summary>
internal static class CommonGround
{
    /// <summary>Whether two outlines have the same corners, wherever a ring begins, whichever way it goes round and whichever ring comes first.</summary>
    public static bool IsSame(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other)
    {
        if (one.Span.SequenceEqual(other.Span))
            return true;
        var (first, second) = (Only(Read(one)), Only(Read(other)));
        return first.EnvelopeInternal.Equals(second.EnvelopeInternal) && first.EqualsNormalized(second);
    }

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

    /// <summary>The part of a geometry that has one; several stay as they are.</summary>
    private static NetTopologySuite.Geometries.Geometry Only(NetTopologySuite.Geometries.Geometry geometry) =>
        geometry.NumGeometries == 1 ? geometry.GetGeometryN(0) : geometry;

    private static double SquareDegrees(NetTopologySuite.Geometries.Geometry geometry) =>
        Rings.Of(geometry).Sum(part => Size(part[0]) - part.Skip(1).Sum(Size));

    private static double Size(double[] ring) => Math.Abs(PlaneArea.Signed(ring));
}
