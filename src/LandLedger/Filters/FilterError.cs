using System.Globalization;

namespace LandLedger.Filters;

/// <summary>
/// Why a filter cannot be read, does not fit the collection or cannot be asked of a store. The sentence stands in the texts
/// under <c>filter.CODE</c>; <see cref="Arguments"/> fill it by name.
/// </summary>
/// <param name="Code">syntax, text-open, character, number, day, function, too-deep, property-unknown, types, unsupported …</param>
public sealed record FilterError(string Code, IReadOnlyDictionary<string, string> Arguments)
{
    /// <summary>1-based character of the text where reading stopped; null for JSON and for errors of meaning.</summary>
    public int? Position { get; init; }

    /// <summary>JSON pointer of the value where reading stopped; null for text and for errors of meaning.</summary>
    public string? Pointer { get; init; }

    /// <summary>The sentence: place, what was found, what was expected or what mends it.</summary>
    public string In(Texts texts)
    {
        var sentence = texts.Fill("filter." + Code, name => Word(name, texts));
        if (Position is { } position)
        {
            var place = position.ToString(CultureInfo.InvariantCulture);
            return texts.Fill("filter.at.text", name => name == "place" ? place : sentence);
        }
        return Pointer is { } pointer
            ? texts.Fill("filter.at.json", name => name == "place" ? "/" + pointer.TrimStart('/') : sentence)
            : sentence;
    }

    public static FilterError Of(string code, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var named = new Dictionary<string, string>(arguments.Length, StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
            named[name] = value;
        return new(code, named);
    }

    /// <summary>Arguments carry keys, as data; people read words in their own language.</summary>
    private string? Word(string name, Texts texts) =>
        Arguments.TryGetValue(name, out var value)
            ? name switch
            {
                "expected" => texts["filter.expected." + value],
                "type" or "other" => texts["filter.type." + value],
                _ => value,
            }
            : null;
}
