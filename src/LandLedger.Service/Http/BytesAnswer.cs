using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Http;

/// <summary>An answer that is ready as it stands, its media type sent to the letter.</summary>
internal sealed class BytesAnswer(ReadOnlyMemory<byte> bytes, string mediaType) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = mediaType;
        httpContext.Response.ContentLength = bytes.Length;
        return httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
