using LandLedger.Filters;

namespace LandLedger.GeoPackage.Filters;

/// <summary>How values of one comparison stand in SQL.</summary>
internal enum SqlForm
{
    /// <summary>As the column has it.</summary>
    Plain,

    /// <summary>yyyy-MM-dd.</summary>
    Day,

    /// <summary>Ticks in UTC, whatever form of instant the column has.</summary>
    Ticks,
}

internal sealed partial class SqlWriter
{
    private string Value(Operand operand, SqlForm form = SqlForm.Plain) =>
        operand switch
        {
            DayValue day => Parameter(SqlTime.Day(day.Day)),
            InstantValue instant when form == SqlForm.Day => Parameter(SqlTime.Day(DateOnly.FromDateTime(instant.Utc))),
            InstantValue instant => Parameter(instant.Utc.Ticks),
            Property property => Column(property, form),
            NumberValue number => Parameter(number.Whole is { } whole ? whole : number.Value),
            TextValue text => Parameter(text.Text),
            Folded(var folding, var text) =>
                $"{(folding == Folding.Case ? FilterFunctions.Case : FilterFunctions.Accents)}({Value(text)})",
            Arithmetic(var sign, var left, var right) => Calculated(sign, Value(left), Value(right)),
            Predicate predicate => "(" + Test(predicate, sure: false) + ")",
            _ => throw new ArgumentOutOfRangeException(nameof(operand), operand.GetType(), null),
        };

    private string Column(Property property, SqlForm form)
    {
        var column = table.Column(property.Name);
        if (table.Blank.Contains(property.Name))
            column = $"nullif({column}, '')";
        return queryables.TypeOf(property) != FilterType.Timestamp || form == SqlForm.Plain ? column
            : form == SqlForm.Day ? $"{FilterFunctions.Day}({column})"
            : $"{FilterFunctions.Instant}({column})";
    }

    /// <summary>SQLite divides whole numbers without remainder and knows % of whole numbers only; by zero is null.</summary>
    private static string Calculated(ArithmeticOperator sign, string left, string right) =>
        sign switch
        {
            ArithmeticOperator.Plus => $"({left} + {right})",
            ArithmeticOperator.Minus => $"({left} - {right})",
            ArithmeticOperator.Times => $"({left} * {right})",
            ArithmeticOperator.DividedBy => $"(CAST({left} AS REAL) / {right})",
            ArithmeticOperator.Remainder => $"mod({left}, {right})",
            ArithmeticOperator.WholeQuotient => $"trunc(CAST({left} AS REAL) / {right})",
            _ => $"pow({left}, {right})",
        };

    /// <summary>Texts of a column are joined by 、 or a JSON array, literals make one; functions see JSON either way.</summary>
    private string List(Operand operand) =>
        operand switch
        {
            Property property when table.HasJsonLists => Valid(table.Column(property.Name)),
            Property property => $"{FilterFunctions.Items}({table.Column(property.Name)})",
            ListValue list => $"json_array({string.Join(", ", list.Items.Select(item => Value(item)))})",
            _ => throw new ArgumentOutOfRangeException(nameof(operand), operand.GetType(), null),
        };

    private static string Valid(string json) =>
        $"CASE WHEN json_valid({json}) AND json_type({json}) = 'array' THEN {json} END";

    private static string Sign(Comparator comparator) =>
        comparator switch
        {
            Comparator.Equal => "=",
            Comparator.NotEqual => "<>",
            Comparator.Less => "<",
            Comparator.Greater => ">",
            Comparator.LessOrEqual => "<=",
            _ => ">=",
        };
}
