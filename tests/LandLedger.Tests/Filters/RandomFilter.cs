using LandLedger.Filters;
using NetTopologySuite.Geometries;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.Tests.Filters;

/// <summary>Filters by the grammar, all of which fit a collection of the given properties.</summary>
/// <param name="texts">Texts that items have, so that filters find some.</param>
internal sealed class RandomFilter(
    Random random,
    IReadOnlyList<QueryableProperty> properties,
    params IReadOnlyList<string> texts
)
{
    private static readonly GeometryFactory Factory = new();
    private static readonly string[] Words =
    [
        "",
        "Kiev",
        "kiev",
        "København",
        "Chișinău",
        "b_r%",
        "%a%",
        @"50\%",
        "it's",
        @"back\",
        "南塘 1",
        "'; DROP TABLE plots; --",
        "Straße",
        "\t\n",
    ];

    public Predicate Next(int depth = 3) =>
        depth == 0
            ? Test()
            : random.Next(5) switch
            {
                0 => new And(Several(() => Next(depth - 1))),
                1 => new Or(Several(() => Next(depth - 1))),
                2 => new Not(Next(depth - 1)),
                _ => Test(),
            };

    private Predicate Test() =>
        random.Next(10) switch
        {
            0 => new Like(Text(2), Pattern(2)),
            1 => new IsNull(Known(properties[random.Next(properties.Count)].Type) ?? Number(1)),
            2 => Alike() is var alike ? new Between(alike(), alike(), alike()) : null!,
            3 => Alike() is var alike ? new In(alike(), Several(alike)) : null!,
            4 => new SpatialPredicate(Any<SpatialRelation>(), Geometry(), Geometry()),
            5 when HasTimes => Temporal(),
            6 when Known(FilterType.List) is not null => new ArrayPredicate(Any<ArrayRelation>(), List(), List()),
            7 => new Truth(random.Next(2) == 0),
            _ => Alike() is var alike ? new Comparison(Any<Comparator>(), alike(), alike()) : null!,
        };

    private Func<Operand> Alike() =>
        random.Next(5) switch
        {
            0 => () => Text(2),
            1 when Known(FilterType.Boolean) is not null => () =>
                Known(FilterType.Boolean) is { } known && random.Next(3) > 0 ? known : new Truth(random.Next(2) == 0),
            < 4 when HasTimes => Time,
            _ when HasNumbers => () => Number(2),
            _ => () => Text(2),
        };

    private bool HasTimes => Known(FilterType.Date, FilterType.Timestamp) is not null;

    private bool HasNumbers => Known(FilterType.Number, FilterType.Integer) is not null;

    private TemporalPredicate Temporal()
    {
        var relation = Any<TemporalRelation>();
        return relation <= TemporalRelation.Intersects
            ? new(relation, TimeOrInterval(), TimeOrInterval())
            : new(relation, Interval(), Interval());
    }

    private Operand TimeOrInterval() => random.Next(2) == 0 ? Time() : Interval();

    private Operand Time() =>
        random.Next(4) switch
        {
            0 => Known(FilterType.Date) ?? Day(),
            1 => Known(FilterType.Timestamp) ?? Instant(),
            2 => Day(),
            _ => Instant(),
        };

    private IntervalValue Interval()
    {
        var days = random.Next(2) == 0;
        var (one, other) = (End(days), End(days));
        return Backwards(one, other) ? new(other, one) : new(one, other);
    }

    private Operand? End(bool days) =>
        random.Next(4) switch
        {
            0 => null,
            1 => days ? Day() : Instant(),
            _ => Known(days ? FilterType.Date : FilterType.Timestamp) ?? (days ? Day() : Instant()),
        };

    private static bool Backwards(Operand? one, Operand? other) =>
        (one is DayValue a && other is DayValue b && a.Day > b.Day)
        || (one is InstantValue c && other is InstantValue d && c.Utc > d.Utc);

    private DayValue Day() => new(new DateOnly(2021 + random.Next(3), 4, 14 + random.Next(5)));

    private InstantValue Instant() =>
        new(
            random.Next(3) == 0
                ? new DateTime(2022, 4, 16, 10, 13 + random.Next(4), 19, DateTimeKind.Utc)
                : new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMilliseconds(random.NextInt64(94_608_000_000))
        );

    private string Word() =>
        texts.Count > 0 && random.Next(2) == 0 ? texts[random.Next(texts.Count)] : Words[random.Next(Words.Length)];

    private Operand Text(int depth) =>
        random.Next(depth == 0 ? 3 : 5) switch
        {
            0 => new TextValue(Word()),
            < 3 => Known(FilterType.Text) ?? new TextValue("x"),
            _ => new Folded(Any<Folding>(), Text(depth - 1)),
        };

    private Operand Pattern(int depth) =>
        depth == 0 || random.Next(2) == 0 ? new TextValue(Word()) : new Folded(Any<Folding>(), Pattern(depth - 1));

    private Operand Number(int depth) =>
        random.Next(depth == 0 ? 4 : 6) switch
        {
            0 => NumberValue.Of(random.Next(-3, 4)),
            1 => NumberValue.Of(Math.Round(Math.Pow(10, random.NextDouble() * 9), 3)),
            < 4 => Known(FilterType.Integer, FilterType.Number) ?? NumberValue.Of(random.NextInt64(1, 3_000_000)),
            _ => new Arithmetic(Any<ArithmeticOperator>(), Number(depth - 1), Number(depth - 1)),
        };

    private Operand Geometry() =>
        random.Next(3) switch
        {
            0 => Box(),
            1 => new ShapeValue(Drawn(random.Next(7))),
            _ => Known(FilterType.Geometry) ?? Box(),
        };

    private BoxValue Box()
    {
        var (west, south) = (random.Next(-180, 170), random.Next(-80, 70));
        return new(
            west,
            south,
            random.Next(10) == 0 ? random.Next(-180, west + 1) : west + random.Next(1, 60),
            south + random.Next(0, 40)
        );
    }

    private Shape Drawn(int kind)
    {
        var (x, y) = (random.Next(-170, 150), random.Next(-80, 60));
        Coordinate[] ring = [new(x, y), new(x + 17.5, y), new(x + 17.5, y + 12), new(x, y + 11), new(x, y)];
        return kind switch
        {
            0 => Factory.CreatePoint(ring[0]),
            1 => Factory.CreateLineString(ring[..3]),
            2 => Factory.CreatePolygon(ring),
            3 => Factory.CreateMultiPointFromCoords(ring[..2]),
            4 => Factory.CreateMultiLineString([
                Factory.CreateLineString(ring[..2]),
                Factory.CreateLineString(ring[2..4]),
            ]),
            5 => Factory.CreateMultiPolygon([Factory.CreatePolygon(ring)]),
            _ => Factory.CreateGeometryCollection([
                Factory.CreatePoint(new Coordinate(x - 5, y)),
                Factory.CreatePolygon(ring),
            ]),
        };
    }

    private Operand List() =>
        random.Next(2) == 0
            ? Known(FilterType.List)!
            : new ListValue([.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(1))]);

    private Operand? Known(params ReadOnlySpan<FilterType> types)
    {
        var wanted = types.ToArray();
        var fitting = properties.Where(property => wanted.Contains(property.Type)).ToList();
        return fitting.Count == 0 ? null : new Property(fitting[random.Next(fitting.Count)].Name);
    }

    private Operands Several(Func<Operand> next) => [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => next())];

    private T Any<T>()
        where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];
}
