using NetTopologySuite.Geometries;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.Filters.Cql;

internal sealed partial class TextParser
{
    private ShapeValue? Shape(ShapeKind kind)
    {
        _ = Take("Z");
        return Body(kind) is { } shape ? Made(new ShapeValue(shape)) : null;
    }

    private Shape? Body(ShapeKind kind) =>
        kind switch
        {
            ShapeKind.Point => Point(),
            ShapeKind.LineString => Line(),
            ShapeKind.Polygon => Polygon(),
            ShapeKind.MultiPoint => Parts(
                () =>
                    IsSign('(') ? Point()
                    : Position() is { } bare ? Shapes.Point(bare)
                    : null,
                kind
            ),
            ShapeKind.MultiLineString => Parts(Line, kind),
            ShapeKind.MultiPolygon => Parts(Polygon, kind),
            _ => Parts(Member, kind),
        };

    private Point? Point() => Open() && Position() is { } position && Close() ? Shapes.Point(position) : null;

    private LineString? Line() => Positions(Shapes.TroubleOfLine) is { } positions ? Shapes.Line(positions) : null;

    private Polygon? Polygon() =>
        Listed(() => Positions(Shapes.TroubleOfRing)) is { } rings ? Shapes.Polygon(rings) : null;

    private Shape? Parts(Func<Shape?> part, ShapeKind kind) =>
        Listed(part) is { } parts ? Shapes.Collection(kind, parts) : null;

    /// <summary>A geometry of a collection; collections do not nest.</summary>
    private Shape? Member()
    {
        var token = _token;
        if (
            token.Kind != TokenKind.Name
            || Names.Shapes.Find(token.Value) is not { } kind
            || kind == ShapeKind.GeometryCollection
        )
            return Expected<Shape>("geometry");
        Advance();
        _ = Take("Z");
        return Body(kind);
    }

    private List<Coordinate>? Positions(Func<List<Coordinate>, string?> trouble)
    {
        var first = _token;
        if (Listed(Position) is not { } positions)
            return null;
        return trouble(positions) is { } code ? Fail<List<Coordinate>>(code, first) : positions;
    }

    /// <summary>One thing or more in brackets, commas between.</summary>
    private List<T>? Listed<T>(Func<T?> read)
        where T : class
    {
        if (!Open())
            return null;
        var items = new List<T>();
        do
        {
            if (read() is not { } item)
                return null;
            items.Add(item);
        } while (TakeSign(','));
        return Close() ? items : null;
    }

    /// <summary>Two numbers, and a height that is read and dropped.</summary>
    private Coordinate? Position()
    {
        if (Number() is not { } first || Number() is not { } second)
            return null;
        if (!IsSign(',') && !IsSign(')') && Number() is null)
            return null;
        return _budget.Vertex() ? new(first, second) : Fail<Coordinate>(_budget.Exceeded!, _token);
    }

    private double? Number()
    {
        var negative = TakeSign('-');
        if (!negative)
            _ = TakeSign('+');
        if (_token.Kind != TokenKind.Number)
        {
            Expected("number");
            return null;
        }
        var token = _token;
        Advance();
        if (NumberValue.Read(token.Value) is { } number)
            return negative ? -number.Value : number.Value;
        Fail("number", token, ("found", Found(token)));
        return null;
    }

    private Operand? Box()
    {
        var first = _token;
        var numbers = new List<double>(6);
        do
        {
            if (Number() is not { } number)
                return null;
            numbers.Add(number);
        } while (numbers.Count < 6 && TakeSign(','));
        return numbers.Count switch
        {
            4 => Made(new BoxValue(numbers[0], numbers[1], numbers[2], numbers[3])),
            6 => Made(new BoxValue(numbers[0], numbers[1], numbers[3], numbers[4])),
            _ => Fail("box-numbers", first),
        };
    }
}
