using LandLedger.Filters.Cql;
using LandLedger.Geometry;
using NetTopologySuite.Geometries;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.Filters.Binding;

/// <summary>
/// Takes geometries of a filter to the system of a collection. Between a grid and degrees a straight edge is not straight: it
/// is followed in steps, so that it stays within a millimetre at the size of a county.
/// </summary>
internal sealed class Placing(Crs from, Crs to)
{
    private readonly bool _swapped = from.Axis is AxisOrder.LatitudeLongitude or AxisOrder.NorthingEasting;
    private readonly bool _moves = from.Kind != to.Kind || (from.Kind != CrsKind.Geographic && from.Code != to.Code);

    public FilterResult<ShapeValue> Box(BoxValue box)
    {
        var (west, south, east, north) = _swapped
            ? (box.Lower2, box.Lower1, box.Upper2, box.Upper1)
            : (box.Lower1, box.Lower2, box.Upper1, box.Upper2);
        if (south > north || (west > east && from.Kind != CrsKind.Geographic))
            return FilterError.Of("box-order");
        if (west <= east)
            return Placed(Shapes.Box(west, south, east, north));
        // Over the antimeridian: what lies east of the one edge and west of the other.
        if (west > 180 || east < -180)
            return FilterError.Of("box-order");
        var parts = new List<Shape> { Shapes.Box(west, south, 180, north), Shapes.Box(-180, south, east, north) };
        return Placed(parts[0].Factory.BuildGeometry(parts));
    }

    public FilterResult<ShapeValue> Shape(Shape shape)
    {
        if (_swapped)
        {
            shape = shape.Copy();
            shape.Apply(new Swap());
        }
        return shape.IsValid ? Placed(shape) : FilterError.Of("shape-invalid");
    }

    private FilterResult<ShapeValue> Placed(Shape shape)
    {
        if (!_moves)
            return new ShapeValue(shape);
        var moved = EdgeSteps.Of(shape);
        moved.Apply(new Move(from, to));
        return moved.Coordinates.All(Fits)
            ? new ShapeValue(moved)
            : FilterError.Of("shape-outside", ("crs", from.Code));
    }

    private bool Fits(Coordinate position) =>
        double.IsFinite(position.X)
        && double.IsFinite(position.Y)
        && (to.Kind != CrsKind.Geographic || (Math.Abs(position.X) <= 180 && Math.Abs(position.Y) <= 90));

    private sealed class Swap : ICoordinateFilter
    {
        public void Filter(Coordinate coord) => (coord.X, coord.Y) = (coord.Y, coord.X);
    }

    /// <summary>
    /// A position that the projections are not made for becomes none: it does not come back to where it was, or they refuse it.
    /// </summary>
    private sealed class Move(Crs from, Crs to) : ICoordinateFilter
    {
        /// <summary>A metre, in the unit of the system.</summary>
        private readonly double _near = from.Kind == CrsKind.Geographic ? 1e-5 : 1;

        public void Filter(Coordinate coord)
        {
            Span<double> xy = [coord.X, coord.Y];
            Span<double> back = stackalloc double[2];
            try
            {
                Project(from, to, xy);
                xy.CopyTo(back);
                Project(to, from, back);
            }
            catch (ArgumentException)
            {
                back.Fill(double.NaN);
            }
            var returns = Math.Abs(back[0] - coord.X) <= _near && Math.Abs(back[1] - coord.Y) <= _near;
            (coord.X, coord.Y) = returns ? (xy[0], xy[1]) : (double.NaN, double.NaN);
        }

        private static void Project(Crs from, Crs to, Span<double> xy)
        {
            from.ToLonLat(xy);
            to.FromLonLat(xy);
        }
    }
}
