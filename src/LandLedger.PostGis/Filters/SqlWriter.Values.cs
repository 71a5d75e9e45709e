using System.Globalization;
using LandLedger.Filters;

namespace LandLedger.PostGis.Filters;

/// <summary>
/// Values stand as texts that the server reads: its numbers have as many digits as they need, its days go back to the year 1.
/// </summary>
internal sealed partial class SqlWriter
{
    private string Value(Operand operand, bool days = false) =>
        operand switch
        {
            DayValue(var day) => Day(day),
            InstantValue(var utc) => days ? Day(DateOnly.FromDateTime(utc)) : Number(Written(utc.Ticks)),
            Property property => Column(property, days),
            NumberValue number => Number(number.Whole is { } whole ? Written(whole) : Written(number.Value)),
            TextValue(var text) => ByCodePoint(Parameter(text)),
            Folded(var folding, var text) => ByCodePoint(
                $"{(folding == Folding.Case ? "filter_case" : "filter_accents")}({Value(text)})"
            ),
            Arithmetic(var sign, var left, var right) =>
                $"filter_number('{Sign(sign)}', {Value(left)}, {Value(right)})",
            Predicate predicate => "(" + Test(predicate, sure: false) + ")",
            _ => throw new ArgumentOutOfRangeException(nameof(operand), operand.GetType(), null),
        };

    private string Column(Property property, bool days = false)
    {
        var column = table.Columns[property.Name];
        return queryables.TypeOf(property) switch
        {
            FilterType.Text when property.Name == table.Blank => ByCodePoint($"nullif({column}, '')"),
            FilterType.Text => ByCodePoint(column),
            FilterType.Timestamp when days => $"CAST({column} AT TIME ZONE 'UTC' AS date)",
            FilterType.Timestamp =>
                $"(extract(epoch FROM {column}) * {TimeSpan.TicksPerSecond} + {DateTime.UnixEpoch.Ticks})",
            _ => column,
        };
    }

    private static string ByCodePoint(string text) => text + " COLLATE \"C\"";

    private string Day(DateOnly day) =>
        $"CAST({Parameter(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))} AS date)";

    private string Number(string digits) => $"CAST({Parameter(digits)} AS numeric)";

    private static string Written(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static string Sign(ArithmeticOperator sign) =>
        sign switch
        {
            ArithmeticOperator.Plus => "+",
            ArithmeticOperator.Minus => "-",
            ArithmeticOperator.Times => "*",
            ArithmeticOperator.DividedBy => "/",
            ArithmeticOperator.Remainder => "%",
            ArithmeticOperator.WholeQuotient => "div",
            _ => "^",
        };

    /// <summary>Sets, unknown where an item of either is.</summary>
    private string Array(ArrayRelation relation, Operand left, Operand right)
    {
        var (one, other) = (List(left), List(right));
        var holds = relation switch
        {
            ArrayRelation.Equals => $"{one} @> {other} AND {one} <@ {other}",
            ArrayRelation.Contains => $"{one} @> {other}",
            ArrayRelation.ContainedBy => $"{one} <@ {other}",
            _ => $"{one} && {other}",
        };
        return $"CASE WHEN array_position({one}, NULL) IS NULL AND array_position({other}, NULL) IS NULL THEN {holds} END";
    }

    /// <summary>Texts of a column are an array, or joined by 、.</summary>
    private string List(Operand operand) =>
        operand switch
        {
            Property property when table.HasArrays => table.Columns[property.Name],
            Property property => $"array_remove(string_to_array({Column(property)}, '、'), '')",
            ListValue list => $"CAST(ARRAY[{string.Join(", ", list.Items.Select(item => Value(item)))}] AS text[])",
            _ => throw new ArgumentOutOfRangeException(nameof(operand), operand.GetType(), null),
        };
}
