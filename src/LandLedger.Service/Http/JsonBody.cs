using System.Text.Json;
using LandLedger.Service.Imports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Http;

/// <summary>What is written by a JSON body, one at a time with imports.</summary>
internal static class JsonBody
{
    /// <summary>The same key with the same body again is answered as the first time, and recorded once.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const int SoonSeconds = 10;

    /// <summary>Bytes; such a body is a page of text at most.</summary>
    private const long Most = 1024 * 1024;

    /// <summary>Reads the body, waits for its turn, and writes.</summary>
    /// <param name="read">What the body says, or what is wrong with it.</param>
    public static async Task<Results<Stepped, Problem>> TakeAsync<T>(
        HttpRequest request,
        ImportTurn turn,
        Func<JsonElement, (T? Body, Problem? Problem)> read,
        Func<T, Results<Stepped, Problem>> take,
        CancellationToken cancel
    )
        where T : class
    {
        if (Origins.IsForeign(request))
            return new Problem("origin-foreign");
        if (!request.HasJsonContentType())
            return new Problem("media-type");
        var (json, problem) = await ReadAsync(request, cancel);
        if (json is null)
            return problem!;
        using var whole = json;
        var (body, wrong) = read(json.RootElement);
        if (body is null)
            return wrong!;
        if (!await turn.WaitAsync(cancel))
            return new Problem("import-running") { RetryAfter = SoonSeconds };
        try
        {
            return await Task.Run(() => take(body), CancellationToken.None);
        }
        finally
        {
            turn.End();
        }
    }

    /// <summary>What the caller knows it by; null where he says nothing.</summary>
    public static string? KeyOf(HttpRequest request) => request.Headers[KeyHeader] is [{ } key] ? key : null;

    private static async Task<(JsonDocument?, Problem?)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Math.Min(Most, size.MaxRequestBodySize ?? Most);
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
