using LandLedger.Filters;
using NetTopologySuite.Geometries;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.PostGis.Filters;

internal sealed partial class SqlWriter
{
    /// <summary>Whether the index of boxes is asked.</summary>
    public bool HasCandidates { get; private set; }

    /// <summary>A property of which the server cannot say what the filter asks, if any.</summary>
    public string? Unanswered { get; private set; }

    private string Spatial(SpatialPredicate predicate, bool sure)
    {
        var (relation, left, right) = predicate;
        var column = Column((Property)left);
        if (right is Property other)
            return Holds(relation, column, Column(other));
        var shape = ((ShapeValue)right).Shape;
        var isMixed = shape.OgcGeometryType == OgcGeometryType.GeometryCollection;
        if (isMixed && !table.HasAreasOnly)
            Unanswered = ((Property)left).Name;
        var exact = isMixed ? HoldsOfParts(relation, column, shape) : Holds(relation, column, Literal(shape));
        if (!sure || relation == SpatialRelation.Disjoint)
            return exact;
        HasCandidates = true;
        return $"({Candidates(column, relation, shape)}) AND {exact}";
    }

    /// <summary>A <see cref="SpatialRelation"/>, or one of those that parts of collections need besides.</summary>
    private static string Holds(object relation, string one, string other) =>
        $"filter_relation('{relation.ToString()!.ToLowerInvariant()}', {one}, {other})";

    private string Literal(Shape shape) => $"ST_GeomFromWKB({Parameter(shape.AsBinary())}, 4490)";

    /// <summary>Plots whose box meets or holds the geometry's; of a box over the antimeridian, that of either part.</summary>
    private string Candidates(string column, SpatialRelation relation, Shape shape)
    {
        if (relation is SpatialRelation.Contains or SpatialRelation.Equals)
            return $"{column} ~ {Envelope(shape)}";
        Shape[] parts = shape.NumGeometries == 2 ? [shape.GetGeometryN(0), shape.GetGeometryN(1)] : [shape];
        return string.Join(" OR ", parts.Select(part => $"{column} && {Envelope(part)}"));
    }

    private string Envelope(Shape shape)
    {
        var box = shape.EnvelopeInternal;
        double[] bounds = [box.MinX, box.MinY, box.MaxX, box.MaxY];
        return $"ST_MakeEnvelope({string.Join(", ", bounds.Select(bound => Parameter(bound)))}, 4490)";
    }
}
