using System.Text.Json.Nodes;
using LandLedger.People;

namespace LandLedger.Service.Http;

/// <summary>Reads a value; false when the text is none.</summary>
internal delegate bool TryRead<T>(string text, out T value);

/// <summary>
/// A query parameter, declared once: the declaration reads it, refuses it and describes it. What it takes is told in the texts
/// under <c>api.parameter.NAME</c>, to those who read the document and to those who sent something else.
/// </summary>
internal abstract class Parameter(string name, Func<ServiceOptions, JsonObject> schema)
{
    public string Name => name;

    /// <summary>Name of the sentence where the name means another thing on other routes.</summary>
    public string? Sentence { get; init; }

    /// <summary>The names that it takes, where its schema does not list them.</summary>
    public IReadOnlyList<string>? Codes { get; init; }

    public JsonObject Schema(ServiceOptions options) => schema(options);

    public abstract bool TryRead(string text, out object? value);

    /// <summary>The parameter as it is to those from whom that is hidden.</summary>
    public abstract Parameter In(FieldGroups hidden);

    public string Expected(Texts texts, ServiceOptions options) =>
        texts.Fill(
            "api.parameter." + (Sentence ?? name),
            place =>
                place switch
                {
                    "maxPage" => options.MaxPage.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    "codes" => string.Join(", ", Codes ?? CodesOf(Schema(options))),
                    _ => null,
                }
        );

    private static IEnumerable<string> CodesOf(JsonObject schema)
    {
        var list = schema["enum"] ?? schema["items"]?["enum"];
        return list is null ? [] : list.AsArray().Select(code => code!.GetValue<string>());
    }
}

/// <summary>A query parameter of a type, with its value when it is not given.</summary>
internal sealed class Parameter<T>(string name, TryRead<T> read, T absent, Func<ServiceOptions, JsonObject> schema)
    : Parameter(name, schema)
{
    public T Absent => absent;

    /// <summary>The parameter to those from whom something is hidden, where that makes it another one.</summary>
    public Func<FieldGroups, Parameter<T>>? Seen { get; init; }

    public override Parameter<T> In(FieldGroups hidden) =>
        hidden == FieldGroups.None ? this : Seen?.Invoke(hidden) ?? this;

    public override bool TryRead(string text, out object? value)
    {
        var done = read(text, out var typed);
        value = typed;
        return done;
    }
}
