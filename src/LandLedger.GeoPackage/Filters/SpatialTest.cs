using LandLedger.Filters;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.IO;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.GeoPackage.Filters;

/// <summary>
/// Whether stored geometries stand in a relation to a geometry, or two stored ones to each other. Where the boxes decide, no
/// geometry is built. For one statement, and so one thread, at a time.
/// </summary>
internal sealed class SpatialTest
{
    private readonly WKBReader _reader = new(NtsGeometryServices.Instance) { HandleOrdinates = Ordinates.XY };
    private readonly SpatialRelation _relation;
    private readonly Shape? _shape;
    private readonly IPreparedGeometry? _prepared;
    private readonly Envelope[] _rectangles;

    public SpatialTest(SpatialRelation relation, Shape? shape)
    {
        _relation = relation;
        _shape = shape;
        _prepared = shape is null ? null : PreparedGeometryFactory.Prepare(shape);
        _rectangles = shape is null
            ? []
            : [.. Parts(shape).Where(part => part.IsRectangle).Select(part => part.EnvelopeInternal)];
    }

    /// <summary>Null for what is no geometry.</summary>
    public bool? Holds(ReadOnlySpan<byte> blob)
    {
        if (GeometryBlob.BoxOf(blob) is { } box && ByBoxes(box) is { } told)
            return told;
        if (Read(blob) is not { } stored)
            return null;
        try
        {
            return Holds(stored);
        }
        catch (TopologyException)
        {
            return Holds(GeometryFixer.Fix(stored));
        }
    }

    public bool? Holds(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        Read(left) is { } one && Read(right) is { } other ? ShapeRelation.Holds(_relation, one, other) : null;

    private bool Holds(Shape stored) =>
        _relation switch
        {
            SpatialRelation.Intersects => _prepared!.Intersects(stored),
            SpatialRelation.Disjoint => !_prepared!.Intersects(stored),
            SpatialRelation.Within when _shape is Polygon or MultiPolygon => _prepared!.Contains(stored),
            _ => ShapeRelation.Holds(_relation, stored, _shape!),
        };

    /// <summary>What the boxes alone tell, or null.</summary>
    private bool? ByBoxes(Envelope box)
    {
        var own = _shape!.EnvelopeInternal;
        return _relation switch
        {
            SpatialRelation.Intersects => Meets(box, own),
            SpatialRelation.Disjoint => !Meets(box, own),
            SpatialRelation.Within => !own.Contains(box) ? false
            : _rectangles.Any(rectangle => IsInside(box, rectangle)) ? true
            : null,
            SpatialRelation.Contains => box.Contains(own) ? null : false,
            SpatialRelation.Equals => box.Equals(own) ? null : false,
            _ => box.Intersects(own) ? null : false,
        };
    }

    private bool? Meets(Envelope box, Envelope own) =>
        !own.Intersects(box) ? false
        : _rectangles.Any(rectangle => rectangle.Contains(box)) ? true
        : null;

    private static bool IsInside(Envelope box, Envelope rectangle) =>
        box.MinX > rectangle.MinX
        && box.MaxX < rectangle.MaxX
        && box.MinY > rectangle.MinY
        && box.MaxY < rectangle.MaxY;

    private unsafe Shape? Read(ReadOnlySpan<byte> blob)
    {
        if (GeometryBlob.BodyOf(blob) is not { IsEmpty: false } body)
            return null;
        fixed (byte* bytes = body)
        {
            using var stream = new UnmanagedMemoryStream(bytes, body.Length);
            return _reader.Read(stream);
        }
    }

    private static IEnumerable<Shape> Parts(Shape shape) =>
        Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN);
}
