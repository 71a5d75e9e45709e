using FsCheck;
using FsCheck.Fluent;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Tests.Geometry;

public class RingProperties
{
    /// <summary>Star-shaped rings about a park, 3 to 40 corners, radius 10 to 500 m.</summary>
    private static readonly Arbitrary<double[]> AnyRing = Arb.From(
        from corners in Gen.Choose(3, 40)
        from radii in Gen.ArrayOf(Gen.Choose(10_000, 500_000), corners)
        select Star(radii)
    );

    [Fact]
    public void Where_a_ring_starts_and_which_way_it_runs_changes_neither_area_nor_outline() =>
        Prop.ForAll(
                AnyRing,
                Arb.From(Gen.Choose(0, 39)),
                (ring, turn) =>
                {
                    var one = Build(ring);
                    var start = turn % (ring.Length / 2) * 2;
                    double[] other = [.. ring[start..], .. ring[..start]];
                    var same = Build(other);
                    var back = Build(Reversed(other));
                    return one.Area == same.Area
                        && one.Area == back.Area
                        && Box(one) == Box(same)
                        && Box(one) == Box(back);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_plane_area_is_the_exact_shoelace_of_the_millimetres() =>
        Prop.ForAll(
                AnyRing,
                ring =>
                {
                    var exact = Math.Abs(Shoelace(ring));
                    var measured = Build(ring).Area.Plane;
                    return Math.Abs(measured.Mu - Area.FromSquareMetres(Rounding.HalfUp(exact, 4)).Mu) <= 0.0000002m;
                }
            )
            .QuickCheckThrowOnFailure();

    private static double[] Star(int[] millimetres)
    {
        var ring = new double[millimetres.Length * 2];
        for (var i = 0; i < millimetres.Length; i++)
        {
            var angle = 2 * Math.PI * i / millimetres.Length;
            ring[2 * i] = Math.Round(38_536_000 + millimetres[i] / 1000.0 * Math.Cos(angle), 3);
            ring[2 * i + 1] = Math.Round(2_910_000 + millimetres[i] / 1000.0 * Math.Sin(angle), 3);
        }
        return ring;
    }

    private static double[] Reversed(double[] ring) =>
        [.. Enumerable.Range(0, ring.Length / 2).Reverse().SelectMany(i => new[] { ring[2 * i], ring[2 * i + 1] })];

    private static decimal Shoelace(double[] ring)
    {
        decimal sum = 0;
        for (int i = 0, j = ring.Length - 2; i < ring.Length; j = i, i += 2)
            sum += (decimal)ring[j] * (decimal)ring[i + 1] - (decimal)ring[i] * (decimal)ring[j + 1];
        return sum / 2;
    }

    private static (double, double, double, double) Box(Boundary boundary) =>
        (boundary.Shape.West, boundary.Shape.South, boundary.Shape.East, boundary.Shape.North);

    private static Boundary Build(double[] ring)
    {
        var issues = new List<ImportIssue>();
        var boundary = BoundaryBuilder.Build(
            new(
                "Polygon",
                [
                    [
                        [.. ring, ring[0], ring[1]],
                    ],
                ]
            ),
            CrsTable.Find("EPSG:4526")!,
            new("ring", null, null),
            issues
        );
        Assert.Empty(issues);
        return boundary!;
    }
}
