using System.Text.Json;

namespace LandLedger.Filters.Cql;

internal sealed partial class JsonParser
{
    private const int LongestFound = 40;

    /// <summary>Reads a member or an item; on error the path stays as it is, for it is the place.</summary>
    private T? At<T>(string step, JsonElement element, Func<JsonElement, T?> read)
        where T : class
    {
        _path.Add(step);
        var value = read(element);
        if (_error is null)
            _path.RemoveAt(_path.Count - 1);
        return value;
    }

    private T? Item<T>(JsonElement array, int index, Func<JsonElement, T?> read)
        where T : class => At(Text(index), array[index], read);

    /// <summary>Reads every item, or none.</summary>
    private List<T>? Each<T>(JsonElement array, Func<JsonElement, T?> read)
        where T : class
    {
        var items = new List<T>();
        foreach (var element in array.EnumerateArray())
        {
            if (At(Text(items.Count), element, read) is not { } item)
                return null;
            items.Add(item);
        }
        return items;
    }

    private T? Made<T>(T node)
        where T : Operand => _budget.Node() ? node : Fail<T>(_budget.Exceeded!);

    private bool Enter()
    {
        if (_budget.Enter())
            return true;
        Fail<Operand>(_budget.Exceeded!);
        return false;
    }

    private Operand? Expected(string what, JsonElement element) => Expected<Operand>(what, element);

    private T? Expected<T>(string what, JsonElement element)
        where T : class => Fail<T>("syntax", ("found", Found(element)), ("expected", what));

    private Operand? Fail(string code, params ReadOnlySpan<(string, string)> arguments) =>
        Fail<Operand>(FilterError.Of(code, arguments));

    private T? Fail<T>(string code, params ReadOnlySpan<(string, string)> arguments)
        where T : class => Fail<T>(FilterError.Of(code, arguments));

    /// <summary>Always null, so that a method can return it. The first error counts.</summary>
    private T? Fail<T>(FilterError error)
        where T : class
    {
        _error ??= error with { Pointer = string.Concat(_path.Select(step => "/" + step)) };
        return null;
    }

    private static string Found(JsonElement element) => Cut(element.GetRawText());

    private static string Cut(string text) => text.Length > LongestFound ? text[..LongestFound] + "…" : text;
}
