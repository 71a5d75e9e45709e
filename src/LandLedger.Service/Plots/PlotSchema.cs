using System.Text.Json;
using LandLedger.Disposal;
using LandLedger.Filters;
using LandLedger.Import;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Plots;

/// <summary>A JSON Schema (2020-12) that tells some of the properties of a collection: what items have, what filters may name, what items are sorted by.</summary>
internal sealed class PlotSchema(string name, IEnumerable<PropertySchema> properties, string collection)
{
    private const string OfOgc = "http://www.opengis.net/def/rel/ogc/1.0/";

    private readonly PropertySchema[] _properties = [.. properties];

    /// <summary>What filters may name, as <see cref="JudgedQueryables"/> has it.</summary>
    public static PlotSchema OfQueryables(string collection) =>
        new("queryables", JudgedQueryables.All.All.Select(PropertySchema.Of), collection);

    /// <summary>What plots can be sorted by.</summary>
    public static PlotSchema OfSortables(string collection) =>
        new("sortables", PlotSort.Sortables.Select(PropertySchema.Of), collection);

    /// <summary>What items have: their id, a property for each column, the outline.</summary>
    public static PlotSchema OfItems(string collection, IEnumerable<DisposalColumn> columns) =>
        new("schema", [PropertySchema.Id, .. columns.Select(PropertySchema.Of), PropertySchema.Outline], collection);

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
