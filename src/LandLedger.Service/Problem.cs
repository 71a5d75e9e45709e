using System.Text.Json;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LandLedger.Service;

/// <summary>
/// What went wrong with a request, as an answer (RFC 9457): a code of <see cref="Problems"/>, which gives the status, and the
/// values of its sentence, which stands in the texts under <c>problem.http.CODE</c>.
/// </summary>
internal sealed record Problem(string Code, params (string Name, string Value)[] Values) : IResult
{
    public int Status { get; init; } = Problems.StatusOf(Code);

    /// <summary>Seconds after which it is worth to try again.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The sentence where the texts do not have it under the code.</summary>
    public Func<Texts, string>? Sentence { get; init; }

    /// <summary>Writes further members.</summary>
    public Action<Utf8JsonWriter>? More { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var texts = Languages.Of(httpContext.Request);
        response.StatusCode = Status;
        response.Headers.Remove(HeaderNames.ETag);
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentLanguage = texts.Tag;
        if (RetryAfter is { } seconds)
            response.Headers[HeaderNames.RetryAfter] = seconds.ToString(
                System.Globalization.CultureInfo.InvariantCulture
            );
        return Json.SendAsync(httpContext, MediaTypes.Problem, json => Write(json, texts));
    }

    private void Write(Utf8JsonWriter json, Texts texts)
    {
        json.WriteStartObject();
        json.WriteString("type", "urn:landledger:problem:" + Code);
        json.WriteString("title", texts[$"problem.status.{Status}"]);
        json.WriteNumber("status", Status);
        json.WriteString("detail", Sentence?.Invoke(texts) ?? texts.Fill("problem.http." + Code, Value));
        json.WriteString("code", Code);
        foreach (var (name, value) in Values)
            json.WriteString(name, value);
        More?.Invoke(json);
        json.WriteEndObject();
    }

    private string? Value(string name) => Values.FirstOrDefault(value => value.Name == name).Value;
}
