namespace LandLedger.Filters.Binding;

/// <summary>
/// Holds a tree against the properties of a collection, from the leaves up: predicates here, values in the file beside. A
/// method that returns null has left its error behind.
/// </summary>
internal sealed partial class Binder(Queryables queryables, Placing placing)
{
    private readonly SortedSet<string> _properties = new(StringComparer.Ordinal);

    public FilterError? Error { get; private set; }

    public IReadOnlyCollection<string> Properties => _properties;

    public Predicate? Bind(Predicate predicate) =>
        predicate switch
        {
            And and => Terms(and.Terms) is { } terms ? Constants.Fold(new And(terms)) : null,
            Or or => Terms(or.Terms) is { } terms ? Constants.Fold(new Or(terms)) : null,
            Not not => Bind(not.Term) is { } term ? Constants.Fold(new Not(term)) : null,
            Comparison(var comparator, var left, var right) => Alike([left, right]) is [var a, var b]
                ? Constants.Fold(new Comparison(comparator, a, b))
                : null,
            Between(var value, var low, var high) => Alike([value, low, high]) is [var v, var l, var h]
                ? Constants.Fold(
                    new And([
                        Constants.Fold(new Comparison(Comparator.GreaterOrEqual, v, l)),
                        Constants.Fold(new Comparison(Comparator.LessOrEqual, v, h)),
                    ])
                )
                : null,
            In(var value, var items) => Alike([value, .. items]) is { } all ? new In(all[0], [.. all.Skip(1)]) : null,
            Like(var text, var pattern) => Typed(text, FilterType.Text) is { } t && Value(pattern) is { } p
                ? new Like(t, p)
                : null,
            IsNull isNull => Value(isNull.Value) is { } value ? new IsNull(value) : null,
            SpatialPredicate spatial => Spatial(spatial),
            TemporalPredicate temporal => Temporal(temporal),
            ArrayPredicate arrays => Arrays(arrays),
            _ => predicate,
        };

    private Operands? Terms(Operands terms)
    {
        var bound = new List<Operand>(terms.Count);
        foreach (var term in terms)
        {
            if (Bind((Predicate)term) is not { } good)
                return null;
            bound.Add(good);
        }
        return [.. bound];
    }

    private Predicate? Spatial(SpatialPredicate spatial)
    {
        if (Typed(spatial.Left, FilterType.Geometry) is not { } left)
            return null;
        if (Typed(spatial.Right, FilterType.Geometry) is not { } right)
            return null;
        return left is ShapeValue a && right is ShapeValue b
            ? new Truth(ShapeRelation.Holds(spatial.Relation, a.Shape, b.Shape))
            : Turned.Of(new SpatialPredicate(spatial.Relation, left, right));
    }

    private Predicate? Temporal(TemporalPredicate temporal) =>
        Time(temporal, temporal.Left) is { } left && Time(temporal, temporal.Right) is { } right
            ? TimeRelations.Of(temporal.Relation, left, right)
            : null;

    private Operand? Time(TemporalPredicate temporal, Operand operand)
    {
        if (Value(operand) is not { } time)
            return null;
        var type = queryables.TypeOf(time);
        if (type is not (FilterType.Date or FilterType.Timestamp or FilterType.Interval))
            return Wrong(operand, type, FilterType.Timestamp);
        return type == FilterType.Interval || temporal.Relation <= TemporalRelation.Intersects
            ? time
            : Wrong(operand, type, FilterType.Interval);
    }

    /// <summary>Properties have texts as items; arrays of literals may have any.</summary>
    private Predicate? Arrays(ArrayPredicate arrays)
    {
        if (
            Typed(arrays.Left, FilterType.List) is not { } left
            || Typed(arrays.Right, FilterType.List) is not { } right
        )
            return null;
        if (Constants.IsLiteral(left) && Constants.IsLiteral(right))
            return new Truth(LiteralSets.Holds(arrays.Relation, (ListValue)left, (ListValue)right));
        foreach (var item in new[] { left, right }.OfType<ListValue>().SelectMany(list => list.Items))
        {
            if (queryables.TypeOf(item) is not FilterType.Text and var type)
                return Wrong<Predicate>(item, type, FilterType.Text);
        }
        return new ArrayPredicate(arrays.Relation, left, right);
    }
}
