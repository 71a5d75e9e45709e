using LandLedger.Formats.Tiles;
using LandLedger.People;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using LandLedger.Service.Plots.Writing;
using Microsoft.AspNetCore.Http;
using Route = LandLedger.Service.Http.Route;

namespace LandLedger.Service.Plots;

internal sealed class PlotsModule : ServiceModule
{
    private static readonly string[] SchemaForms = [MediaTypes.Schema, MediaTypes.Json, MediaTypes.Html];

    private static readonly string[] Forms = [MediaTypes.GeoJson, MediaTypes.Json, MediaTypes.Html];

    private const string Items = "/collections/plots/items";

    /// <summary>What any write of a plot may be refused for.</summary>
    private static readonly string[] Refusals =
    [
        "import-running",
        "origin-foreign",
        "import-refused",
        "header-wrong",
        "scope-bounded-plot",
    ];

    private static readonly string[] BodyRefusals = [.. Refusals, "request-malformed", "body-too-large", "media-type"];

    private static readonly string[] StateRefusals =
    [
        "plot-unknown",
        "plot-ambiguous",
        "plot-went-on",
        "if-match-missing",
    ];

    private static readonly Parameter[] OfWrites =
    [
        Parameters.Since,
        Parameters.Writer,
        Parameters.Why,
        Parameters.Earlier,
    ];

    private static readonly Dictionary<int, string> Refused = new()
    {
        [StatusCodes.Status422UnprocessableEntity] = "PlotRefused",
    };

    public PlotsModule(IServiceProvider services)
        : base(services)
    {
        foreach (var collection in PlotCollection.All)
            AddCollection(collection);
        AddWrites();
        AddPaper();
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

    private void AddPaper() =>
        Get(
            "/plots/{id}/file",
            PlotPaper.Show,
            new("plots.file")
            {
                Needs = Right.Files,
                Parameters = [Parameters.AsOf, Parameters.County, Parameters.Lang],
                Offers = PlotPaper.Offers,
                Problems = ["plot-unknown", "plot-ambiguous"],
            }
        );

    private void AddWrites()
    {
        Post(
            Items,
            PlotWrites.AddAsync,
            new("plots.add")
            {
                Needs = Right.Edit,
                Parameters = OfWrites,
                Offers = PlotWrites.Features,
                Schema = "WrittenPlot",
                Takes = MediaTypes.GeoJson,
                Body = "NewPlot",
                Headers = [PlotRequest.CrsHeader, JsonBody.KeyHeader],
                Makes = true,
                Problems = [.. BodyRefusals, "plot-exists"],
                ProblemSchemas = Refused,
            }
        );
        Route Of(string id, string taken, string body) =>
            new(id)
            {
                Needs = Right.Edit,
                Parameters = [Parameters.County, .. OfWrites],
                Offers = PlotWrites.Features,
                Schema = "WrittenPlot",
                Takes = taken,
                Body = body,
                Headers = [PlotRequest.CrsHeader, "If-Match", JsonBody.KeyHeader],
                Problems = [.. BodyRefusals, .. StateRefusals],
                ProblemSchemas = Refused,
            };
        Put(Items + "/{id}", PlotWrites.ReplaceAsync, Of("plots.replace", MediaTypes.GeoJson, "WholePlot"));
        Patch(Items + "/{id}", PlotWrites.UpdateAsync, Of("plots.update", MediaTypes.MergePatch, "PlotPatch"));
        Delete(
            Items + "/{id}",
            PlotWrites.EndAsync,
            new("plots.end")
            {
                Needs = Right.Edit,
                Parameters = [Parameters.County, .. OfWrites],
                Offers = [],
                MayBeEmpty = true,
                Headers = ["If-Match", JsonBody.KeyHeader],
                Problems = [.. Refusals.Except(["header-wrong"]), .. StateRefusals, "parameter-missing"],
                ProblemSchemas = Refused,
            }
        );
        Options(Items, PlotMethods.OfAll, new("plots.methods") { Offers = [] });
        Options(Items + "/{id}", PlotMethods.OfOne, new("plots.methods.one") { Offers = [] });
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
                TagsItself = true,
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
