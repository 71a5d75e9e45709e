using LandLedger.Formats.Shapes;
using LandLedger.Import;

namespace LandLedger.Formats.BoundaryText;

/// <summary>
/// Which rings are holes and which are parts of their own. Ring numbers do not tell (some offices number parts 1, 2, 3), position
/// does.
/// </summary>
internal static class RingLayout
{
    /// <summary>Parts with their holes, each ring with its line.</summary>
    /// <param name="extraParts">Outer rings beside the first, for issues.</param>
    public static RawShape Arrange(List<DrawnRing> rings, out List<DrawnRing> extraParts)
    {
        var drawn = rings.ToDictionary(ring => ring.Xy);
        var shape = RingGroups.Shape(rings.ConvertAll(ring => ring.Xy));
        extraParts = [.. shape.Parts.Skip(1).Select(part => drawn[part[0]])];
        return shape with { Lines = [.. shape.Parts.SelectMany(part => part.Select(ring => drawn[ring].Line))] };
    }
}
