using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace LandLedger.Service.Http;

/// <summary>Links of an answer, absolute, under the address that the caller used.</summary>
internal static class Links
{
    public static void Write(Utf8JsonWriter json, string rel, string href, string type)
    {
        json.WriteStartObject();
        json.WriteString("href", href);
        json.WriteString("rel", rel);
        json.WriteString("type", type);
        json.WriteEndObject();
    }

    /// <summary>A link with places in its address that the caller fills.</summary>
    public static void WriteTemplate(Utf8JsonWriter json, string rel, string template, string type)
    {
        json.WriteStartObject();
        json.WriteString("href", template);
        json.WriteString("rel", rel);
        json.WriteString("type", type);
        json.WriteBoolean("templated", true);
        json.WriteEndObject();
    }

    /// <summary>The answer itself and its other forms.</summary>
    public static void WriteForms(Utf8JsonWriter json, Query query, HttpRequest request)
    {
        Write(json, "self", Self(request), query.MediaType);
        var route = request.HttpContext.GetEndpoint()!.Metadata.GetMetadata<Route>()!;
        foreach (var other in route.Offers.Where(type => type != query.MediaType))
            Write(json, "alternate", With(request, FormParameter.Name, FormParameter.CodeOf(other)), other);
    }

    /// <summary>Links of a page: itself, its collection, and the next one where there is one.</summary>
    public static void WritePage(
        Utf8JsonWriter json,
        Query query,
        HttpRequest request,
        string collection,
        string parameter,
        string? next
    )
    {
        json.WriteStartArray("links");
        WriteForms(json, query, request);
        Write(json, "collection", collection, MediaTypes.Json);
        if (next is not null)
            Write(json, "next", With(request, parameter, next), query.MediaType);
        json.WriteEndArray();
    }

    /// <summary>Links of one item, or of a collection in one answer: itself, its collection, and further ones.</summary>
    public static void WriteItem(
        Utf8JsonWriter json,
        Query query,
        HttpRequest request,
        string collection,
        params IEnumerable<(string Rel, string Address, string Type)> further
    )
    {
        json.WriteStartArray("links");
        WriteForms(json, query, request);
        Write(json, "collection", collection, MediaTypes.Json);
        foreach (var (rel, address, type) in further)
            Write(json, rel, address, type);
        json.WriteEndArray();
    }

    /// <summary>The address of a path of this service; its parts are to be escaped by the caller.</summary>
    public static string To(HttpRequest request, string path) =>
        UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase) + path.TrimStart('/');

    public static string Self(HttpRequest request) => request.GetEncodedUrl();

    /// <summary>The same address with one parameter set anew; all others stay as they came.</summary>
    public static string With(HttpRequest request, string parameter, string value)
    {
        var kept = request.Query.Where(pair => pair.Key != parameter);
        var query = QueryString.Create(kept).Add(parameter, value);
        return UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, request.Path, query);
    }

    /// <summary>The query of a request, with its question mark, without one parameter.</summary>
    public static string Without(HttpRequest request, string parameter) =>
        QueryString.Create(request.Query.Where(pair => pair.Key != parameter)).ToString();

    /// <summary>A part of a path as the caller meant it: the server leaves escaped slashes alone.</summary>
    public static string Part(string escaped) => escaped.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
