using LandLedger.Filters;

namespace LandLedger.GeoPackage.Filters;

internal sealed partial class SqlWriter
{
    /// <summary>Where a day meets an instant, both are days.</summary>
    private SqlForm FormOf(ReadOnlySpan<Operand> operands)
    {
        var form = SqlForm.Plain;
        foreach (var operand in operands)
        {
            var type = queryables.TypeOf(operand);
            if (type == FilterType.Date)
                return SqlForm.Day;
            if (type == FilterType.Timestamp)
                form = SqlForm.Ticks;
        }
        return form;
    }

    private string Compare(Comparator comparator, Operand left, Operand right, bool sure) =>
        Compare(comparator, left, right, FormOf([left, right]), sure);

    private string Compare(Comparator comparator, Operand left, Operand right, SqlForm form, bool sure)
    {
        var exact = $"{Value(left, form)} {Sign(comparator)} {Value(right, form)}";
        if (!sure)
            return exact;
        return Coarse(comparator, left, right) is { } coarse ? $"({coarse} AND {exact})"
            : Coarse(Turned(comparator), right, left) is { } turned ? $"({turned} AND {exact})"
            : exact;
    }

    /// <summary>
    /// A column of instants against a literal, by their texts and a day or two too wide: an index on the column can answer
    /// that.
    /// </summary>
    private string? Coarse(Comparator comparator, Operand left, Operand right)
    {
        if (left is not Property property || queryables.TypeOf(property) != FilterType.Timestamp)
            return null;
        DateOnly? day = right switch
        {
            DayValue value => value.Day,
            InstantValue value => DateOnly.FromDateTime(value.Utc),
            _ => null,
        };
        if (day is not { } known || comparator == Comparator.NotEqual)
            return null;
        var column = table.Column(property.Name);
        var from = comparator is Comparator.Less or Comparator.LessOrEqual
            ? null
            : $"{column} >= {Parameter(SqlTime.Before(known))}";
        var to = comparator is Comparator.Greater or Comparator.GreaterOrEqual
            ? null
            : $"{column} < {Parameter(SqlTime.After(known))}";
        return from is null || to is null ? from ?? to : $"{from} AND {to}";
    }

    private static Comparator Turned(Comparator comparator) =>
        comparator switch
        {
            Comparator.Less => Comparator.Greater,
            Comparator.Greater => Comparator.Less,
            Comparator.LessOrEqual => Comparator.GreaterOrEqual,
            Comparator.GreaterOrEqual => Comparator.LessOrEqual,
            _ => comparator,
        };

    /// <summary>Relations of time as comparisons of starts and ends, both included.</summary>
    private string Temporal(TemporalRelation relation, Operand left, Operand right, bool sure)
    {
        var (start1, end1) = EndsOf(left);
        var (start2, end2) = EndsOf(right);
        var form = FormOf([.. new[] { start1, end1, start2, end2 }.Select(end => end.Value).OfType<Operand>()]);
        return relation switch
        {
            TemporalRelation.After => Ends(start1, Comparator.Greater, end2),
            TemporalRelation.Before => Ends(end1, Comparator.Less, start2),
            TemporalRelation.Disjoint =>
                $"({Ends(end1, Comparator.Less, start2)} OR {Ends(start1, Comparator.Greater, end2)})",
            TemporalRelation.Intersects => Both(
                Ends(start1, Comparator.LessOrEqual, end2),
                Ends(end1, Comparator.GreaterOrEqual, start2)
            ),
            TemporalRelation.Equals => Order(Comparator.Equal, Comparator.Equal),
            TemporalRelation.Contains => Order(Comparator.Less, Comparator.Greater),
            TemporalRelation.During => Order(Comparator.Greater, Comparator.Less),
            TemporalRelation.Finishes => Order(Comparator.Greater, Comparator.Equal),
            TemporalRelation.FinishedBy => Order(Comparator.Less, Comparator.Equal),
            TemporalRelation.Starts => Order(Comparator.Equal, Comparator.Less),
            TemporalRelation.StartedBy => Order(Comparator.Equal, Comparator.Greater),
            TemporalRelation.Meets => Ends(end1, Comparator.Equal, start2),
            TemporalRelation.MetBy => Ends(start1, Comparator.Equal, end2),
            TemporalRelation.Overlaps => Both(
                Order(Comparator.Less, Comparator.Less),
                Ends(end1, Comparator.Greater, start2)
            ),
            _ => Both(Order(Comparator.Greater, Comparator.Greater), Ends(start1, Comparator.Less, end2)),
        };

        string Order(Comparator starts, Comparator ends) => Both(Ends(start1, starts, start2), Ends(end1, ends, end2));

        string Ends(TimeEnd one, Comparator comparator, TimeEnd other) =>
            CompareEnds(comparator, one, other, form, sure);

        static string Both(string one, string other) => $"({one} AND {other})";
    }

    /// <summary>An open end is before or after every time that is known; against one that is not, all is unknown.</summary>
    private string CompareEnds(Comparator comparator, TimeEnd one, TimeEnd other, SqlForm form, bool sure)
    {
        if (one.Value is { } left && other.Value is { } right)
            return Compare(comparator, left, right, form, sure);
        var order = one.Side.CompareTo(other.Side);
        var holds = comparator switch
        {
            Comparator.Equal => order == 0,
            Comparator.Less => order < 0,
            Comparator.Greater => order > 0,
            Comparator.LessOrEqual => order <= 0,
            _ => order >= 0,
        };
        var known = one.Value ?? other.Value;
        if (known is not Property)
            return holds ? "TRUE" : "FALSE";
        var value = Value(known, form);
        return holds ? $"({value} IS NOT NULL OR NULL)" : $"({value} IS NULL AND NULL)";
    }

    private static (TimeEnd Start, TimeEnd End) EndsOf(Operand time) =>
        time is IntervalValue(var start, var end) ? (new(start, -1), new(end, 1)) : (new(time, 0), new(time, 0));

    /// <summary>A start or end; one without value is open, before all times (-1) or after them (1).</summary>
    private readonly record struct TimeEnd(Operand? Value, int Openness)
    {
        public int Side => Value is null ? Openness : 0;
    }
}
