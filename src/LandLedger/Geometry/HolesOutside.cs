using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace LandLedger.Geometry;

/// <summary>Holes clear of every shell of their shape. There is nothing to take them from: each counts as a part of its own.</summary>
internal static class HolesOutside
{
    public static List<(int Part, int Ring)> Find(List<List<double[]>> parts)
    {
        var shells = parts.ConvertAll(part => Rings.ToNts(part[0]));
        var found = new List<(int, int)>();
        for (var p = 0; p < parts.Count; p++)
        for (var r = 1; r < parts[p].Count; r++)
        {
            var hole = Rings.ToNts(parts[p][r]);
            if (shells.TrueForAll(shell => AreApart(shell, hole)))
                found.Add((p, r));
        }
        return found;
    }

    /// <summary>The same rings, those holes as parts behind the others.</summary>
    public static List<List<double[]>> AsParts(List<List<double[]>> parts, List<(int Part, int Ring)> outside) =>
        [
            .. parts.Select((part, p) => part.Where((_, r) => !outside.Contains((p, r))).ToList()),
            .. outside.Select(hole => new List<double[]> { parts[hole.Part][hole.Ring] }),
        ];

    private static bool AreApart(LinearRing one, LinearRing other) =>
        !one.EnvelopeInternal.Intersects(other.EnvelopeInternal)
        || !one.Intersects(other)
            && !PointLocation.IsInRing(other.GetCoordinateN(0), one.Coordinates)
            && !PointLocation.IsInRing(one.GetCoordinateN(0), other.Coordinates);
}
