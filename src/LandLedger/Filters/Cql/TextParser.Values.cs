namespace LandLedger.Filters.Cql;

internal sealed partial class TextParser
{
    private Operand? Sum() => Chain(Product, static token => token.Value is "+" or "-");

    private Operand? Product() =>
        Chain(
            Power,
            static token =>
                token.Value is "*" or "/" or "%" || token.Value.Equals("DIV", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Operators of one rank bind from the left; each makes the tree deeper by one.</summary>
    private Operand? Chain(Func<Operand?> part, Func<Token, bool> joins)
    {
        var value = part();
        var levels = 0;
        for (; value is not null && _token.Kind is TokenKind.Sign or TokenKind.Name && joins(_token); levels++)
        {
            var sign = Names.Operators.Find(_token.Value)!.Value;
            Advance();
            value = Enter() && part() is { } right ? Made(new Arithmetic(sign, value, right)) : null;
        }
        _budget.Leave(levels);
        return value;
    }

    private Operand? Power()
    {
        if (Factor() is not { } value)
            return null;
        if (!TakeSign('^'))
            return value;
        return Factor() is { } exponent ? Made(new Arithmetic(ArithmeticOperator.ToThePower, value, exponent)) : null;
    }

    /// <summary>A sign belongs to what follows it, before any power: -2^2 is 4.</summary>
    private Operand? Factor()
    {
        if (TakeSign('+'))
            return _token.Kind == TokenKind.Number ? Primary() : Expected("number");
        if (!TakeSign('-'))
            return Primary();
        if (!Enter() || Factor() is not { } value)
            return null;
        _budget.Leave();
        return value is NumberValue number
            ? Negative(number)
            : Made(new Arithmetic(ArithmeticOperator.Times, NumberValue.Of(-1), value));
    }

    private static NumberValue Negative(NumberValue number) =>
        number.Whole is { } whole ? NumberValue.Of(-whole) : NumberValue.Of(-number.Value);

    private Operand? Primary()
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Advance();
                return NumberValue.Read(token.Value) is { } number
                    ? Made(number)
                    : Fail("number", token, ("found", Found(token)));
            case TokenKind.Text:
                Advance();
                return Made(new TextValue(token.Value));
            case TokenKind.QuotedName when token.Value.Length > 0:
                Advance();
                return Made(new Property(token.Value));
            case TokenKind.Name:
                Advance();
                return Named(token);
            case TokenKind.Sign when token.Value == "(":
                return Bracketed();
            default:
                return Expected("value");
        }
    }

    private Operand? Bracketed()
    {
        Advance();
        if (!Enter() || Any() is not { } value || !Close())
            return null;
        _budget.Leave();
        return value;
    }

    private Operand? Named(Token name)
    {
        if (Names.Shapes.Find(name.Value) is { } kind && (IsSign('(') || IsWord("Z")))
            return Shape(kind);
        if (IsSign('('))
            return Call(name);
        if (name.Value.Equals("TRUE", StringComparison.OrdinalIgnoreCase))
            return Made(new Truth(true));
        if (name.Value.Equals("FALSE", StringComparison.OrdinalIgnoreCase))
            return Made(new Truth(false));
        return Names.IsKeyword(name.Value)
            ? Fail("keyword", name, ("found", Found(name)))
            : Made(new Property(name.Value));
    }
}
