using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Http;

/// <summary>The query of a request, read before its handler runs: only parameters of the route, each once, each of a right value.</summary>
internal sealed class Query
{
    private readonly Dictionary<Parameter, object?> _values = [];

    public T Of<T>(Parameter<T> parameter) =>
        _values.TryGetValue(parameter, out var value) ? (T)value! : parameter.Absent;

    /// <summary>Reads the query of a request; the first thing wrong with it, or null.</summary>
    public Problem? Read(HttpRequest request, IReadOnlyList<Parameter> parameters, ServiceOptions options)
    {
        foreach (var (name, texts) in request.Query)
        {
            if (parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
                return new("parameter-unknown", ("parameter", name), ("allowed", Allowed(parameters)));
            if (texts.Count != 1)
                return new("parameter-twice", ("parameter", name));
            if (!parameter.TryRead(texts[0] ?? "", out var value))
                return Wrong(parameter, texts[0] ?? "", Languages.Of(request), options);
            _values[parameter] = value;
        }
        return null;
    }

    private static Problem Wrong(Parameter parameter, string value, Texts texts, ServiceOptions options)
    {
        const int Longest = 200;
        var shown = value.Length > Longest ? value[..Longest] + "…" : value;
        return new(
            "parameter-wrong",
            ("parameter", parameter.Name),
            ("value", shown),
            ("expected", parameter.Expected(texts, options))
        );
    }

    private static string Allowed(IReadOnlyList<Parameter> parameters) =>
        parameters.Count == 0 ? "-" : string.Join(", ", parameters.Select(parameter => parameter.Name));
}
