using System.Text;

namespace LandLedger.Filters.Cql;

internal sealed partial class TextParser
{
    private void Advance() => _token = _lexer.Next();

    private bool IsSign(char sign) => _token.Kind == TokenKind.Sign && _token.Value[0] == sign;

    private bool IsWord(string word) =>
        _token.Kind == TokenKind.Name && _token.Value.Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool Take(string word)
    {
        if (!IsWord(word))
            return false;
        Advance();
        return true;
    }

    private bool TakeSign(char sign)
    {
        if (!IsSign(sign))
            return false;
        Advance();
        return true;
    }

    private bool Open() => TakeSign('(') || Refused("open");

    private bool Comma() => TakeSign(',') || Refused("comma");

    private bool Close() => TakeSign(')') || Refused("close");

    private bool Refused(string expected)
    {
        Expected<Operand>(expected);
        return false;
    }

    private T? Made<T>(T node)
        where T : Operand => _budget.Node() ? node : Fail<T>(_budget.Exceeded!, _token);

    private bool Enter()
    {
        if (_budget.Enter())
            return true;
        Fail<Operand>(_budget.Exceeded!, _token);
        return false;
    }

    private Operand? Expected(string what) => Expected<Operand>(what, _token);

    private T? Expected<T>(string what)
        where T : class => Expected<T>(what, _token);

    private T? Expected<T>(string what, Token token)
        where T : class =>
        token.Kind switch
        {
            TokenKind.Wrong => Fail<T>(token.Value, token, ("found", Found(token))),
            TokenKind.End => Fail<T>("ended", token, ("expected", what)),
            _ => Fail<T>("syntax", token, ("found", Found(token)), ("expected", what)),
        };

    private Operand? Fail(string code, Token token, params ReadOnlySpan<(string, string)> arguments) =>
        Fail<Operand>(FilterError.Of(code, arguments), token);

    private T? Fail<T>(string code, Token token, params ReadOnlySpan<(string, string)> arguments)
        where T : class => Fail<T>(FilterError.Of(code, arguments), token);

    /// <summary>
    /// Always null, so that a method can return it. The first error counts; places are counted in characters, of which some are
    /// two in a string.
    /// </summary>
    private T? Fail<T>(FilterError error, Token token)
        where T : class
    {
        _error ??= error with { Position = 1 + Encoding.UTF32.GetByteCount(_text.AsSpan(0, token.Start)) / 4 };
        return null;
    }

    private string Found(Token token)
    {
        var found = _text.AsSpan(token.Start, Math.Min(token.End - token.Start, LongestFound)).ToString();
        return token.End - token.Start > LongestFound ? found + "…" : found;
    }
}
