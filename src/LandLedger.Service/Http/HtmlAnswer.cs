using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Http;

/// <summary>Sends JSON as a page, in the language that was asked for, with links to its other forms.</summary>
internal static class HtmlAnswer
{
    /// <summary>A page of ours draws what it has in itself, and fetches nothing.</summary>
    public const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> json)
    {
        var texts = Languages.Of(context.Request);
        var route = context.GetEndpoint()!.Metadata.GetMetadata<Route>()!;
        using var answer = JsonDocument.Parse(json);
        var others = route.Offers.Where(type => type != MediaTypes.Html).Select(FormParameter.CodeOf);
        var page = new HtmlPage(texts).Of(
            answer.RootElement,
            answer.RootElement.TryGetProperty("title", out var title)
                ? title.GetString()!
                : texts["api.route." + route.Id],
            others.Select(code => (code, Links.With(context.Request, FormParameter.Name, code)))
        );
        var bytes = Encoding.UTF8.GetBytes(page);
        context.Response.ContentType = MediaTypes.Html + "; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.ContentLanguage = texts.Tag;
        context.Response.Headers.ContentSecurityPolicy = Policy;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
