using System.Text;

namespace LandLedger.Filters.Cql;

/// <summary>A tree as CQL2 Text, with brackets only where they are needed or make it easier to read.</summary>
internal sealed class TextTree
{
    private readonly StringBuilder _text = new();

    public static string Write(Operand operand)
    {
        var writer = new TextTree();
        writer.Put(operand);
        return writer._text.ToString();
    }

    private void Put(Operand operand)
    {
        switch (operand)
        {
            case And and:
                Join(and.Terms, " AND ", PutTerm);
                break;
            case Or or:
                Join(or.Terms, " OR ", PutTerm);
                break;
            case Not not:
                PutNot(not.Term);
                break;
            case Comparison(var comparator, var left, var right):
                PutValue(left);
                _text.Append(' ').Append(Names.Comparators.Text(comparator)).Append(' ');
                PutValue(right);
                break;
            case Like or Between or In or IsNull:
                PutTest((Predicate)operand, "");
                break;
            case SpatialPredicate(var relation, var left, var right):
                PutCall(Names.Spatial.Text(relation), [left, right]);
                break;
            case TemporalPredicate(var relation, var left, var right):
                PutCall(Names.Temporal.Text(relation), [left, right]);
                break;
            case ArrayPredicate(var relation, var left, var right):
                PutCall(Names.Arrays.Text(relation), [left, right]);
                break;
            case Folded(var folding, var text):
                PutCall(Names.Foldings.Text(folding), [text]);
                break;
            case ListValue list:
                PutCall("", list.Items);
                break;
            case Arithmetic arithmetic:
                PutArithmetic(arithmetic);
                break;
            default:
                Literals.Put(_text, operand);
                break;
        }
    }

    private void PutNot(Predicate term)
    {
        if (term is Like or Between or In or IsNull)
        {
            PutTest(term, "NOT ");
            return;
        }
        _text.Append("NOT ");
        if (term is SpatialPredicate or TemporalPredicate or ArrayPredicate or Truth)
            Put(term);
        else
            PutBracketed(term);
    }

    private void PutTest(Predicate test, string not)
    {
        switch (test)
        {
            case Like(var text, var pattern):
                PutValue(text);
                _text.Append(' ').Append(not).Append("LIKE ");
                Put(pattern);
                break;
            case Between(var value, var low, var high):
                PutValue(value);
                _text.Append(' ').Append(not).Append("BETWEEN ");
                PutValue(low);
                _text.Append(" AND ");
                PutValue(high);
                break;
            case In(var value, var items):
                PutValue(value);
                _text.Append(' ').Append(not).Append("IN (");
                Join(items, ", ", PutValue);
                _text.Append(')');
                break;
            case IsNull(var value):
                PutValue(value);
                _text.Append(" IS ").Append(not).Append("NULL");
                break;
        }
    }

    private void PutArithmetic(Arithmetic arithmetic)
    {
        var rank = Rank(arithmetic);
        var power = arithmetic.Operator == ArithmeticOperator.ToThePower;
        PutPart(arithmetic.Left, power || Rank(arithmetic.Left) < rank);
        var sign = Names.Operators.Json(arithmetic.Operator);
        _ = power ? _text.Append(sign) : _text.Append(' ').Append(sign).Append(' ');
        PutPart(arithmetic.Right, Rank(arithmetic.Right) <= rank);
    }

    private void PutPart(Operand part, bool bracketed)
    {
        if (bracketed && part is Arithmetic)
            PutBracketed(part);
        else
            PutValue(part);
    }

    private static int Rank(Operand operand) =>
        operand is not Arithmetic arithmetic
            ? int.MaxValue
            : arithmetic.Operator switch
            {
                ArithmeticOperator.Plus or ArithmeticOperator.Minus => 1,
                ArithmeticOperator.ToThePower => 3,
                _ => 2,
            };

    private void PutCall(string name, IReadOnlyList<Operand> arguments)
    {
        _text.Append(name).Append('(');
        Join(arguments, ", ", Put);
        _text.Append(')');
    }

    private void PutTerm(Operand term)
    {
        if (term is And or Or)
            PutBracketed(term);
        else
            Put(term);
    }

    /// <summary>A predicate where a value is wanted stands in brackets.</summary>
    private void PutValue(Operand value)
    {
        if (value is Predicate and not Truth)
            PutBracketed(value);
        else
            Put(value);
    }

    private void PutBracketed(Operand operand)
    {
        _text.Append('(');
        Put(operand);
        _text.Append(')');
    }

    private void Join(IReadOnlyList<Operand> operands, string between, Action<Operand> put)
    {
        for (var i = 0; i < operands.Count; i++)
        {
            if (i > 0)
                _text.Append(between);
            put(operands[i]);
        }
    }
}
