namespace LandLedger.Filters.Cql;

internal sealed partial class TextParser
{
    /// <summary>What has its arguments in brackets; the token is the opening one.</summary>
    private Operand? Call(Token name)
    {
        if (!Enter())
            return null;
        Advance();
        var value = Called(name);
        _budget.Leave();
        return value is not null && Close() ? value : null;
    }

    private Operand? Called(Token name)
    {
        if (Names.Spatial.Find(name.Value) is { } spatial)
            return Pair(Sum) is var (a, b) ? Made(new SpatialPredicate(spatial, a, b)) : null;
        if (Names.Temporal.Find(name.Value) is { } temporal)
            return Pair(Sum) is var (a, b) ? Made(new TemporalPredicate(temporal, a, b)) : null;
        if (Names.Arrays.Find(name.Value) is { } arrays)
            return Pair(ListOrValue) is var (a, b) ? Made(new ArrayPredicate(arrays, a, b)) : null;
        if (Names.Foldings.Find(name.Value) is { } folding)
            return Sum() is { } text ? Made(new Folded(folding, text)) : null;
        return name.Value.ToUpperInvariant() switch
        {
            "DATE" => Instant(Instants.Day, "day"),
            "TIMESTAMP" => Instant(Instants.Instant, "instant"),
            "INTERVAL" => Interval(),
            "BBOX" => Box(),
            _ when Names.IsKeyword(name.Value) => Fail("keyword", name, ("found", Found(name))),
            _ => Fail("function", name, ("name", Found(name))),
        };
    }

    private (Operand, Operand)? Pair(Func<Operand?> argument) =>
        argument() is { } first && Comma() && argument() is { } second ? (first, second) : null;

    private Operand? ListOrValue() => IsSign('(') ? ListValue() : Sum();

    /// <summary>A bracket within an array begins an array, not arithmetic.</summary>
    private ListValue? ListValue()
    {
        Advance();
        if (!Enter())
            return null;
        var items = new List<Operand>();
        while (!IsSign(')'))
        {
            if ((items.Count > 0 && !Comma()) || (IsSign('(') ? ListValue() : Any()) is not { } item)
                return null;
            items.Add(item);
        }
        Advance();
        _budget.Leave();
        return Made(new ListValue([.. items]));
    }

    private Operand? Instant(Func<string, Operand?> read, string code)
    {
        var token = _token;
        if (token.Kind != TokenKind.Text)
            return Expected("text");
        Advance();
        return read(token.Value) is { } instant ? Made(instant) : Fail(code, token, ("found", Found(token)));
    }

    private Operand? Interval()
    {
        var first = _token;
        if (!End(out var start) || !Comma() || !End(out var end))
            return null;
        return Instants.TroubleOf(start, end) is { } code
            ? Fail(code, first, ("found", _text[first.Start.._token.Start].TrimEnd()))
            : Made(new IntervalValue(start, end));
    }

    /// <summary>An instant in quotes, a property, or ".." for none.</summary>
    private bool End(out Operand? end)
    {
        var token = _token;
        end = null;
        switch (token.Kind)
        {
            case TokenKind.Text:
                Advance();
                if (token.Value == Instants.Open)
                    return true;
                end = Instants.Day(token.Value) ?? Instants.Instant(token.Value);
                if (end is null)
                    Fail("instant", token, ("found", Found(token)));
                break;
            case TokenKind.Name or TokenKind.QuotedName:
                end = Primary() is { } value ? value as Property ?? Expected<Operand>("interval-end", token) : null;
                break;
            default:
                Expected("interval-end");
                break;
        }
        return end is not null && Made(end) is not null;
    }
}
