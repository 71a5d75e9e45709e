using LandLedger.Import;

namespace LandLedger.Formats.Shapes;

/// <summary>
/// Puts loose rings together to parts: a ring that lies in an even number of others is a shell, in an odd number a hole of the
/// smallest ring around it. A ring that crosses another lies in it where most of its vertices do; what sticks out is named when the shape
/// is tested. Direction does not make a shell or a hole, so that files with these the wrong way round read the same.
/// </summary>
internal static class RingGroups
{
    /// <summary>Vertices of a ring that are asked where they lie, spread over it.</summary>
    private const int MostAsked = 100;

    /// <summary>As <see cref="Shape(List{double[]})"/>, of a format in which holes are directed against shells: one that lies in no other ring stays a hole, to be named.</summary>
    public static RawShape DirectedShape(List<double[]> rings) => Shape(rings, areDirected: true);

    public static RawShape Shape(List<double[]> rings) => Shape(rings, areDirected: false);

    private static RawShape Shape(List<double[]> rings, bool areDirected)
    {
        if (rings.Count == 1)
        {
            return new RawShape(ShapeKind.Polygon, [rings]);
        }
        var outlines = rings.ConvertAll(ring => new Outline(ring));
        var depths = new int[rings.Count];
        var innermost = new int[rings.Count];
        for (var i = 0; i < rings.Count; i++)
        {
            innermost[i] = -1;
            for (var j = 0; j < rings.Count; j++)
            {
                if (j != i && Encloses(outlines, j, i))
                {
                    depths[i]++;
                    var smaller = innermost[i] < 0 || outlines[j].Size < outlines[innermost[i]].Size;
                    innermost[i] = smaller ? j : innermost[i];
                }
            }
        }
        var largest = outlines.IndexOf(outlines.MaxBy(outline => outline.Size)!);
        for (var i = 0; i < rings.Count && areDirected; i++)
        {
            if (depths[i] == 0 && outlines[i].IsLeft != outlines[largest].IsLeft)
            {
                (depths[i], innermost[i]) = (1, largest);
            }
        }
        var parts = new List<IReadOnlyList<double[]>>();
        var partOf = new Dictionary<int, List<double[]>>();
        for (var i = 0; i < rings.Count; i++)
        {
            if (depths[i] % 2 == 0)
            {
                parts.Add(partOf[i] = [rings[i]]);
            }
        }
        for (var i = 0; i < rings.Count; i++)
        {
            if (depths[i] % 2 == 1)
            {
                // Rings that cross each other can leave a hole without its shell; then it stands alone and is named later on.
                if (partOf.TryGetValue(innermost[i], out var part))
                {
                    part.Add(rings[i]);
                }
                else
                {
                    parts.Add([rings[i]]);
                }
            }
        }
        return new RawShape(parts.Count == 1 ? ShapeKind.Polygon : ShapeKind.MultiPolygon, parts);
    }

    private static bool Encloses(List<Outline> outlines, int outer, int inner)
    {
        var (o, i) = (outlines[outer], outlines[inner]);
        if (o.Size < i.Size || (o.Size == i.Size && outer > inner))
        {
            return false;
        }
        return i.West <= o.East && i.East >= o.West && i.South <= o.North && i.North >= o.South && o.Holds(i.Ring);
    }

    private sealed class Outline
    {
        public Outline(double[] ring)
        {
            Ring = ring;
            (West, South, East, North) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
            var twice = 0.0;
            for (var i = 0; i < ring.Length; i += 2)
            {
                var (x, y) = (ring[i], ring[i + 1]);
                (West, East) = (Math.Min(West, x), Math.Max(East, x));
                (South, North) = (Math.Min(South, y), Math.Max(North, y));
                var next = (i + 2) % ring.Length;
                twice += (x - ring[0]) * (ring[next + 1] - ring[1]) - (ring[next] - ring[0]) * (y - ring[1]);
            }
            Size = Math.Abs(twice);
            IsLeft = twice > 0;
        }

        public double[] Ring { get; }
        public double West { get; }
        public double South { get; }
        public double East { get; }
        public double North { get; }

        /// <summary>Twice the area in the units of the file, for comparing rings only.</summary>
        public double Size { get; }

        /// <summary>Whether its land lies on the left of the way along it, counter-clockwise.</summary>
        public bool IsLeft { get; }

        /// <summary>By most of the vertices that are not on this outline; a ring wholly on it counts as held.</summary>
        public bool Holds(double[] ring)
        {
            var isClosed = ring[0] == ring[^2] && ring[1] == ring[^1];
            var vertices = (ring.Length / 2) - (isClosed ? 1 : 0);
            var asked = Math.Min(vertices, MostAsked);
            var balance = 0;
            for (var i = 0; i < asked; i++)
            {
                var at = 2 * (int)((long)vertices * i / asked);
                balance += Side(ring[at], ring[at + 1]);
            }
            return balance >= 0;
        }

        /// <summary>1 inside, -1 outside, 0 on the line.</summary>
        private int Side(double x, double y)
        {
            var inside = false;
            for (int i = 0, j = Ring.Length - 2; i < Ring.Length; j = i, i += 2)
            {
                var (ax, ay, bx, by) = (Ring[i], Ring[i + 1], Ring[j], Ring[j + 1]);
                if ((ax == x && ay == y) || (ay == y && by == y && x >= Math.Min(ax, bx) && x <= Math.Max(ax, bx)))
                {
                    return 0;
                }
                if (ay > y == by > y)
                {
                    continue;
                }
                var turn = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
                if (turn == 0)
                {
                    return 0;
                }
                if (turn > 0 == by > ay)
                {
                    inside = !inside;
                }
            }
            return inside ? 1 : -1;
        }
    }
}
