using LandLedger.Formats.Tiles;
using LandLedger.Service.Http;

namespace LandLedger.Service.Plots;

internal sealed class PlotsModule : ServiceModule
{
    private static readonly string[] SchemaForms = [MediaTypes.Schema, MediaTypes.Json, MediaTypes.Html];

    public PlotsModule(IServiceProvider services)
        : base(services)
    {
        Get(
            "/collections/plots/items",
            PlotItems.Page,
            new("plots.items")
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
                    Parameters.Properties,
                    Parameters.Count,
                    Parameters.SortBy,
                    Parameters.Filter,
                    Parameters.FilterLang,
                    Parameters.FilterCrs,
                ],
                Offers = [MediaTypes.GeoJson, MediaTypes.Json, MediaTypes.Html],
                Schema = "PlotCollection",
                Problems = ["filter-wrong"],
            }
        );
        Get(
            PlotSchema.Queryables.Path,
            PlotSchema.Queryables.Show,
            new("plots.queryables") { Offers = SchemaForms, Schema = "PropertySchemas" }
        );
        Get(
            PlotSchema.Sortables.Path,
            PlotSchema.Sortables.Show,
            new("plots.sortables") { Offers = SchemaForms, Schema = "PropertySchemas" }
        );
        Get(
            PlotSchema.Items.Path,
            PlotSchema.Items.Show,
            new("plots.schema") { Offers = SchemaForms, Schema = "PropertySchemas" }
        );
        Get(
            "/collections/plots/items/{id}",
            PlotItems.One,
            new("plots.item")
            {
                Parameters =
                [
                    Parameters.AsOf,
                    Parameters.County,
                    Parameters.Properties,
                    Parameters.AnswerCrs,
                    Parameters.Decimals,
                ],
                Offers = [MediaTypes.GeoJson, MediaTypes.Json, MediaTypes.Html],
                Schema = "PlotFeature",
                Problems = ["plot-unknown", "plot-ambiguous"],
            }
        );
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
}
