using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LandLedger.Service.Http;

/// <summary>
/// An answer about one thing that is written as a whole, with a strong tag of its own, <c>"STATE-DIGEST"</c>: which state of the thing it tells
/// of, and a digest of the answer. It stays the same whatever else is written into the store; what a write was decided on is the state
/// alone.
/// </summary>
/// <param name="bytes">JSON.</param>
/// <param name="state">Without hyphen.</param>
/// <param name="location">The address of what was just made.</param>
internal class Tagged(
    ReadOnlyMemory<byte> bytes,
    string state,
    string? location = null,
    string mediaType = MediaTypes.Json
) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var tag = TagOf(request);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = Validator.Varies;
        if (location is not null)
        {
            response.StatusCode = StatusCodes.Status201Created;
            response.Headers.Location = location;
        }
        else if (
            (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && Validator.IsKnown(request.Headers.IfNoneMatch, tag)
        )
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        if (mediaType == MediaTypes.Html)
        {
            await HtmlAnswer.SendAsync(httpContext, bytes);
            return;
        }
        response.ContentType = mediaType;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    /// <summary>The states for which a request with <c>If-Match</c> was decided; null without one, and where any state will do.</summary>
    public static IReadOnlyList<string>? StatesOf(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0)
            return null;
        if (!EntityTagHeaderValue.TryParseList(request.Headers.IfMatch, out var tags))
            return [];
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any))
            ? null
            : [.. tags.Select(StateOf).OfType<string>()];
    }

    /// <summary>Null for a tag that is none of ours, or weak.</summary>
    private static string? StateOf(EntityTagHeaderValue tag)
    {
        var text = tag.Tag.AsSpan().Trim('"');
        var dash = text.IndexOf('-');
        return !tag.IsWeak && dash > 0 ? text[..dash].ToString() : null;
    }

    private string TagOf(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(bytes.Span);
        hash.AppendData(
            Encoding.UTF8.GetBytes($"{mediaType}\n{Languages.Of(request).Tag}\n{request.Headers.AcceptEncoding}")
        );
        var digest = Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 18));
        return $"\"{state}-{digest}\"";
    }
}
