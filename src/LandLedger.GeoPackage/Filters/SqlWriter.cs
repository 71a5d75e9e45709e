using System.Globalization;
using System.Text;
using LandLedger.Filters;

namespace LandLedger.GeoPackage.Filters;

/// <summary>
/// A bound tree as SQL: predicates here; values, times and geometries in the files beside. A test is "sure" where false and
/// unknown come to the same, that is outside NOT and IS NULL: only there an index may be asked first.
/// </summary>
internal sealed partial class SqlWriter(Queryables queryables, FilterTable table, int first)
{
    private readonly List<object> _values = [];

    public IReadOnlyList<object> Values => _values;

    /// <summary>Bytes of the longest pattern.</summary>
    public int LongestPattern { get; private set; }

    public string Test(Predicate predicate, bool sure) =>
        predicate switch
        {
            And and => Joined(" AND ", and.Terms, sure),
            Or or => Joined(" OR ", or.Terms, sure),
            Not not => $"NOT ({Test(not.Term, sure: false)})",
            Comparison comparison => Compare(comparison, sure),
            In(var value, var items) => OneOf(value, items),
            Like(var text, var pattern) => $"{Value(text)} GLOB {Pattern(((TextValue)pattern).Text)}",
            IsNull isNull => Unknown(isNull.Value),
            SpatialPredicate spatial => Spatial(spatial, sure),
            ArrayPredicate(var relation, var left, var right) =>
                $"{FilterFunctions.Array}({(int)relation}, {List(left)}, {List(right)})",
            Truth truth => truth.Value ? "TRUE" : "FALSE",
            _ => throw new ArgumentOutOfRangeException(nameof(predicate), predicate.GetType(), null),
        };

    private string Pattern(string pattern)
    {
        var glob = GlobPattern.Of(pattern);
        LongestPattern = Math.Max(LongestPattern, Encoding.UTF8.GetByteCount(glob));
        return Parameter(glob);
    }

    private string Parameter(object value)
    {
        _values.Add(value);
        return "?" + (first + _values.Count - 1).ToString(CultureInfo.InvariantCulture);
    }

    private string Joined(string word, Operands terms, bool sure) =>
        Halved(word, [.. terms.Select(term => "(" + Test((Predicate)term, sure) + ")")]);

    /// <summary>Brackets in halves: SQLite counts the depth of a tree, and a plain chain is as deep as it is long.</summary>
    private static string Halved(string word, ReadOnlySpan<string> terms)
    {
        if (terms.Length == 1)
            return terms[0];
        var half = terms.Length / 2;
        return "(" + Halved(word, terms[..half]) + word + Halved(word, terms[half..]) + ")";
    }

    private string OneOf(Operand value, Operands items)
    {
        var form = FormOf([value, .. items]);
        return $"{Value(value, form)} IN ({string.Join(", ", items.Select(item => Value(item, form)))})";
    }

    private string Unknown(Operand value) =>
        value switch
        {
            Predicate predicate => $"({Test(predicate, sure: false)}) IS NULL",
            Property property => Column(property, SqlForm.Plain) + " IS NULL",
            IntervalValue(var start, var end) => $"({Missing(start)} OR {Missing(end)})",
            Folded or Arithmetic => Value(value) + " IS NULL",
            _ => "FALSE",
        };

    private string Missing(Operand? end) => end is Property property ? Unknown(property) : "FALSE";
}
