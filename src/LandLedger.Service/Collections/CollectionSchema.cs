using System.Text.Json;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Collections;

/// <summary>A JSON Schema (2020-12) that tells some of the properties of a collection: what items have, what filters may name, what items are sorted by.</summary>
internal sealed class CollectionSchema(string name, IEnumerable<PropertySchema> properties, string collection)
{
    private const string OfOgc = "http://www.opengis.net/def/rel/ogc/1.0/";

    private readonly PropertySchema[] _properties = [.. properties];

    public string Name => name;

    public string Path => $"/collections/{collection}/{name}";

    public string Relation => OfOgc + name;

    public JsonAnswer Show(Query query, HttpRequest request) =>
        new(json => Write(json, Links.To(request, Path), Languages.Of(request)), query.MediaType);

    private void Write(Utf8JsonWriter json, string address, Texts texts)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("$id", address);
        json.WriteString("type", "object");
        json.WriteString("title", texts["api.rel." + Relation]);
        json.WriteStartObject("properties");
        foreach (var property in _properties)
            property.Write(json, texts);
        json.WriteEndObject();
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
    }
}
