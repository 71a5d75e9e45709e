namespace LandLedger.Filters;

public sealed partial class FilterTest<T>
{
    private object? Value(Operand operand, T item) =>
        operand switch
        {
            Property property => valueOf(item, property.Name),
            TextValue text => text.Text,
            NumberValue number => number.Value,
            DayValue day => day.Day,
            InstantValue instant => instant.Utc,
            ShapeValue shape => shape.Shape,
            Folded(var folding, var text) => Value(text, item) is string known ? FoldedText.Of(folding, known) : null,
            Arithmetic(var sign, var left, var right) => Value(left, item) is double a && Value(right, item) is double b
                ? Calculated(sign, a, b)
                : null,
            Predicate predicate => Test(predicate, item),
            _ => throw new ArgumentOutOfRangeException(nameof(operand), operand.GetType(), null),
        };

    /// <summary>Null where one of the texts is.</summary>
    private HashSet<string>? Set(Operand operand, T item)
    {
        if (operand is not ListValue list)
            return Value(operand, item) is IEnumerable<string> texts ? [.. texts] : null;
        var set = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in list.Items)
        {
            if (Value(one, item) is not string text)
                return null;
            set.Add(text);
        }
        return set;
    }

    private static double? Calculated(ArithmeticOperator sign, double left, double right)
    {
        var value = sign switch
        {
            ArithmeticOperator.Plus => left + right,
            ArithmeticOperator.Minus => left - right,
            ArithmeticOperator.Times => left * right,
            ArithmeticOperator.ToThePower => Math.Pow(left, right),
            _ when right == 0 => double.NaN,
            ArithmeticOperator.DividedBy => left / right,
            ArithmeticOperator.Remainder => left % right,
            _ => Math.Truncate(left / right),
        };
        return double.IsNaN(value) ? null : value;
    }
}
