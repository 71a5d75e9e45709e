namespace LandLedger.Filters.Cql;

internal enum TokenKind
{
    End,
    Name,
    QuotedName,
    Text,
    Number,

    /// <summary>One character: a bracket, a comma, an operator.</summary>
    Sign,

    /// <summary>Nothing of the language; <see cref="Token.Value"/> is the code of the error.</summary>
    Wrong,
}

/// <summary>A piece of CQL2 Text, from <paramref name="Start"/> up to <paramref name="End"/>.</summary>
/// <param name="Value">The name, the text without quotes and escapes, the digits, the sign.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Value);
