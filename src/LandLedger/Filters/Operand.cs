using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.Filters;

/// <summary>
/// Anything in a filter (筛选条件) that has a value. One tree serves both encodings of CQL2 and all stores. Equality is by
/// content; the text is CQL2 Text.
/// </summary>
public abstract record Operand
{
    private protected Operand() { }

    public sealed override string ToString() => FilterText.Write(this);
}

/// <summary>A property of a collection by its name, which is case-sensitive.</summary>
public sealed record Property(string Name) : Operand;

public sealed record TextValue(string Text) : Operand;

/// <summary>A day of the Gregorian calendar, years 1 to 9999, without a time zone.</summary>
public sealed record DayValue(DateOnly Day) : Operand;

/// <summary>An instant in UTC, to 100 nanoseconds.</summary>
public sealed record InstantValue(DateTime Utc) : Operand;

/// <summary>
/// The time from start to end, both included. An end is a <see cref="DayValue"/>, an <see cref="InstantValue"/>, a
/// <see cref="Property"/>, or null where the interval is open ("..").
/// </summary>
public sealed record IntervalValue(Operand? Start, Operand? End) : Operand;

/// <summary>A plane geometry in the axis order of the filter's coordinate system; heights are dropped. Never changed.</summary>
public sealed record ShapeValue(Shape Shape) : Operand
{
    public bool Equals(ShapeValue? other) => other is not null && Shape.EqualsExact(other.Shape);

    public override int GetHashCode() => Shape.GetHashCode();
}

/// <summary>
/// A box by its lower and upper corner, axis by axis in the order of the filter's coordinate system; heights are dropped. Where
/// the lower longitude is the greater one, the box spans the antimeridian.
/// </summary>
public sealed record BoxValue(double Lower1, double Lower2, double Upper1, double Upper2) : Operand;

/// <summary>An array, which is compared as a set.</summary>
public sealed record ListValue(Operands Items) : Operand;

/// <summary>A text made equal to all its variants in case or accents (CASEI, ACCENTI).</summary>
public sealed record Folded(Folding Folding, Operand Text) : Operand;

/// <summary>A sum, product and so on; unknown when either side is, or when divided by zero.</summary>
public sealed record Arithmetic(ArithmeticOperator Operator, Operand Left, Operand Right) : Operand;
