using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LandLedger.Service.Http;

/// <summary>
/// An answer about what goes on by steps, with a tag of its own, <c>"STEPS-DIGEST"</c>: how many steps it has, and a digest of the answer. It
/// stays the same whatever else is written into the store.
/// </summary>
/// <param name="bytes">JSON.</param>
/// <param name="location">The address of what was just made.</param>
internal sealed class Stepped(ReadOnlyMemory<byte> bytes, int steps, string? location = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var tag = TagOf(request);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = $"{HeaderNames.AcceptEncoding}, {HeaderNames.Authorization}";
        if (location is not null)
        {
            response.StatusCode = StatusCodes.Status201Created;
            response.Headers.Location = location;
        }
        else if (!HttpMethods.IsPost(request.Method) && Validator.IsKnown(request.Headers.IfNoneMatch, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = MediaTypes.Json;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    /// <summary>How many steps there were for whom a request with <c>If-Match</c> was decided; 0 where its tag is none of ours, null without one.</summary>
    public static int? StepsOf(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0)
            return null;
        if (!EntityTagHeaderValue.TryParseList(request.Headers.IfMatch, out var tags))
            return 0;
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any)) ? null : tags.Max(StepsOf);
    }

    private static int StepsOf(EntityTagHeaderValue tag)
    {
        var text = tag.Tag.AsSpan().Trim('"');
        var dash = text.IndexOf('-');
        return
            !tag.IsWeak
            && dash > 0
            && int.TryParse(text[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : 0;
    }

    private string TagOf(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(bytes.Span);
        hash.AppendData(Encoding.UTF8.GetBytes(request.Headers.AcceptEncoding.ToString()));
        var digest = Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 18));
        return string.Create(CultureInfo.InvariantCulture, $"\"{steps}-{digest}\"");
    }
}
