using System.Text.Json;
using NetTopologySuite.Geometries;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.Filters.Cql;

internal sealed partial class JsonParser
{
    private Shape? Geometry(JsonElement element, bool nested)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("type", out var type))
            return Expected<Shape>("geometry", element);
        if (At("type", type, String) is not { } name)
            return null;
        if (Names.Shapes.Find(name) is not { } kind || (nested && kind == ShapeKind.GeometryCollection))
            return Expected<Shape>("geometry", element);
        var member = kind == ShapeKind.GeometryCollection ? "geometries" : "coordinates";
        return element.TryGetProperty(member, out var body)
            ? At(member, body, e => Body(kind, e))
            : Expected<Shape>(member, element);
    }

    private Shape? Body(ShapeKind kind, JsonElement element) =>
        kind switch
        {
            ShapeKind.Point => Point(element),
            ShapeKind.LineString => Line(element),
            ShapeKind.Polygon => Polygon(element),
            ShapeKind.MultiPoint => Parts(kind, element, Point),
            ShapeKind.MultiLineString => Parts(kind, element, Line),
            ShapeKind.MultiPolygon => Parts(kind, element, Polygon),
            _ => Parts(kind, element, e => Geometry(e, nested: true)),
        };

    private Point? Point(JsonElement element) => Position(element) is { } position ? Shapes.Point(position) : null;

    private LineString? Line(JsonElement element) =>
        Positions(element, Shapes.TroubleOfLine) is { } positions ? Shapes.Line(positions) : null;

    private Polygon? Polygon(JsonElement element) =>
        Listed(element, e => Positions(e, Shapes.TroubleOfRing)) is { } rings ? Shapes.Polygon(rings) : null;

    private Shape? Parts(ShapeKind kind, JsonElement element, Func<JsonElement, Shape?> part) =>
        Listed(element, part) is { } parts ? Shapes.Collection(kind, parts) : null;

    private List<Coordinate>? Positions(JsonElement element, Func<List<Coordinate>, string?> trouble)
    {
        if (Listed(element, Position) is not { } positions)
            return null;
        return trouble(positions) is { } code ? Fail<List<Coordinate>>(code) : positions;
    }

    /// <summary>One thing or more.</summary>
    private List<T>? Listed<T>(JsonElement element, Func<JsonElement, T?> read)
        where T : class =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0
            ? Each(element, read)
            : Expected<List<T>>("positions", element);

    /// <summary>Two numbers, and a height that is read and dropped.</summary>
    private Coordinate? Position(JsonElement element)
    {
        if (Doubles(element) is not { } numbers)
            return null;
        if (numbers.Length is not (2 or 3))
            return Expected<Coordinate>("position", element);
        return _budget.Vertex() ? new(numbers[0], numbers[1]) : Fail<Coordinate>(_budget.Exceeded!);
    }
}
