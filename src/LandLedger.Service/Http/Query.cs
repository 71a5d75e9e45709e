using LandLedger.People;
using LandLedger.Service.People;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Http;

/// <summary>The query of a request, read before its handler runs: only parameters of the route, each once, each of a right value.</summary>
internal sealed class Query
{
    private readonly Dictionary<Parameter, object?> _values = [];
    private FieldGroups _hidden;

    /// <summary>What the answer is to be: as <c>f</c> says, else as the <c>Accept</c> header likes best of what the route offers.</summary>
    public string MediaType { get; private set; } = MediaTypes.Json;

    public bool AsPage => MediaType == MediaTypes.Html;

    public T Of<T>(Parameter<T> parameter) =>
        _values.TryGetValue(parameter, out var value) ? (T)value! : parameter.In(_hidden).Absent;

    public bool Has(Parameter parameter) => _values.ContainsKey(parameter);

    /// <summary>Reads what a request asks for; the first thing wrong with it, or null.</summary>
    public Problem? Read(HttpRequest request, Route route, ServiceOptions options)
    {
        var parameters = route.Accepted;
        _hidden = Caller.Find(request)?.User.Role.Hides() ?? FieldGroups.None;
        string? form = null;
        foreach (var (name, texts) in request.Query)
        {
            if (parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
                return new("parameter-unknown", ("parameter", name), ("allowed", Allowed(parameters)));
            if (texts.Count != 1)
                return new("parameter-twice", ("parameter", name));
            var seen = parameter.In(_hidden);
            if (!seen.TryRead(texts[0] ?? "", out var value))
                return Wrong(seen, texts[0] ?? "", Languages.Of(request), options);
            if (name == FormParameter.Name)
                form = (string?)value;
            else
                _values[parameter] = value;
        }
        if (route.Offers.Count == 0)
            return null;
        if ((form ?? MediaTypes.Choose(request.Headers.Accept, route.Offers)) is not { } chosen)
            return new("not-acceptable", ("offered", string.Join(", ", route.Offers)));
        MediaType = chosen;
        return null;
    }

    /// <summary>Says what a parameter should have been, where only all of them together show that it is wrong.</summary>
    public static Problem Wrong(Parameter parameter, HttpRequest request, ServiceOptions options) =>
        Wrong(parameter, request.Query[parameter.Name].ToString(), Languages.Of(request), options);

    /// <summary>Says what a parameter that has to be there should be.</summary>
    public static Problem Missing(Parameter parameter, HttpRequest request, ServiceOptions options) =>
        new(
            "parameter-missing",
            ("parameter", parameter.Name),
            ("expected", parameter.Expected(Languages.Of(request), options))
        );

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
