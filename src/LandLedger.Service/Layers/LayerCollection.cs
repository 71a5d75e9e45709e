using System.Text.Json;
using LandLedger.Geometry;
using LandLedger.Layers;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using LandLedger.Service.Plots;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Layers;

/// <summary>What is told of a layer before its features are read.</summary>
internal static class LayerCollection
{
    public static Results<JsonAnswer, Problem> Show(string collection, Query query, Park park, HttpRequest request)
    {
        var (layer, problem) = FoundLayer.Of(collection, park.Store.Layers);
        return layer is null
            ? problem!
            : new JsonAnswer(
                json => Write(json, layer, request, json => Links.WriteForms(json, query, request)),
                query.MediaType
            );
    }

    /// <summary>The members of a layer among the collections, or of the answer about it alone.</summary>
    /// <param name="own">Writes the links to the description itself.</param>
    public static void Write(Utf8JsonWriter json, Layer layer, HttpRequest request, Action<Utf8JsonWriter> own)
    {
        var texts = Languages.Of(request);
        json.WriteStartObject();
        json.WriteString("id", layer.Name);
        json.WriteString("title", layer.Title);
        json.WriteString(
            "description",
            texts.Find($"collection.{layer.Name}.about") ?? texts["collection.layer.about"]
        );
        json.WriteString("itemType", "feature");
        CollectionsModule.WriteExtent(json, layer.Extent);
        json.WriteStartArray("crs");
        foreach (var crs in CrsUri.All)
            json.WriteStringValue(crs);
        json.WriteEndArray();
        json.WriteString("storageCrs", CrsUri.Of(CrsTable.Cgcs2000));
        json.WriteStartArray("links");
        own(json);
        var items = At(request, layer, "/items");
        Links.Write(json, "items", items, MediaTypes.GeoJson);
        Links.Write(json, "items", items + "?f=html", MediaTypes.Html);
        foreach (var schema in LayerSchemas.Of(layer))
            Links.Write(json, schema.Relation, Links.To(request, schema.Path), MediaTypes.Schema);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Names of layers need no escape in an address.</summary>
    public static string At(HttpRequest request, Layer layer, string path = "") =>
        Links.To(request, $"/collections/{layer.Name}{path}");
}
