using System.Globalization;
using System.Security.Cryptography;
using LandLedger.Formats.Json;
using LandLedger.People;
using LandLedger.Service.Http;
using LandLedger.Service.Imports;
using LandLedger.Service.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Tokens;

/// <summary>The tokens of the store: all of them, a new one, and the end of one.</summary>
internal static class KeptTokens
{
    public static JsonAnswer List(Park park)
    {
        var tokens = park.Opened.Tokens.All();
        return new(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("tokens");
            foreach (var token in tokens)
                TokenJson.Write(json, token);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    public static Task<Results<MadeToken, Problem>> AddAsync(
        HttpRequest request,
        Query query,
        Park park,
        ImportTurn turn,
        ServiceOptions options,
        CancellationToken cancel
    ) =>
        JsonBody.TakeAsync<TokenBody, MadeToken>(
            request,
            turn,
            TokenBody.Read,
            body =>
            {
                var writer = Caller.Of(request).Writer(query);
                if (!Token.IsName(writer))
                    return Query.Wrong(Parameters.Writer, request, options);
                var since = body.SinceDay ?? options.Today;
                if (body.UntilDay < since)
                    return TokenBody.EndsBefore(since);
                var secret = TokenSecret.Of(RandomNumberGenerator.GetBytes(TokenSecret.Bytes));
                var token = new Token
                {
                    Sha256 = TokenSecret.Digest(secret),
                    User = body.User,
                    Since = since,
                    Until = body.UntilDay,
                    MadeBy = writer,
                    MadeAt = options.Clock.GetUtcNow(),
                };
                return new MadeToken(park.Opened.Tokens.Add(token), secret);
            },
            cancel
        );

    public static async Task<Results<JsonAnswer, Problem>> RevokeAsync(
        string id,
        HttpRequest request,
        Query query,
        Park park,
        ImportTurn turn,
        ServiceOptions options,
        CancellationToken cancel
    )
    {
        if (Origins.IsForeign(request))
            return new Problem("origin-foreign");
        var writer = Caller.Of(request).Writer(query);
        if (!Token.IsName(writer))
            return Query.Wrong(Parameters.Writer, request, options);
        // What stands there may be a secret: it is not told again.
        if (!int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var known))
            return new Problem("token-unknown");
        return await JsonBody.TakeAsync<JsonAnswer>(
            turn,
            () =>
                park.Opened.Tokens.Revoke(known, writer, options.Clock.GetUtcNow()) is { } token
                    ? new JsonAnswer(json => TokenJson.Write(json, token))
                    : new Problem("token-unknown"),
            cancel
        );
    }
}

/// <summary>A token that was just made, with its secret, which is told this once and kept by nobody on the way.</summary>
internal sealed class MadeToken(Token token, string secret) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status201Created;
        httpContext.Response.Headers.CacheControl = "no-store";
        return Json.SendAsync(
            httpContext,
            MediaTypes.Json,
            json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("token");
                TokenJson.Write(json, token);
                json.WriteString("secret", secret);
                json.WriteEndObject();
            }
        );
    }
}
