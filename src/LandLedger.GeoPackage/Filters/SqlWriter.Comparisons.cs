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
    /// What an index can answer of a column whose values a function must look at before they are compared with a literal: true
    /// wherever the comparison is.
    /// </summary>
    private string? Coarse(Comparison comparison) =>
        comparison switch
        {
            (var comparator, Property property, DayValue(var day)) when IsInstant(property) => Around(
                comparator,
                table.Column(property.Name),
                day
            ),
            (var comparator, Property property, InstantValue(var utc)) when IsInstant(property) => Around(
                comparator,
                table.Column(property.Name),
                DateOnly.FromDateTime(utc)
            ),
            (Comparator.Equal, Property(var name), TextValue(var text)) when table.Blank.Contains(name) =>
                $"{table.Column(name)} = {Parameter(text)}",
            _ => null,
        };

    private bool IsInstant(Property property) => queryables.TypeOf(property) == FilterType.Timestamp;

    /// <summary>By the texts of the instants, and a day or two too wide.</summary>
    private string? Around(Comparator comparator, string column, DateOnly day)
    {
        if (comparator == Comparator.NotEqual)
            return null;
        var from = comparator is Comparator.Less or Comparator.LessOrEqual
            ? null
            : $"{column} >= {Parameter(SqlTime.Before(day))}";
        var to = comparator is Comparator.Greater or Comparator.GreaterOrEqual
            ? null
            : $"{column} < {Parameter(SqlTime.After(day))}";
        return from is null || to is null ? from ?? to : $"{from} AND {to}";
    }
}
