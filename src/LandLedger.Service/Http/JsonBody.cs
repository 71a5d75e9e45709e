using System.Text.Json;
using LandLedger.Service.Imports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LandLedger.Service.Http;

/// <summary>What is written by a JSON body, one at a time with imports.</summary>
internal static class JsonBody
{
    /// <summary>The same key with the same body again is answered as the first time, and recorded once.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const int SoonSeconds = 10;

    /// <summary>Bytes; such a body is a page of text at most.</summary>
    private const long Most = 1024 * 1024;

    /// <summary>What may be wrong with whatever is written so, by code.</summary>
    public static IReadOnlyList<string> Refusals { get; } =
    ["import-running", "origin-foreign", "request-malformed", "body-too-large", "media-type"];

    /// <summary>Reads the body, waits for its turn, and writes.</summary>
    /// <param name="read">What the body says, or what is wrong with it.</param>
    /// <param name="types">The media types that it may be of; any that is JSON when none is named.</param>
    public static async Task<Results<TAnswer, Problem>> TakeAsync<TBody, TAnswer>(
        HttpRequest request,
        ImportTurn turn,
        Func<JsonElement, (TBody? Body, Problem? Problem)> read,
        Func<TBody, Results<TAnswer, Problem>> take,
        CancellationToken cancel,
        params IReadOnlyList<string> types
    )
        where TBody : class
        where TAnswer : IResult
    {
        if (Origins.IsForeign(request))
            return new Problem("origin-foreign");
        if (Wrong(request, types) is { } foreign)
            return foreign;
        var (json, problem) = await ReadAsync(request, cancel);
        if (json is null)
            return problem!;
        using var whole = json;
        var (body, wrong) = read(json.RootElement);
        if (body is null)
            return wrong!;
        return await TakeAsync(turn, () => take(body), cancel);
    }

    /// <summary>Waits for its turn, and writes.</summary>
    public static async Task<Results<TAnswer, Problem>> TakeAsync<TAnswer>(
        ImportTurn turn,
        Func<Results<TAnswer, Problem>> take,
        CancellationToken cancel
    )
        where TAnswer : IResult
    {
        if (!await turn.WaitAsync(cancel))
            return new Problem("import-running") { RetryAfter = SoonSeconds };
        try
        {
            return await Task.Run(take, CancellationToken.None);
        }
        finally
        {
            turn.End();
        }
    }

    /// <summary>What is wrong with the media type of the body; one that is not named at all is a request that cannot be read.</summary>
    public static Problem? Wrong(HttpRequest request, IReadOnlyList<string> types)
    {
        var isRight =
            types.Count == 0
                ? request.HasJsonContentType()
                : MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
                    && types.Any(known => type.MediaType.Equals(known, StringComparison.OrdinalIgnoreCase));
        var expected = types.Count == 0 ? MediaTypes.Json : string.Join(", ", types);
        return isRight
            ? null
            : new Problem("media-type", ("expected", expected))
            {
                Status = string.IsNullOrEmpty(request.ContentType)
                    ? StatusCodes.Status400BadRequest
                    : StatusCodes.Status415UnsupportedMediaType,
                Sentence = texts => texts.Fill("problem.http.media-type.body", _ => expected),
            };
    }

    /// <summary>From here on a body of more bytes is refused.</summary>
    public static void Bound(HttpRequest request, long most)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Math.Min(most, size.MaxRequestBodySize ?? most);
    }

    /// <summary>What the caller knows it by; null where he says nothing.</summary>
    public static string? KeyOf(HttpRequest request) => request.Headers[KeyHeader] is [{ } key] ? key : null;

    private static async Task<(JsonDocument?, Problem?)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        Bound(request, Most);
        try
        {
            return (await JsonDocument.ParseAsync(request.Body, default, cancel), null);
        }
        catch (JsonException)
        {
            return (null, new("request-malformed"));
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, Problems.TooLarge(Most));
        }
    }
}
