using LandLedger.Import;

namespace LandLedger.Formats.BoundaryText;

/// <summary>
/// Which rings are holes and which are parts of their own. Ring numbers do not tell (some offices number parts 1, 2, 3), position
/// does: a ring in an odd number of others is a hole of the smallest one around it.
/// </summary>
internal static class RingLayout
{
    /// <summary>Parts with their holes, in the order of the file.</summary>
    /// <param name="extraParts">Outer rings beside the first, for a note.</param>
    public static RawShape Arrange(List<DrawnRing> rings, out List<DrawnRing> extraParts)
    {
        var parts = new List<List<DrawnRing>>();
        var partOf = new Dictionary<DrawnRing, List<DrawnRing>>();
        var holes = new List<(DrawnRing Hole, DrawnRing Shell)>();
        foreach (var ring in rings)
        {
            DrawnRing? around = null;
            var depth = 0;
            foreach (var other in rings)
            {
                if (ReferenceEquals(other, ring) || !other.Holds(ring))
                    continue;
                depth++;
                if (around is null || other.Area < around.Area)
                    around = other;
            }
            if (depth % 2 == 0)
                parts.Add(partOf[ring] = [ring]);
            else
                holes.Add((ring, around!));
        }
        foreach (var (hole, shell) in holes)
        {
            // Rings that cross can leave a hole without shell; it stands alone and the check of the boundary names it.
            if (partOf.TryGetValue(shell, out var part))
                part.Add(hole);
            else
                parts.Add([hole]);
        }
        extraParts = [.. parts.Skip(1).Select(part => part[0])];
        return new(
            parts.Count == 1 ? "Polygon" : "MultiPolygon",
            [.. parts.Select(part => (IReadOnlyList<double[]>)part.ConvertAll(ring => ring.Xy))]
        )
        {
            Lines = [.. parts.SelectMany(part => part.Select(ring => ring.Line))],
        };
    }
}
