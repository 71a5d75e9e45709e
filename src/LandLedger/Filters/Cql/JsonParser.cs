using System.Globalization;
using System.Text.Json;

namespace LandLedger.Filters.Cql;

/// <summary>
/// CQL2 JSON by way of the document; operators here, literals and geometries in the files beside. A method that returns null
/// has left its error behind.
/// </summary>
internal sealed partial class JsonParser
{
    /// <summary>An operator is an object and its arguments; a geometry at the end of all may go some levels deeper.</summary>
    private const int MostBrackets = 2 * FilterLimits.Depth + 16;

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = MostBrackets,
        AllowDuplicateProperties = false,
    };

    private readonly Budget _budget = new(FilterLimits.Depth);
    private readonly List<string> _path = [];
    private FilterError? _error;

    public static FilterResult<Predicate> Read(ReadOnlyMemory<byte> json)
    {
        if (Budget.OfLength(json.Length) is { } tooLong)
            return tooLong;
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var parser = new JsonParser();
            return parser.Truth(document.RootElement) is { } filter ? filter : parser._error!;
        }
        catch (JsonException) when (IsTooDeep(json.Span))
        {
            return Budget.TooDeep;
        }
        catch (JsonException e) when (e.LineNumber is null)
        {
            return FilterError.Of("json-twice");
        }
        catch (JsonException e)
        {
            return FilterError.Of("json", ("line", Text(e.LineNumber + 1)), ("place", Text(e.BytePositionInLine + 1)));
        }
        catch (InvalidOperationException)
        {
            return FilterError.Of("json-surrogate");
        }
    }

    /// <summary>Whether it was the depth that stopped the reading, and no fault before it.</summary>
    private static bool IsTooDeep(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                var opens = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
                if (opens && reader.CurrentDepth >= MostBrackets)
                    return true;
            }
        }
        catch (JsonException)
        {
            // That fault was the first.
        }
        return false;
    }

    /// <summary>What must be a predicate.</summary>
    private Predicate? Truth(JsonElement element) =>
        Value(element) is { } value ? value as Predicate ?? Expected<Predicate>("predicate", element) : null;

    private Operand? Value(JsonElement element)
    {
        if (!Enter())
            return null;
        var value = element.ValueKind switch
        {
            JsonValueKind.Object => Object(element),
            JsonValueKind.Array => List(element) is { } items ? Made(new ListValue(items)) : null,
            JsonValueKind.String => String(element) is { } text ? Made(new TextValue(text)) : null,
            JsonValueKind.Number => Number(element),
            JsonValueKind.True => Made(new Truth(true)),
            JsonValueKind.False => Made(new Truth(false)),
            _ => Expected("value", element),
        };
        _budget.Leave();
        return value;
    }

    private Operand? Object(JsonElement element)
    {
        if (element.TryGetProperty("op", out var op))
            return At("op", op, String) is { } name ? Operation(element, name) : null;
        if (element.TryGetProperty("property", out var property))
            return At("property", property, Name);
        if (element.TryGetProperty("date", out var date))
            return At("date", date, e => Instant(e, Instants.Day, "day"));
        if (element.TryGetProperty("timestamp", out var timestamp))
            return At("timestamp", timestamp, e => Instant(e, Instants.Instant, "instant"));
        if (element.TryGetProperty("interval", out var interval))
            return At("interval", interval, Interval);
        if (element.TryGetProperty("type", out _))
            return Geometry(element, nested: false) is { } shape ? Made(new ShapeValue(shape)) : null;
        return element.TryGetProperty("bbox", out var box) ? At("bbox", box, Box) : Expected("member", element);
    }

    private Operand? Operation(JsonElement element, string name)
    {
        if (!element.TryGetProperty("args", out var args) || args.ValueKind != JsonValueKind.Array)
            return Expected("args", element);
        _path.Add("args");
        var operation = Operation(name, args);
        if (_error is null)
            _path.RemoveAt(_path.Count - 1);
        return operation is null ? null : Made(operation);
    }

    private Operand? Operation(string name, JsonElement args)
    {
        switch (name.ToUpperInvariant())
        {
            case "AND":
                return Truths(args) is { } all ? new And(all) : null;
            case "OR":
                return Truths(args) is { } any ? new Or(any) : null;
            case "NOT":
                return Count(args, 1) && Item(args, 0, Truth) is { } term ? new Not(term) : null;
            case "ISNULL":
                return Values(args, 1) is [var tested] ? new IsNull(tested) : null;
            case "LIKE":
                return Values(args, 2) is [var text, var pattern] ? Like(args, text, pattern) : null;
            case "BETWEEN":
                return Values(args, 3) is [var value, var low, var high] ? new Between(value, low, high) : null;
            case "IN":
                return In(args);
        }
        if (Names.Foldings.Find(name) is { } folding)
            return Values(args, 1) is [var folded] ? new Folded(folding, folded) : null;
        if (Paired(name) is { } pair)
            return Values(args, 2) is [var left, var right] ? pair(left, right) : null;
        return Fail("function", ("name", Cut(name)));
    }

    private static Func<Operand, Operand, Operand>? Paired(string name)
    {
        if (Names.Comparators.Find(name) is { } comparator)
            return (left, right) => new Comparison(comparator, left, right);
        if (Names.Operators.Find(name) is { } sign)
            return (left, right) => new Arithmetic(sign, left, right);
        if (Names.Spatial.Find(name) is { } spatial)
            return (left, right) => new SpatialPredicate(spatial, left, right);
        if (Names.Temporal.Find(name) is { } temporal)
            return (left, right) => new TemporalPredicate(temporal, left, right);
        if (Names.Arrays.Find(name) is { } arrays)
            return (left, right) => new ArrayPredicate(arrays, left, right);
        return null;
    }

    private Like? Like(JsonElement args, Operand text, Operand pattern)
    {
        var inner = pattern;
        while (inner is Folded folded)
            inner = folded.Text;
        return inner is TextValue ? new Like(text, pattern) : Item(args, 1, e => Expected<Like>("pattern", e));
    }

    private In? In(JsonElement args)
    {
        if (!Count(args, 2) || Item(args, 0, Value) is not { } value)
            return null;
        return Item(args, 1, Items) is { } items ? new In(value, items) : null;
    }

    private Operands? Items(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0
            ? List(element)
            : Expected<Operands>("list", element);

    private Operands? Truths(JsonElement args) =>
        args.GetArrayLength() < 2 ? Fail<Operands>("args-few", ("count", Text(args.GetArrayLength())))
        : Each(args, Truth) is { } terms ? [.. terms]
        : null;

    private Operands? Values(JsonElement args, int count) => Count(args, count) ? List(args) : null;

    private Operands? List(JsonElement array) => Each(array, Value) is { } items ? [.. items] : null;

    private bool Count(JsonElement args, int count)
    {
        if (args.GetArrayLength() == count)
            return true;
        Fail<Operand>("args-count", ("count", Text(args.GetArrayLength())), ("wanted", Text(count)));
        return false;
    }

    private static string Text(long? number) => (number ?? 0).ToString(CultureInfo.InvariantCulture);
}
