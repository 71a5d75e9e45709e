using System.Buffers;
using System.Text;

namespace LandLedger.Filters.Cql;

/// <summary>Cuts CQL2 Text into tokens, one at a time, in one pass.</summary>
internal sealed class Lexer(string text)
{
    private const string Signs = "(),=<>+-*/%^";

    private int _at;

    public Token Next()
    {
        while (_at < text.Length && Letters.IsWhitespace(text[_at]))
            _at++;
        var start = _at;
        if (start == text.Length)
            return new(TokenKind.End, start, start, "");
        var letter = text[start];
        if (letter == '\'')
            return Text(start);
        if (letter == '"')
            return Quoted(start);
        if (char.IsAsciiDigit(letter) || (letter == '.' && IsDigit(start + 1)))
            return Number(start);
        if (Signs.Contains(letter))
        {
            _at++;
            return Cut(TokenKind.Sign, start);
        }
        return Name(start);
    }

    private Token Cut(TokenKind kind, int start) => new(kind, start, _at, text[start.._at]);

    private Token Wrong(string code, int start) => new(TokenKind.Wrong, start, Math.Max(_at, start + 1), code);

    private bool IsDigit(int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private Token Number(int start)
    {
        Digits();
        if (_at < text.Length && text[_at] == '.')
        {
            _at++;
            Digits();
        }
        if (_at < text.Length && text[_at] is 'E' or 'e')
        {
            var sign = _at + 1 < text.Length && text[_at + 1] is '+' or '-' ? 1 : 0;
            if (IsDigit(_at + 1 + sign))
            {
                _at += 1 + sign;
                Digits();
            }
        }
        return Cut(TokenKind.Number, start);
    }

    private void Digits()
    {
        while (IsDigit(_at))
            _at++;
    }

    private Token Name(int start)
    {
        while (
            Rune.DecodeFromUtf16(text.AsSpan(_at), out var rune, out var length) == OperationStatus.Done
            && (_at == start ? Letters.StartsName(rune) : Letters.ContinuesName(rune))
        )
            _at += length;
        return _at == start ? Wrong("character", start) : Cut(TokenKind.Name, start);
    }

    /// <summary>A name of any characters; a double quote in it stands twice.</summary>
    private Token Quoted(int start)
    {
        var name = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] != '"')
            {
                name.Append(text[_at]);
                continue;
            }
            _at++;
            if (_at == text.Length || text[_at] != '"')
                return Letters.AreText(name.ToString())
                    ? new(TokenKind.QuotedName, start, _at, name.ToString())
                    : Wrong("character", start);
            name.Append('"');
        }
        return Wrong("name-open", start);
    }

    /// <summary>A quote stands twice or behind a backslash; a backslash before anything else but its escapes is itself.</summary>
    private Token Text(int start)
    {
        var value = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            var (letter, next) = (text[_at], _at + 1 < text.Length ? text[_at + 1] : '\0');
            if (letter == '\'' && next != '\'')
            {
                _at++;
                return Letters.AreText(value.ToString())
                    ? new(TokenKind.Text, start, _at, value.ToString())
                    : Wrong("character", start);
            }
            var escape = letter == '\\' ? Letters.Escapes.IndexOf(next, StringComparison.Ordinal) : -1;
            if (letter == '\'' || escape >= 0 || (letter == '\\' && next is '\'' or '\\'))
                _at++;
            value.Append(escape >= 0 ? Letters.Escaped[escape] : text[_at]);
        }
        return Wrong("text-open", start);
    }
}
