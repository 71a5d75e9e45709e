using LandLedger.Filters.Cql;

namespace LandLedger.Filters.Binding;

internal sealed partial class Binder
{
    private const int LongestNamed = 60;

    private Operand? Value(Operand operand) =>
        operand switch
        {
            Predicate predicate => Bind(predicate),
            Property property => Known(property),
            Folded(var folding, var text) => Typed(text, FilterType.Text) is { } t
                ? Constants.Fold(new Folded(folding, t))
                : null,
            Arithmetic(var sign, var left, var right) => Typed(left, FilterType.Number) is { } a
            && Typed(right, FilterType.Number) is { } b
                ? Constants.Fold(new Arithmetic(sign, a, b))
                : null,
            IntervalValue interval => Interval(interval),
            ListValue list => Each(list.Items) is { } items ? new ListValue(items) : null,
            BoxValue box => Placed(box, placing.Box(box)),
            ShapeValue shape => Placed(shape, placing.Shape(shape.Shape)),
            _ => operand,
        };

    private Property? Known(Property property)
    {
        if (queryables.Find(property.Name) is null)
            return Fail<Property>("property-unknown", ("name", property.Name));
        _properties.Add(property.Name);
        return property;
    }

    private ShapeValue? Placed(Operand literal, FilterResult<ShapeValue> placed)
    {
        if (placed.IsGood)
            return placed.Value;
        Error ??= placed.Error with
        {
            Arguments = new Dictionary<string, string>(placed.Error.Arguments) { ["value"] = Named(literal) },
        };
        return null;
    }

    private Operands? Each(Operands operands)
    {
        var values = new List<Operand>(operands.Count);
        foreach (var operand in operands)
        {
            if (Value(operand) is not { } value)
                return null;
            values.Add(value);
        }
        return [.. values];
    }

    private Operand? Typed(Operand operand, FilterType wanted)
    {
        if (Value(operand) is not { } value)
            return null;
        var type = queryables.TypeOf(value);
        return Family(type) == wanted ? value : Wrong(operand, type, wanted);
    }

    /// <summary>Operands that can be compared with the first.</summary>
    private Operands? Alike(Operands operands)
    {
        if (Each(operands) is not { } values)
            return null;
        var first = queryables.TypeOf(values[0]);
        if (first is FilterType.Interval or FilterType.Geometry or FilterType.List)
            return Wrong<Operands>(operands[0], first, FilterType.Text);
        for (var i = 1; i < values.Count; i++)
        {
            var type = queryables.TypeOf(values[i]);
            if (Family(type) == Family(first))
                continue;
            var untold = (IsTime(first) && type == FilterType.Text) || (IsTime(type) && first == FilterType.Text);
            return Fail<Operands>(
                untold ? "types-time" : "types",
                ("left", Named(operands[0])),
                ("type", Word(first)),
                ("right", Named(operands[i])),
                ("other", Word(type))
            );
        }
        return values;
    }

    private IntervalValue? Interval(IntervalValue interval)
    {
        FilterType? granularity = null;
        foreach (var end in new[] { interval.Start, interval.End })
        {
            if (end is null)
                continue;
            if (Value(end) is not { } value)
                return null;
            var type = queryables.TypeOf(value);
            if (!IsTime(type))
                return Wrong<IntervalValue>(end, type, FilterType.Timestamp);
            if (granularity is { } other && other != type)
                return Fail<IntervalValue>("interval-mixed", ("found", Named(interval)));
            granularity = type;
        }
        return interval;
    }

    private static FilterType Family(FilterType type) =>
        type switch
        {
            FilterType.Integer => FilterType.Number,
            FilterType.Timestamp => FilterType.Date,
            _ => type,
        };

    private static bool IsTime(FilterType type) => type is FilterType.Date or FilterType.Timestamp;

    private Operand? Wrong(Operand operand, FilterType type, FilterType wanted) =>
        Wrong<Operand>(operand, type, wanted);

    private T? Wrong<T>(Operand operand, FilterType type, FilterType wanted)
        where T : class => Fail<T>("type", ("value", Named(operand)), ("type", Word(type)), ("other", Word(wanted)));

    /// <summary>Always null, so that a method can return it. The first error counts.</summary>
    private T? Fail<T>(string code, params ReadOnlySpan<(string, string)> arguments)
        where T : class
    {
        Error ??= FilterError.Of(code, arguments);
        return null;
    }

    private static string Word(FilterType type) => type.ToString().ToLowerInvariant();

    private static string Named(Operand operand)
    {
        var text = TextTree.Write(operand);
        return text.Length > LongestNamed ? text[..LongestNamed] + "…" : text;
    }
}
