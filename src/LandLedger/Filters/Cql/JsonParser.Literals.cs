using System.Text.Json;

namespace LandLedger.Filters.Cql;

internal sealed partial class JsonParser
{
    private string? String(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
            return Expected<string>("string", element);
        var text = element.GetString()!;
        return Letters.AreText(text) ? text : Fail<string>("character", ("found", Found(element)));
    }

    private Property? Name(JsonElement element)
    {
        if (String(element) is not { } name)
            return null;
        return name.Length > 0 ? Made(new Property(name)) : Expected<Property>("name", element);
    }

    private NumberValue? Number(JsonElement element) =>
        NumberValue.Read(element.GetRawText()) is { } number
            ? Made(number)
            : Fail<NumberValue>("number", ("found", Found(element)));

    private Operand? Instant(JsonElement element, Func<string, Operand?> read, string code)
    {
        if (String(element) is not { } text)
            return null;
        return read(text) is { } instant ? Made(instant) : Fail(code, ("found", Found(element)));
    }

    private Operand? Interval(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() != 2)
            return Expected("interval", element);
        if (!End(element, 0, out var start) || !End(element, 1, out var end))
            return null;
        return Instants.TroubleOf(start, end) is { } code
            ? Fail(code, ("found", Found(element)))
            : Made(new IntervalValue(start, end));
    }

    private bool End(JsonElement interval, int index, out Operand? end)
    {
        end = null;
        if (interval[index].ValueKind == JsonValueKind.String && interval[index].ValueEquals(Instants.Open))
            return true;
        end = Item(interval, index, End);
        return end is not null;
    }

    private Operand? End(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
            return Instant(element, static text => Instants.Day(text) ?? Instants.Instant(text), "instant");
        return Value(element) is { } value ? value as Property ?? Expected("interval-end", element) : null;
    }

    private Operand? Box(JsonElement element)
    {
        if (Doubles(element) is not { } numbers)
            return null;
        return numbers.Length switch
        {
            4 => Made(new BoxValue(numbers[0], numbers[1], numbers[2], numbers[3])),
            6 => Made(new BoxValue(numbers[0], numbers[1], numbers[3], numbers[4])),
            _ => Fail("box-numbers"),
        };
    }

    private double[]? Doubles(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array)
            return Expected<double[]>("numbers", element);
        return Each(element, Coordinate) is { } numbers ? [.. numbers.Select(number => number.Value)] : null;
    }

    private NumberValue? Coordinate(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Number)
            return Expected<NumberValue>("number", element);
        return NumberValue.Read(element.GetRawText()) ?? Fail<NumberValue>("number", ("found", Found(element)));
    }
}
