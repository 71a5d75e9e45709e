namespace LandLedger.Filters.Binding;

/// <summary>What can be told without an item.</summary>
internal static class Constants
{
    /// <summary>A sum of two numbers is a number, unless it has none (division by zero, too large).</summary>
    public static Operand Fold(Arithmetic arithmetic)
    {
        if (arithmetic is not { Left: NumberValue left, Right: NumberValue right })
            return arithmetic;
        if (Exact(arithmetic.Operator, left.Whole, right.Whole) is { } whole)
            return NumberValue.Of(whole);
        var (a, b) = (left.Value, right.Value);
        var value = arithmetic.Operator switch
        {
            ArithmeticOperator.Plus => a + b,
            ArithmeticOperator.Minus => a - b,
            ArithmeticOperator.Times => a * b,
            ArithmeticOperator.DividedBy => a / b,
            ArithmeticOperator.Remainder => a % b,
            ArithmeticOperator.WholeQuotient => Math.Truncate(a / b),
            _ => Math.Pow(a, b),
        };
        return double.IsFinite(value) ? NumberValue.Of(value) : arithmetic;
    }

    /// <summary>A known text is folded at once.</summary>
    public static Operand Fold(Folded folded) =>
        folded.Text is TextValue known ? new TextValue(FoldedText.Of(folded.Folding, known.Text)) : folded;

    /// <summary>Two known numbers compare at once.</summary>
    public static Predicate Fold(Comparison comparison)
    {
        if (comparison is not { Left: NumberValue left, Right: NumberValue right })
            return Turned.Of(comparison);
        var order = left.Whole is { } a && right.Whole is { } b ? a.CompareTo(b) : left.Value.CompareTo(right.Value);
        return new Truth(Comparators.Hold(comparison.Comparator, order));
    }

    public static Predicate Fold(Not not) => not.Term is Truth truth ? new Truth(!truth.Value) : not;

    public static Predicate Fold(And and) => Fold(and, and.Terms, decisive: false);

    public static Predicate Fold(Or or) => Fold(or, or.Terms, decisive: true);

    public static bool IsLiteral(Operand operand) =>
        operand switch
        {
            TextValue or NumberValue or Truth or DayValue or InstantValue or ShapeValue => true,
            IntervalValue(var start, var end) => start is not Property && end is not Property,
            ListValue list => list.Items.All(IsLiteral),
            _ => false,
        };

    /// <summary>One false makes a conjunction false, one true a disjunction true; the opposites can be left out.</summary>
    private static Predicate Fold(Predicate whole, Operands terms, bool decisive)
    {
        if (!terms.Any(term => term is Truth))
            return whole;
        if (terms.Any(term => term is Truth truth && truth.Value == decisive))
            return new Truth(decisive);
        Operand[] open = [.. terms.Where(term => term is not Truth)];
        return open switch
        {
            [] => new Truth(!decisive),
            [var one] => (Predicate)one,
            _ => decisive ? new Or([.. open]) : new And([.. open]),
        };
    }

    private static long? Exact(ArithmeticOperator sign, long? left, long? right)
    {
        if (left is not { } a || right is not { } b)
            return null;
        var value = sign switch
        {
            ArithmeticOperator.Plus => (Int128)a + b,
            ArithmeticOperator.Minus => (Int128)a - b,
            ArithmeticOperator.Times => (Int128)a * b,
            ArithmeticOperator.WholeQuotient when b != 0 => (Int128)a / b,
            ArithmeticOperator.Remainder when b != 0 => (Int128)a % b,
            _ => Int128.MaxValue,
        };
        return value >= long.MinValue && value <= long.MaxValue ? (long)value : null;
    }
}
