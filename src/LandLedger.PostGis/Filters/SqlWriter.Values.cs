using System.Globalization;
using LandLedger.Fields;
using LandLedger.Filters;

namespace LandLedger.PostGis.Filters;

/// <summary>
/// Values stand as texts that the server reads: its numbers have as many digits as they need, its days go back to the year 1.
/// </summary>
internal sealed partial class SqlWriter
{
    /// <summary>The column that says unknown by an empty text.</summary>
    private const string Blank = "county";

    private string Value(Operand operand, bool days = false) =>
        operand switch
        {
            DayValue(var day) => Day(day),
            InstantValue(var utc) => days ? Day(DateOnly.FromDateTime(utc)) : Number(Written(utc.Ticks)),
            Property property => Column(property),
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

    private string Column(Property property) =>
        property.Name switch
        {
            PlotQueryables.Geometry => "p.geom",
            Blank => ByCodePoint($"nullif(p.{Blank}, '')"),
            var name => queryables.TypeOf(property) == FilterType.Text ? ByCodePoint("p." + name) : "p." + name,
        };

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

    /// <summary>Texts of a column are joined by 、.</summary>
    private string List(Operand operand) =>
        operand switch
        {
            Property property => $"array_remove(string_to_array({Column(property)}, '、'), '')",
            ListValue list => $"CAST(ARRAY[{string.Join(", ", list.Items.Select(item => Value(item)))}] AS text[])",
            _ => throw new ArgumentOutOfRangeException(nameof(operand), operand.GetType(), null),
        };
}
