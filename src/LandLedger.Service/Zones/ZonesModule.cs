using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using LandLedger.Service.Layers;
using LandLedger.Service.Plots;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Zones;

/// <summary>The zones that plots name, each with the sums of its plots.</summary>
internal sealed class ZonesModule : ServiceModule
{
    private const string Path = "/collections/" + ZoneLayer.Id;

    private static readonly string[] Forms = [MediaTypes.Json, MediaTypes.Html];
    private static readonly string[] ItemForms = [MediaTypes.GeoJson, .. Forms];

    public ZonesModule(IServiceProvider services)
        : base(services)
    {
        Get(Path, Show, new("collections.zones") { Offers = Forms, Schema = "Collection" });
        Get(
            Path + "/items",
            ZoneItems.Page,
            new("zones.items")
            {
                Parameters =
                [
                    .. Parameters.OfItems,
                    Parameters.DateTime,
                    Parameters.AsOf,
                    Parameters.Limit,
                    Parameters.ZonePage,
                ],
                Offers = ItemForms,
                Schema = "ZoneCollection",
                Problems = ["filter-wrong"],
            }
        );
        Get(
            Path + "/items/{id}",
            ZoneItems.One,
            new("zones.item")
            {
                Parameters = [Parameters.AsOf, Parameters.AnswerCrs, Parameters.Decimals],
                Offers = ItemForms,
                Schema = "ZoneFeature",
                Problems = ["feature-unknown"],
            }
        );
        foreach (var schema in LayerSchemas.Of(ZoneLayer.Of(Texts.Chinese, null)))
            Get(
                schema.Path,
                schema.Show,
                new($"zones.{schema.Name}") { Offers = [MediaTypes.Schema, .. Forms], Schema = "PropertySchemas" }
            );
    }

    private static JsonAnswer Show(Query query, Park park, HttpRequest request) =>
        new(
            json =>
                LayerCollection.Write(
                    json,
                    ZoneLayer.Of(Languages.Of(request), park.Extent()),
                    request,
                    json => Links.WriteForms(json, query, request)
                ),
            query.MediaType
        );
}
