using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Collections;

/// <summary>What there is to know before tiles are fetched: the sets and their grid.</summary>
internal sealed class TilesModule : ServiceModule
{
    private static readonly string[] Forms = [MediaTypes.Json, MediaTypes.Html];

    public TilesModule(IServiceProvider services)
        : base(services)
    {
        Get("/tileMatrixSets", Grids, new("tiles.grids") { Offers = Forms, Schema = "TileMatrixSets" });
        Get(
            "/tileMatrixSets/{grid}",
            Grid,
            new("tiles.grid")
            {
                Offers = Forms,
                Schema = "TileMatrixSet",
                Problems = ["grid-unknown"],
            }
        );
        Get("/collections/plots/tiles", Sets, new("tiles.sets") { Offers = Forms, Schema = "TileSets" });
        Get(
            "/collections/plots/tiles/" + TileMatrixSet.Id,
            Set,
            new("tiles.set")
            {
                Parameters = [Parameters.AsOf, Parameters.Shifted],
                Offers = [MediaTypes.Json, MediaTypes.TileJson, MediaTypes.Html],
                Schema = "TileSet",
            }
        );
    }

    private static JsonAnswer Grids(Query query, HttpRequest request) =>
        new(json => TileMatrixSet.WriteList(json, query, request), query.MediaType);

    private static Results<JsonAnswer, Problem> Grid(string grid, Query query) =>
        grid == TileMatrixSet.Id
            ? new JsonAnswer(TileMatrixSet.Write, query.MediaType)
            : new Problem("grid-unknown", ("grid", grid), ("known", TileMatrixSet.Id));

    private static JsonAnswer Sets(Query query, HttpRequest request) =>
        new(json => TileSet.WriteList(json, query, request), query.MediaType);

    private static JsonAnswer Set(Query query, Park park, HttpRequest request, HttpResponse response)
    {
        var extent = park.Extent();
        if (query.Of(Parameters.Shifted))
            AskedPlace.Mark(response);
        return query.MediaType == MediaTypes.TileJson
            ? new(json => TileSet.WriteTileJson(json, query, request, extent), query.MediaType)
            : new(json => TileSet.Write(json, query, request, extent), query.MediaType);
    }
}
