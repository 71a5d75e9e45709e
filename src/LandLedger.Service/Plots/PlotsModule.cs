using LandLedger.Formats.Tiles;
using LandLedger.People;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;

namespace LandLedger.Service.Plots;

internal sealed class PlotsModule : ServiceModule
{
    private static readonly string[] SchemaForms = [MediaTypes.Schema, MediaTypes.Json, MediaTypes.Html];

    private static readonly string[] Forms = [MediaTypes.GeoJson, MediaTypes.Json, MediaTypes.Html];

    public PlotsModule(IServiceProvider services)
        : base(services)
    {
        foreach (var collection in PlotCollection.All)
            AddCollection(collection);
        Get(
            "/collections/plots/tiles/WebMercatorQuad/{zoom}/{row}/{column}",
            PlotTiles.One,
            new("plots.tile")
            {
                Tells = FieldGroups.Shape,
                Parameters = [Parameters.AsOf, Parameters.Shifted],
                Offers = [PlotTile.MediaType],
                Problems = ["tile-unknown"],
                MayBeEmpty = true,
            }
        );
        Get(
            "/plots/{id}/evaluation",
            PlotEvaluation.One,
            new("plots.evaluation")
            {
                Needs = Right.Files,
                Parameters = [Parameters.AsOf, Parameters.County, Parameters.Lang],
                Offers = [MediaTypes.Json, MediaTypes.Html],
                Schema = "Evaluation",
                Problems = ["plot-unknown", "plot-ambiguous"],
            }
        );
    }

    private void AddCollection(PlotCollection collection)
    {
        var items = new PlotItems(collection);
        Parameter[] asked =
        [
            .. Parameters.OfItems,
            Parameters.Shifted,
            Parameters.DateTime,
            Parameters.AsOf,
            Parameters.Category,
            Parameters.Zone,
            collection.Properties,
        ];
        Get(
            collection.Path + "/items",
            items.Page,
            new(collection.Id + ".items")
            {
                Parameters = [.. asked, Parameters.Limit, Parameters.Page, Parameters.Count, Parameters.SortBy],
                Offers = Forms,
                Schema = collection.Schema + "Collection",
                Problems = ["filter-wrong"],
            }
        );
        Get(
            collection.Path + "/whole",
            items.Whole,
            new(collection.Id + ".whole")
            {
                Parameters = asked,
                Offers = [MediaTypes.GeoJson, MediaTypes.Json],
                Schema = collection.Schema + "Collection",
                Problems = ["filter-wrong"],
                Long = true,
            }
        );
        Get(
            collection.Path + "/items/{id}",
            new PlotItem(collection).Show,
            new(collection.Id + ".item")
            {
                Parameters =
                [
                    Parameters.AsOf,
                    Parameters.County,
                    collection.Properties,
                    Parameters.AnswerCrs,
                    Parameters.Shifted,
                    Parameters.Decimals,
                ],
                Offers = Forms,
                Schema = collection.Schema + "Feature",
                Problems = ["plot-unknown", "plot-ambiguous"],
            }
        );
        foreach (var schema in collection.Schemas(FieldGroups.None))
            Get(
                schema.Path,
                new PlotSchema(collection, schema.Name).Show,
                new($"{collection.Id}.{schema.Name}") { Offers = SchemaForms, Schema = "PropertySchemas" }
            );
    }
}
