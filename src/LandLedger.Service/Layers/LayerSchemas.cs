using LandLedger.Layers;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using LandLedger.Service.Zones;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Layers;

/// <summary>What features of a layer have and what filters may name and orders go by: the properties of its file, with the types that it gave them.</summary>
internal static class LayerSchemas
{
    /// <summary>Zones are few and not sorted.</summary>
    public static IReadOnlyList<CollectionSchema> Of(Layer layer) =>
        layer.Name == ZoneLayer.Id
            ? [Items(layer), Queryables(layer)]
            : [Items(layer), Queryables(layer), Sortables(layer)];

    public static Results<JsonAnswer, Problem> ShowItems(
        string collection,
        Query query,
        Park park,
        HttpRequest request
    ) => Show(collection, Items, query, park, request);

    public static Results<JsonAnswer, Problem> ShowQueryables(
        string collection,
        Query query,
        Park park,
        HttpRequest request
    ) => Show(collection, Queryables, query, park, request);

    public static Results<JsonAnswer, Problem> ShowSortables(
        string collection,
        Query query,
        Park park,
        HttpRequest request
    ) => Show(collection, Sortables, query, park, request);

    private static Results<JsonAnswer, Problem> Show(
        string collection,
        Func<Layer, CollectionSchema> schema,
        Query query,
        Park park,
        HttpRequest request
    )
    {
        var (layer, problem) = FoundLayer.Of(collection, park.Store.Layers);
        return layer is null ? problem! : schema(layer).Show(query, request);
    }

    private static CollectionSchema Items(Layer layer) => new("schema", [Id(layer), .. Properties(layer)], layer.Name);

    private static PropertySchema Id(Layer layer) =>
        layer.Name == ZoneLayer.Id
            ? PropertySchema.Id("string", "schema.zone-id")
            : PropertySchema.Id("integer", "schema.feature-id");

    private static CollectionSchema Queryables(Layer layer) => new("queryables", Properties(layer), layer.Name);

    private static CollectionSchema Sortables(Layer layer) =>
        new("sortables", FeatureSort.Sortables(layer).Select(PropertySchema.Of), layer.Name);

    private static IEnumerable<PropertySchema> Properties(Layer layer) =>
        layer.Properties.Select(property => PropertySchema.Of(property, layer.Kind));
}
