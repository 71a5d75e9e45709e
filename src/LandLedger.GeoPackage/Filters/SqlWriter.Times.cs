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

    private string Compare(Comparison comparison, bool sure)
    {
        var (comparator, left, right) = comparison;
        var form = FormOf([left, right]);
        var exact = $"{Value(left, form)} {Sign(comparator)} {Value(right, form)}";
        return sure && Coarse(comparison) is { } coarse ? $"({coarse} AND {exact})" : exact;
    }

    /// <summary>
    /// A column of instants against a literal, by their texts and a day or two too wide: an index on the column can answer
    /// that.
    /// </summary>
    private string? Coarse(Comparison comparison)
    {
        if (comparison.Left is not Property property || queryables.TypeOf(property) != FilterType.Timestamp)
            return null;
        var comparator = comparison.Comparator;
        DateOnly? day = comparison.Right switch
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
}
