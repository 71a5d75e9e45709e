using System.Net;
using System.Text;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Landing;

internal sealed class LandingModule : ServiceModule
{
    private static readonly (string Rel, string Path, string Type)[] Doors =
    [
        ("service-desc", "/openapi.json", MediaTypes.OpenApi),
        ("service-doc", "/swagger", MediaTypes.Html),
        ("items", "/collections/plots/items", MediaTypes.GeoJson),
        ("disposal-list", "/disposal-lists/preview", MediaTypes.Json),
        ("acreage", "/acreage?by=zone,use,category", MediaTypes.Json),
        ("imports", "/imports", MediaTypes.Json),
        ("rules", "/rules", MediaTypes.Json),
        ("fields", "/fields", MediaTypes.Json),
        ("health", "/health/ready", MediaTypes.Json),
    ];

    public LandingModule(IServiceProvider services)
        : base(services) =>
        Get("/", Show, new("landing") { Offers = [MediaTypes.Json, MediaTypes.Html], Schema = "Landing" });

    /// <summary>Where everything is, for programs and for people.</summary>
    private static Results<JsonAnswer, ContentHttpResult> Show(HttpRequest request, ServiceOptions options)
    {
        var texts = Languages.Of(request);
        var type = MediaTypes.Choose(request.Headers.Accept, [MediaTypes.Json, MediaTypes.Html]);
        return type == MediaTypes.Html
            ? TypedResults.Content(Page(request, texts, options), MediaTypes.Html + "; charset=utf-8")
            : new JsonAnswer(json =>
            {
                json.WriteStartObject();
                json.WriteString("title", texts["api.title"]);
                json.WriteString("description", texts["api.description"]);
                json.WriteStartArray("links");
                Links.Write(json, "self", Links.Self(request), MediaTypes.Json);
                foreach (var (rel, path, media) in Doors)
                    Links.Write(json, rel, Links.To(request, path), media);
                json.WriteEndArray();
                json.WriteEndObject();
            });
    }

    private static string Page(HttpRequest request, Texts texts, ServiceOptions options)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"").Append(Languages.Tag(texts)).Append("\"><meta charset=\"utf-8\">");
        page.Append("<title>").Append(Plain(texts["api.title"])).Append("</title><h1>");
        page.Append(Plain(texts["api.title"])).Append("</h1><p>").Append(Plain(texts["api.description"]));
        page.Append("<p>")
            .Append(Plain($"{options.Store.Name} · {options.Rules.Id} {options.Rules.Version}"))
            .Append("<ul>");
        foreach (var (rel, path, _) in Doors)
        {
            var address = WebUtility.HtmlEncode(Links.To(request, path));
            page.Append($"<li><a href=\"{address}\">{Plain(texts["api.door." + rel])}</a>");
        }
        return page.Append("</ul></html>").ToString();
    }

    private static string Plain(string text) => WebUtility.HtmlEncode(text);
}
