using System.Text;
using LandLedger.Filters;
using NetTopologySuite.Geometries;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.GeoPackage.Tests.Filters;

/// <summary>
/// What a filter says of one item, worked out from the tree as it was read, with no binding and no database: true, false or
/// unknown (null). Slow and plain, to hold the queries against.
/// </summary>
internal sealed class ReferenceFilter(Queryables queryables, IReadOnlyDictionary<string, object?> item)
{
    private static readonly GeometryFactory Factory = new();

    public bool? Test(Predicate predicate) =>
        predicate switch
        {
            And and => All(and.Terms.Select(term => Test((Predicate)term))),
            Or or => !All(or.Terms.Select(term => !Test((Predicate)term))),
            Not not => !Test(not.Term),
            Truth truth => truth.Value,
            IsNull isNull => isNull.Value is Predicate inner ? Test(inner) is null : Value(isNull.Value) is null,
            Comparison(var comparator, var left, var right) => Compare(comparator, left, right),
            Between(var value, var low, var high) => All([
                Compare(Comparator.GreaterOrEqual, value, low),
                Compare(Comparator.LessOrEqual, value, high),
            ]),
            In(var value, var items) => !All(items.Select(other => !Equal(value, other, [value, .. items]))),
            Like(var text, var pattern) => Value(text) is string t
                ? Matches(Runes(t), Runes((string)Value(pattern)!))
                : null,
            SpatialPredicate(var relation, var left, var right) => Value(left) is Shape a && Value(right) is Shape b
                ? ShapeRelation.Holds(relation, a, b)
                : null,
            TemporalPredicate(var relation, var left, var right) => Holds(relation, left, right),
            _ => throw new NotSupportedException(),
        };

    private static bool? All(IEnumerable<bool?> truths)
    {
        bool? all = true;
        foreach (var truth in truths)
        {
            if (truth == false)
                return false;
            all = truth is null ? null : all;
        }
        return all;
    }

    private bool? Compare(Comparator comparator, Operand left, Operand right) =>
        Order(left, right, [left, right]) is { } order ? Holds(comparator, order) : null;

    private bool? Equal(Operand left, Operand right, Operand[] all) =>
        Order(left, right, all) is { } order ? order == 0 : null;

    private int? Order(Operand left, Operand right, Operand[] all)
    {
        var days = all.Any(operand => queryables.TypeOf(operand) == FilterType.Date);
        return (Value(left), Value(right)) switch
        {
            (null, _) or (_, null) => null,
            (string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)),
            (double a, double b) => a.CompareTo(b),
            (bool a, bool b) => a.CompareTo(b),
            var (a, b) => Moment(a, days).CompareTo(Moment(b, days)),
        };
    }

    private static bool Holds(Comparator comparator, int order) =>
        comparator switch
        {
            Comparator.Equal => order == 0,
            Comparator.NotEqual => order != 0,
            Comparator.Less => order < 0,
            Comparator.Greater => order > 0,
            Comparator.LessOrEqual => order <= 0,
            _ => order >= 0,
        };

    private object? Value(Operand operand) =>
        operand switch
        {
            Property property => item[property.Name],
            TextValue text => text.Text,
            NumberValue number => number.Value,
            Truth truth => truth.Value,
            DayValue day => day.Day,
            InstantValue instant => instant.Utc,
            ShapeValue shape => shape.Shape,
            BoxValue box => Drawn(box),
            Folded(var folding, var text) => Value(text) is string t ? FoldedText.Of(folding, t) : null,
            Arithmetic(var sign, var left, var right) => Value(left) is double a && Value(right) is double b
                ? Calculated(sign, a, b)
                : null,
            Predicate predicate => Test(predicate),
            _ => throw new NotSupportedException(operand.GetType().Name),
        };

    /// <summary>Longitude first.</summary>
    private static Shape Drawn(BoxValue box)
    {
        return box.Lower1 <= box.Upper1
            ? Part(box.Lower1, box.Upper1)
            : Factory.BuildGeometry([Part(box.Lower1, 180), Part(-180, box.Upper1)]);

        Shape Part(double west, double east) => Factory.ToGeometry(new Envelope(west, east, box.Lower2, box.Upper2));
    }

    private static object? Calculated(ArithmeticOperator sign, double a, double b)
    {
        var divides =
            sign is ArithmeticOperator.DividedBy or ArithmeticOperator.Remainder or ArithmeticOperator.WholeQuotient;
        if (divides && b == 0)
            return null;
        var value = sign switch
        {
            ArithmeticOperator.Plus => a + b,
            ArithmeticOperator.Minus => a - b,
            ArithmeticOperator.Times => a * b,
            ArithmeticOperator.DividedBy => a / b,
            ArithmeticOperator.Remainder => a % b,
            ArithmeticOperator.WholeQuotient => Math.Truncate(a / b),
            _ => Math.Pow(a, b),
        };
        return double.IsNaN(value) ? null : value;
    }

    private static Rune[] Runes(string text) => [.. text.EnumerateRunes()];

    private static bool Matches(ReadOnlySpan<Rune> text, ReadOnlySpan<Rune> pattern)
    {
        if (pattern.IsEmpty)
            return text.IsEmpty;
        var rest = pattern[1..];
        switch (pattern[0].Value)
        {
            case '%':
                for (var skipped = 0; skipped <= text.Length; skipped++)
                {
                    if (Matches(text[skipped..], rest))
                        return true;
                }
                return false;
            case '_':
                return !text.IsEmpty && Matches(text[1..], rest);
            case '\\' when !rest.IsEmpty:
                return !text.IsEmpty && text[0] == rest[0] && Matches(text[1..], rest[1..]);
            default:
                return !text.IsEmpty && text[0] == pattern[0] && Matches(text[1..], rest);
        }
    }

    private bool? Holds(TemporalRelation relation, Operand left, Operand right)
    {
        var days = Ends(left)
            .Concat(Ends(right))
            .Any(end => end is not null && queryables.TypeOf(end) == FilterType.Date);
        var (start1, end1) = (Moment(left, days, false), Moment(left, days, true));
        var (start2, end2) = (Moment(right, days, false), Moment(right, days, true));
        return relation switch
        {
            TemporalRelation.After => Less(end2, start1),
            TemporalRelation.Before => Less(end1, start2),
            TemporalRelation.Disjoint => Less(end1, start2) | Less(end2, start1),
            TemporalRelation.Intersects => !Less(end1, start2) & !Less(end2, start1),
            TemporalRelation.Equals => Same(start1, start2) & Same(end1, end2),
            TemporalRelation.Contains => Less(start1, start2) & Less(end2, end1),
            TemporalRelation.During => Less(start2, start1) & Less(end1, end2),
            TemporalRelation.FinishedBy => Less(start1, start2) & Same(end1, end2),
            TemporalRelation.Finishes => Less(start2, start1) & Same(end1, end2),
            TemporalRelation.Meets => Same(end1, start2),
            TemporalRelation.MetBy => Same(start1, end2),
            TemporalRelation.OverlappedBy => Less(start2, start1) & Less(start1, end2) & Less(end2, end1),
            TemporalRelation.Overlaps => Less(start1, start2) & Less(start2, end1) & Less(end1, end2),
            TemporalRelation.StartedBy => Same(start1, start2) & Less(end2, end1),
            _ => Same(start1, start2) & Less(end1, end2),
        };
    }

    private static bool? Less(decimal? one, decimal? other) => one is null || other is null ? null : one < other;

    private static bool? Same(decimal? one, decimal? other) => one is null || other is null ? null : one == other;

    private static Operand?[] Ends(Operand time) => time is IntervalValue(var start, var end) ? [start, end] : [time];

    private decimal? Moment(Operand time, bool days, bool end)
    {
        if (time is not IntervalValue interval)
            return Value(time) is { } known ? Moment(known, days) : null;
        var bound = end ? interval.End : interval.Start;
        if (bound is null)
            return end ? decimal.MaxValue : decimal.MinValue;
        return Value(bound) is { } value ? Moment(value, days) : null;
    }

    private static decimal Moment(object value, bool days) =>
        value switch
        {
            DateOnly day => day.DayNumber,
            DateTime instant when days => DateOnly.FromDateTime(instant).DayNumber,
            DateTime instant => instant.Ticks,
            _ => throw new NotSupportedException(value.GetType().Name),
        };
}
