using System.Text;
using LandLedger.Filters.Binding;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.Filters;

/// <summary>
/// Whether a bound filter is true of an item that is at hand, where no store can be asked: of what the rules conclude, of sums. It says
/// the same as the queries of the stores.
/// </summary>
/// <param name="valueOf">
/// The value of a property: string, double, bool, DateOnly, DateTime in UTC, a geometry, several texts; null for unknown.
/// </param>
public sealed partial class FilterTest<T>(BoundFilter filter, Func<T, string, object?> valueOf)
{
    /// <summary>Whether the filter looks at a property.</summary>
    public bool Names(string property) => filter.Properties.Contains(property);

    public bool Holds(T item) => Test(filter.Root, item) == true;

    /// <summary>Null for unknown.</summary>
    private bool? Test(Predicate predicate, T item) =>
        predicate switch
        {
            And and => All(and.Terms, item, true),
            Or or => !All(or.Terms, item, false),
            Not not => !Test(not.Term, item),
            Comparison comparison => Compare(comparison, item),
            In(var value, var items) => OneOf(value, items, item),
            Like(var text, var pattern) => Value(text, item) is string t
                ? LikeText.Matches(t, ((TextValue)pattern).Text)
                : null,
            IsNull isNull => IsUnknown(isNull.Value, item),
            SpatialPredicate(var relation, var left, var right) => Value(left, item) is Shape a
            && Value(right, item) is Shape b
                ? Holds(relation, a, b)
                : null,
            ArrayPredicate(var relation, var left, var right) => Set(left, item) is { } a && Set(right, item) is { } b
                ? Holds(relation, a, b)
                : null,
            Truth truth => truth.Value,
            _ => throw new ArgumentOutOfRangeException(nameof(predicate), predicate.GetType(), null),
        };

    /// <summary>Whether all terms are so, the first that is not decides.</summary>
    private bool? All(Operands terms, T item, bool so)
    {
        bool? all = true;
        foreach (var term in terms)
        {
            var told = Test((Predicate)term, item);
            if (told == !so)
                return false;
            if (told is null)
                all = null;
        }
        return all;
    }

    private bool? Compare(Comparison comparison, T item)
    {
        var (comparator, left, right) = comparison;
        return Value(left, item) is { } a && Value(right, item) is { } b
            ? Comparators.Hold(comparator, Order(a, b))
            : null;
    }

    private bool? OneOf(Operand value, Operands items, T item)
    {
        if (Value(value, item) is not { } sought)
            return null;
        // Where a day is among instants, all are days.
        var days = sought is DateTime && items.Any(item => filter.Queryables.TypeOf(item) == FilterType.Date);
        bool? found = false;
        foreach (var operand in items)
        {
            if (Value(operand, item) is not { } other)
                found = null;
            else if (Order(sought, other, days) == 0)
                return true;
        }
        return found;
    }

    private bool IsUnknown(Operand operand, T item) =>
        operand is IntervalValue(var start, var end)
            ? (start is not null && Value(start, item) is null) || (end is not null && Value(end, item) is null)
            : (operand is ListValue ? Set(operand, item) : Value(operand, item)) is null;

    /// <summary>Where a day meets an instant, both are days.</summary>
    private static int Order(object left, object right, bool days = false) =>
        (left, right) switch
        {
            (string a, string b) => string.Equals(a, b, StringComparison.Ordinal)
                ? 0
                : Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)),
            (double a, double b) => a.CompareTo(b),
            (bool a, bool b) => a.CompareTo(b),
            (DateTime a, DateTime b) when !days => a.CompareTo(b),
            _ => DayOf(left).CompareTo(DayOf(right)),
        };

    private static DateOnly DayOf(object time) =>
        time is DateTime instant ? DateOnly.FromDateTime(instant) : (DateOnly)time;

    private static bool Holds(SpatialRelation relation, Shape left, Shape right)
    {
        try
        {
            return ShapeRelation.Holds(relation, left, right);
        }
        catch (TopologyException)
        {
            return ShapeRelation.Holds(relation, GeometryFixer.Fix(left), GeometryFixer.Fix(right));
        }
    }

    private static bool Holds(ArrayRelation relation, HashSet<string> left, HashSet<string> right) =>
        relation switch
        {
            ArrayRelation.Equals => left.SetEquals(right),
            ArrayRelation.Contains => left.IsSupersetOf(right),
            ArrayRelation.ContainedBy => left.IsSubsetOf(right),
            _ => left.Overlaps(right),
        };
}
