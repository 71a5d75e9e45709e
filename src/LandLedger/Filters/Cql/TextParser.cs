namespace LandLedger.Filters.Cql;

/// <summary>
/// CQL2 Text from left to right, one token ahead, without a step back: logic here, values, functions and geometries in the files
/// beside. A method that returns null has left its error behind.
/// </summary>
internal sealed partial class TextParser
{
    private const int LongestFound = 40;

    private readonly string _text;
    private readonly Lexer _lexer;

    /// <summary>A level of the tree may need a NOT and a bracket.</summary>
    private readonly Budget _budget = new(2 * FilterLimits.Depth);
    private Token _token;
    private FilterError? _error;

    private TextParser(string text)
    {
        _text = text;
        _lexer = new(text);
        _token = _lexer.Next();
    }

    public static FilterResult<Predicate> Read(string text)
    {
        if (Budget.OfLength(text.Length) is { } tooLong)
            return tooLong;
        var parser = new TextParser(text);
        if (parser.Filter() is not { } filter)
            return parser._error!;
        return Height.Of(filter) <= FilterLimits.Depth ? filter : Budget.TooDeep;
    }

    private Predicate? Filter()
    {
        if (Any() is not { } operand || AsPredicate(operand) is not { } predicate)
            return null;
        return _token.Kind == TokenKind.End ? predicate : Expected<Predicate>("end");
    }

    private Operand? Any() => Terms("OR", All, terms => new Or(terms));

    private Operand? All() => Terms("AND", Negated, terms => new And(terms));

    private Operand? Terms(string word, Func<Operand?> term, Func<Operands, Predicate> join)
    {
        if (term() is not { } first)
            return null;
        if (!IsWord(word))
            return first;
        if (AsPredicate(first) is null)
            return null;
        var terms = new List<Operand> { first };
        while (Take(word))
        {
            if (term() is not { } next || AsPredicate(next) is null)
                return null;
            terms.Add(next);
        }
        return Made(join([.. terms]));
    }

    private Operand? Negated()
    {
        if (!Take("NOT"))
            return Test();
        if (!Enter() || Negated() is not { } term || AsPredicate(term) is not { } predicate)
            return null;
        _budget.Leave();
        return Made(new Not(predicate));
    }

    /// <summary>A value, and what is asked of it where something is.</summary>
    private Operand? Test()
    {
        if (Sum() is not { } value)
            return null;
        if (IsSign('=') || IsSign('<') || IsSign('>'))
        {
            var comparator = TakeComparator();
            return Sum() is { } right ? Made(new Comparison(comparator, value, right)) : null;
        }
        if (Take("IS"))
        {
            var given = Take("NOT");
            return Take("NULL") ? Negate(given, new IsNull(value)) : Expected("null");
        }
        var negated = Take("NOT");
        if (Take("LIKE"))
            return Pattern() is { } pattern ? Negate(negated, new Like(value, pattern)) : null;
        if (Take("BETWEEN"))
            return Range(value) is { } between ? Negate(negated, between) : null;
        if (Take("IN"))
            return List() is { } items ? Negate(negated, new In(value, items)) : null;
        return negated ? Expected("like-between-in") : value;
    }

    private Comparator TakeComparator()
    {
        var sign = _token.Value;
        Advance();
        if ((sign == "<" && (IsSign('=') || IsSign('>'))) || (sign == ">" && IsSign('=')))
        {
            sign += _token.Value;
            Advance();
        }
        return Names.Comparators.Find(sign)!.Value;
    }

    private Between? Range(Operand value)
    {
        if (Sum() is not { } low)
            return null;
        if (!Take("AND"))
            return Expected<Between>("and");
        return Sum() is { } high ? new Between(value, low, high) : null;
    }

    private Operands? List()
    {
        if (!Open())
            return null;
        var items = new List<Operand>();
        do
        {
            if (Sum() is not { } item)
                return null;
            items.Add(item);
        } while (TakeSign(','));
        return Close() ? [.. items] : null;
    }

    private Operand? Pattern()
    {
        var start = _token;
        if (Primary() is not { } pattern)
            return null;
        var inner = pattern;
        while (inner is Folded folded)
            inner = folded.Text;
        return inner is TextValue ? pattern : Expected<Operand>("pattern", start);
    }

    private Operand? Negate(bool negated, Predicate predicate) =>
        Made(predicate) is null ? null
        : negated ? Made(new Not(predicate))
        : predicate;

    private Predicate? AsPredicate(Operand operand) => operand as Predicate ?? Expected<Predicate>("comparison");
}
