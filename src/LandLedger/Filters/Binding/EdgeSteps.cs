using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.Filters.Binding;

/// <summary>A geometry with positions along its edges, so that they keep their course when it is projected.</summary>
internal static class EdgeSteps
{
    /// <summary>
    /// A step is so much of the geometry's width or height at most. The bend of an edge falls with the square of its length: at
    /// 100 km, a step is 195 m and bends by less than a millimetre.
    /// </summary>
    private const int Steps = 512;

    /// <summary>Positions put in, all edges together.</summary>
    private const int Most = 20_000;

    /// <summary>A copy that shares nothing with the geometry.</summary>
    public static Shape Of(Shape shape)
    {
        var step = Math.Max(shape.EnvelopeInternal.Width, shape.EnvelopeInternal.Height) / Steps;
        step = Math.Max(step, shape.Length / Most);
        return new Editor().Edit(shape, new Stepping(step));
    }

    private sealed class Editor : GeometryEditor;

    private sealed class Stepping(double step) : GeometryEditor.CoordinateOperation
    {
        public override Coordinate[] Edit(Coordinate[] coordinates, Shape geometry)
        {
            if (coordinates.Length < 2)
                return [.. coordinates.Select(position => position.Copy())];
            var stepped = new List<Coordinate>();
            for (var i = 1; i < coordinates.Length; i++)
            {
                var (start, end) = (coordinates[i - 1], coordinates[i]);
                var count = Math.Max(1, (int)Math.Ceiling(start.Distance(end) / step));
                for (var s = 0; s < count; s++)
                {
                    var part = (double)s / count;
                    stepped.Add(new Coordinate(start.X + (end.X - start.X) * part, start.Y + (end.Y - start.Y) * part));
                }
            }
            stepped.Add(coordinates[^1].Copy());
            return [.. stepped];
        }
    }
}
