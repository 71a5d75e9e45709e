using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LandLedger.Service.Http;

/// <summary>
/// An answer that is written while it is read. What fails before the first byte still becomes a problem; what fails later ends
/// the connection, so that half an answer never looks like a whole one.
/// </summary>
internal sealed class Streamed(string mediaType, Func<Stream, CancellationToken, Task> write) : IResult
{
    /// <summary>Offered as a file of this name.</summary>
    public string? FileName { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = mediaType;
        if (FileName is not null)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(FileName);
            response.Headers.ContentDisposition = disposition.ToString();
        }
        return write(response.Body, httpContext.RequestAborted);
    }
}
