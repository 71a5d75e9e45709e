namespace LandLedger.Filters.Binding;

/// <summary>Relations of time as comparisons of starts and ends, both included, which every store understands.</summary>
internal static class TimeRelations
{
    public static Predicate Of(TemporalRelation relation, Operand left, Operand right)
    {
        var (start1, end1) = EndsOf(left);
        var (start2, end2) = EndsOf(right);
        return relation switch
        {
            TemporalRelation.After => Compared(start1, Comparator.Greater, end2),
            TemporalRelation.Before => Compared(end1, Comparator.Less, start2),
            TemporalRelation.Disjoint => Constants.Fold(
                new Or([Compared(end1, Comparator.Less, start2), Compared(start1, Comparator.Greater, end2)])
            ),
            TemporalRelation.Intersects => Both(
                Compared(start1, Comparator.LessOrEqual, end2),
                Compared(end1, Comparator.GreaterOrEqual, start2)
            ),
            TemporalRelation.Equals => Order(Comparator.Equal, Comparator.Equal),
            TemporalRelation.Contains => Order(Comparator.Less, Comparator.Greater),
            TemporalRelation.During => Order(Comparator.Greater, Comparator.Less),
            TemporalRelation.Finishes => Order(Comparator.Greater, Comparator.Equal),
            TemporalRelation.FinishedBy => Order(Comparator.Less, Comparator.Equal),
            TemporalRelation.Starts => Order(Comparator.Equal, Comparator.Less),
            TemporalRelation.StartedBy => Order(Comparator.Equal, Comparator.Greater),
            TemporalRelation.Meets => Compared(end1, Comparator.Equal, start2),
            TemporalRelation.MetBy => Compared(start1, Comparator.Equal, end2),
            TemporalRelation.Overlaps => Both(
                Order(Comparator.Less, Comparator.Less),
                Compared(end1, Comparator.Greater, start2)
            ),
            _ => Both(Order(Comparator.Greater, Comparator.Greater), Compared(start1, Comparator.Less, end2)),
        };

        Predicate Order(Comparator starts, Comparator ends) =>
            Both(Compared(start1, starts, start2), Compared(end1, ends, end2));

        static Predicate Both(Predicate one, Predicate other) => Constants.Fold(new And([one, other]));
    }

    /// <summary>
    /// An open end is before or after every time that is known. Against a property, which may be absent, that is told by
    /// comparing the property with itself: true or false where it is known, unknown where it is not.
    /// </summary>
    private static Predicate Compared(TimeEnd one, Comparator comparator, TimeEnd other)
    {
        if (one.Value is { } left && other.Value is { } right)
            return Turned.Of(new Comparison(comparator, left, right));
        var holds = Comparators.Hold(comparator, one.Side.CompareTo(other.Side));
        return (one.Value ?? other.Value) is Property known
            ? new Comparison(holds ? Comparator.Equal : Comparator.NotEqual, known, known)
            : new Truth(holds);
    }

    private static (TimeEnd Start, TimeEnd End) EndsOf(Operand time) =>
        time is IntervalValue(var start, var end) ? (new(start, -1), new(end, 1)) : (new(time, 0), new(time, 0));

    /// <summary>A start or end; one without value is open, before all times (-1) or after them (1).</summary>
    private readonly record struct TimeEnd(Operand? Value, int Openness)
    {
        public int Side => Value is null ? Openness : 0;
    }
}
