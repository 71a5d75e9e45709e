using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Precision;

namespace LandLedger.Formats.Tiles;

/// <summary>
/// Makes a polygon valid again where moving its corners to the grid, or cutting it at the side of the tile, made its rings meet.
/// Almost every plot passes without a geometry object being built.
/// </summary>
internal static class TilePolygon
{
    private static readonly GeometryFactory Factory = new();
    private static readonly PrecisionModel Grid = new(1);

    /// <summary>The polygon as it is, or the valid polygons that cover the same land, each shell first.</summary>
    public static IEnumerable<List<List<int>>> Valid(List<List<int>> rings)
    {
        if (rings is [{ Count: <= TileCrossings.Few * 2 } only] && !TileCrossings.Any(only))
            return [rings];
        var polygon = Polygon(rings);
        return polygon.IsValid ? [rings] : Polygons(GeometryPrecisionReducer.Reduce(GeometryFixer.Fix(polygon), Grid));
    }

    private static Polygon Polygon(List<List<int>> rings) =>
        Factory.CreatePolygon(Ring(rings[0]), [.. rings.Skip(1).Select(Ring)]);

    private static LinearRing Ring(List<int> ring)
    {
        var corners = new Coordinate[(ring.Count / 2) + 1];
        for (var i = 0; i < corners.Length; i++)
            corners[i] = new(ring[i * 2 % ring.Count], ring[(i * 2 % ring.Count) + 1]);
        return Factory.CreateLinearRing(corners);
    }

    private static IEnumerable<List<List<int>>> Polygons(NetTopologySuite.Geometries.Geometry fixedOne)
    {
        for (var i = 0; i < fixedOne.NumGeometries; i++)
        {
            if (fixedOne.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
                yield return [Ring(polygon.ExteriorRing), .. polygon.InteriorRings.Select(Ring)];
        }
    }

    private static List<int> Ring(LineString ring)
    {
        var whole = new List<int>(ring.NumPoints * 2);
        for (var i = 0; i < ring.NumPoints - 1; i++)
        {
            var corner = ring.GetCoordinateN(i);
            whole.Add((int)corner.X);
            whole.Add((int)corner.Y);
        }
        return whole;
    }
}
