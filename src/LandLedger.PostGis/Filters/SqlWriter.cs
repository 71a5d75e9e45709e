using System.Globalization;
using LandLedger.Filters;

namespace LandLedger.PostGis.Filters;

/// <summary>
/// A bound tree as SQL: predicates here; values and geometries in the files beside. A test is "sure" where false and unknown come
/// to the same, that is outside NOT and IS NULL: only there an index may be asked first.
/// </summary>
internal sealed partial class SqlWriter(Queryables queryables, FilterTable table, int first)
{
    private readonly List<object> _values = [];

    /// <summary>string, double or byte[].</summary>
    public IReadOnlyList<object> Values => _values;

    public string Test(Predicate predicate, bool sure) =>
        predicate switch
        {
            And and => Joined(" AND ", and.Terms, sure),
            Or or => Joined(" OR ", or.Terms, sure),
            Not not => $"NOT ({Test(not.Term, sure: false)})",
            Comparison comparison => Compare(comparison, sure),
            In(var value, var items) => OneOf(value, items),
            Like(var text, var pattern) =>
                $"{Value(text)} LIKE {Parameter(EscapedPattern.Of(((TextValue)pattern).Text))}",
            IsNull isNull => Unknown(isNull.Value),
            SpatialPredicate spatial => Spatial(spatial, sure),
            ArrayPredicate(var relation, var left, var right) => Array(relation, left, right),
            Truth truth => truth.Value ? "TRUE" : "FALSE",
            _ => throw new ArgumentOutOfRangeException(nameof(predicate), predicate.GetType(), null),
        };

    private string Parameter(object value)
    {
        _values.Add(value);
        return "$" + (first + _values.Count - 1).ToString(CultureInfo.InvariantCulture);
    }

    private string Joined(string word, Operands terms, bool sure) =>
        string.Join(word, terms.Select(term => "(" + Test((Predicate)term, sure) + ")"));

    /// <summary>Where a day meets an instant, both are days.</summary>
    private bool AreDays(ReadOnlySpan<Operand> operands)
    {
        foreach (var operand in operands)
        {
            if (queryables.TypeOf(operand) == FilterType.Date)
                return true;
        }
        return false;
    }

    private string Compare(Comparison comparison, bool sure)
    {
        var (comparator, left, right) = comparison;
        var days = AreDays([left, right]);
        var exact = $"{Value(left, days)} {Sign(comparator)} {Value(right, days)}";
        return sure && comparison is (Comparator.Equal, Property(var name), TextValue(var text)) && name == table.Blank
            ? $"{table.Columns[name]} = {Parameter(text)} AND {exact}"
            : exact;
    }

    private string OneOf(Operand value, Operands items)
    {
        var days = AreDays([value, .. items]);
        return $"{Value(value, days)} IN ({string.Join(", ", items.Select(item => Value(item, days)))})";
    }

    private string Unknown(Operand value) =>
        value switch
        {
            Predicate predicate => $"({Test(predicate, sure: false)}) IS NULL",
            Property or Folded or Arithmetic => Value(value) + " IS NULL",
            IntervalValue(var start, var end) => $"({Missing(start)} OR {Missing(end)})",
            _ => "FALSE",
        };

    private string Missing(Operand? end) => end is Property property ? Unknown(property) : "FALSE";

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
