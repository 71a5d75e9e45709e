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
        if (mediaType == MediaTypes.Html)
            return SendPageAsync(httpContext);
        var response = httpContext.Response;
        response.ContentType = mediaType;
        if (FileName is not null)
            Offer(response, FileName);
        return write(response.Body, httpContext.RequestAborted);
    }

    /// <summary>Offers an answer as a file.</summary>
    public static void Offer(HttpResponse response, string fileName)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();
    }

    /// <summary>A page to read is put together before it leaves.</summary>
    private async Task SendPageAsync(HttpContext context)
    {
        using var json = new MemoryStream();
        await write(json, context.RequestAborted);
        await HtmlAnswer.SendAsync(context, json.GetBuffer().AsMemory(0, (int)json.Length));
    }
}
