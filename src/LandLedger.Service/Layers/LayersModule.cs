using LandLedger.Service.Collections;
using LandLedger.Service.Http;

namespace LandLedger.Service.Layers;

/// <summary>The reference layers of the store, each a collection of features.</summary>
internal sealed class LayersModule : ServiceModule
{
    private static readonly string[] Forms = [MediaTypes.Json, MediaTypes.Html];

    public LayersModule(IServiceProvider services)
        : base(services)
    {
        Get(
            "/collections/{collection}",
            LayerCollection.Show,
            new("layers.layer")
            {
                Offers = Forms,
                Schema = "Collection",
                Problems = ["collection-unknown"],
            }
        );
        Get(
            "/collections/{collection}/items",
            LayerItems.Page,
            new("layers.items")
            {
                Parameters =
                [
                    .. Parameters.OfItems,
                    Parameters.Limit,
                    Parameters.Page,
                    Parameters.Count,
                    Parameters.LayerSortBy,
                ],
                Offers = [MediaTypes.GeoJson, .. Forms],
                Schema = "LayerItems",
                Problems = ["collection-unknown", "filter-wrong"],
            }
        );
        Get(
            "/collections/{collection}/items/{id}",
            LayerItems.One,
            new("layers.item")
            {
                Parameters = [Parameters.AnswerCrs, Parameters.Decimals],
                Offers = [MediaTypes.GeoJson, .. Forms],
                Schema = "LayerFeature",
                Problems = ["collection-unknown", "feature-unknown"],
            }
        );
        AddSchema("schema", LayerSchemas.ShowItems);
        AddSchema("queryables", LayerSchemas.ShowQueryables);
        AddSchema("sortables", LayerSchemas.ShowSortables);
    }

    private void AddSchema(string name, Delegate handler) =>
        Get(
            "/collections/{collection}/" + name,
            handler,
            new("layers." + name)
            {
                Offers = [MediaTypes.Schema, .. Forms],
                Schema = "PropertySchemas",
                Problems = ["collection-unknown"],
            }
        );
}
