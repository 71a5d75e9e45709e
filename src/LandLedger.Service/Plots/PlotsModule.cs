using LandLedger.Formats.Tiles;
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
                Parameters = [Parameters.AsOf],
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
        Get(
            collection.Path + "/items",
            items.Page,
            new(collection.Id + ".items")
            {
                Parameters =
                [
                    Parameters.Bbox,
                    Parameters.BboxCrs,
                    Parameters.AnswerCrs,
                    Parameters.Decimals,
                    Parameters.DateTime,
                    Parameters.Limit,
                    Parameters.Page,
                    Parameters.AsOf,
                    Parameters.Category,
                    Parameters.Zone,
                    collection.Properties,
                    Parameters.Count,
                    Parameters.SortBy,
                    Parameters.Filter,
                    Parameters.FilterLang,
                    Parameters.FilterCrs,
                ],
                Offers = Forms,
                Schema = collection.Schema + "Collection",
                Problems = ["filter-wrong"],
            }
        );
        Get(
            collection.Path + "/items/{id}",
            items.One,
            new(collection.Id + ".item")
            {
                Parameters =
                [
                    Parameters.AsOf,
                    Parameters.County,
                    collection.Properties,
                    Parameters.AnswerCrs,
                    Parameters.Decimals,
                ],
                Offers = Forms,
                Schema = collection.Schema + "Feature",
                Problems = ["plot-unknown", "plot-ambiguous"],
            }
        );
        foreach (var schema in collection.Schemas)
            Get(
                schema.Path,
                schema.Show,
                new($"{collection.Id}.{schema.Name}") { Offers = SchemaForms, Schema = "PropertySchemas" }
            );
    }
}
