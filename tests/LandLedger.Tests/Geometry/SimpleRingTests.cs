using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LandLedger.Geometry;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace LandLedger.Tests.Geometry;

public class SimpleRingTests
{
    /// <summary>Corners on a small grid, where rings touch, cross and go back along themselves all the time.</summary>
    private static readonly Arbitrary<double[]> GridRing = Arb.From(
        from corners in Gen.Choose(3, 9)
        from numbers in Gen.ArrayOf(Gen.Choose(0, 5), corners * 2)
        from step in Gen.Elements(1.0, 0.1, 1e-9)
        select Rings.Clean([.. numbers.Select(number => 38_536_000 + number * step)])
    );

    /// <summary>NetTopologySuite decides with exact arithmetic.</summary>
    [Fact]
    public void A_ring_that_is_surely_simple_is_valid() =>
        Prop.ForAll(GridRing, ring => !SimpleRing.IsSurely(ring) || IsValid(ring))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Theory]
    [InlineData("a square", "0 0 100 0 100 80 0 80")]
    [InlineData("a square the other way round", "0 80 100 80 100 0 0 0")]
    [InlineData("a triangle", "0 0 100 0 50 80")]
    [InlineData("a corner on a straight side", "0 0 50 0 100 0 100 80 0 80")]
    [InlineData("an L", "0 0 100 0 100 40 50 40 50 80 0 80")]
    public void What_surveyors_draw_is_told_quickly(string what, string ring) =>
        Assert.True(SimpleRing.IsSurely(Numbers(ring)), what);

    [Theory]
    [InlineData("a bow-tie", "0 0 100 80 100 0 0 80")]
    [InlineData("a spike out and back", "0 0 100 0 150 0 100 0 100 80 0 80")]
    [InlineData("two rings that meet in a corner", "0 0 50 50 0 100 100 100 50 50 100 0")]
    [InlineData("a corner that touches a side", "0 0 100 0 100 80 50 0 0 80")]
    [InlineData("two corners", "0 0 100 80")]
    public void What_is_no_simple_ring_is_never_taken_for_one(string what, string ring) =>
        Assert.False(SimpleRing.IsSurely(Numbers(ring)), what);

    private static double[] Numbers(string ring) =>
        [.. ring.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    private static bool IsValid(double[] ring) => new IsValidOp(new Polygon(Rings.ToNts(ring))).IsValid;
}
