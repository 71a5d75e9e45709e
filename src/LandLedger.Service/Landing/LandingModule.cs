using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Landing;

internal sealed class LandingModule : ServiceModule
{
    private static readonly (string Rel, string Path, string Type)[] Doors =
    [
        ("service-desc", "/openapi.json", MediaTypes.OpenApi),
        ("service-doc", "/swagger", MediaTypes.Html),
        ("conformance", "/conformance", MediaTypes.Json),
        ("data", "/collections", MediaTypes.Json),
        ("items", "/collections/plots/items", MediaTypes.GeoJson),
        ("http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes", "/tileMatrixSets", MediaTypes.Json),
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
    private static JsonAnswer Show(Query query, HttpRequest request, ServiceOptions options) =>
        new(
            json =>
            {
                var texts = Languages.Of(request);
                json.WriteStartObject();
                json.WriteString("title", texts["api.title"]);
                json.WriteString("description", texts["api.description"]);
                json.WriteString("data", options.Store.Name);
                json.WriteString("rules", $"{options.Rules.Id} {options.Rules.Version}");
                json.WriteStartArray("links");
                Links.WriteForms(json, query, request);
                foreach (var (rel, path, media) in Doors)
                    Links.Write(json, rel, Links.To(request, path), media);
                json.WriteEndArray();
                json.WriteEndObject();
            },
            query.MediaType
        );
}
