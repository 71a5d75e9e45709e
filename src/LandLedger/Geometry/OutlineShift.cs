using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO;
using NetTopologySuite.Operation.Distance;

namespace LandLedger.Geometry;

/// <summary>What became of an outline that was surveyed anew, though its area may be the same.</summary>
internal static class OutlineShift
{
    private static readonly GeometryFactory Factory = new();

    /// <summary>Corners of all rings, closing points not counted.</summary>
    public static int Corners(PlotShape shape) => Corners(shape.Wkb.ToArray());

    /// <summary>The same of well-known binary.</summary>
    public static int Corners(byte[] wkb) => Rings(wkb).Sum(ring => ring.NumPoints - 1);

    /// <summary>
    /// The greatest distance of a corner of either outline from the border of the other, in metres of a plane. A corner more on an
    /// edge that stays is no move.
    /// </summary>
    public static double Metres(PlotShape one, PlotShape other, Crs plane)
    {
        var (from, to) = (Border(one, plane), Border(other, plane));
        return Math.Max(Farthest(from, to), Farthest(to, from));
    }

    /// <summary>The distance as a change of an outline tells it.</summary>
    public static string Said(PlotShape one, PlotShape other, Crs plane) =>
        string.Create(CultureInfo.InvariantCulture, $", moved_m={Metres(one, other, plane):0.###}");

    private static double Farthest(MultiLineString from, MultiLineString to)
    {
        var border = new IndexedFacetDistance(to);
        return from.Coordinates.Max(corner => border.Distance(Factory.CreatePoint(corner)));
    }

    private static MultiLineString Border(PlotShape shape, Crs plane) =>
        Factory.CreateMultiLineString([
            .. Rings(shape.Wkb.ToArray())
                .Select(ring =>
                    Factory.CreateLineString(Array.ConvertAll(ring.Coordinates, corner => InPlane(corner, plane)))
                ),
        ]);

    private static Coordinate InPlane(Coordinate degrees, Crs plane)
    {
        Span<double> xy = [degrees.X, degrees.Y];
        plane.FromLonLat(xy);
        return new(xy[0], xy[1]);
    }

    private static IEnumerable<LineString> Rings(byte[] wkb) =>
        LinearComponentExtracter.GetLines(new WKBReader().Read(wkb)).Cast<LineString>();
}
