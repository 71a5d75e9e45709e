using System.Globalization;
using LandLedger.Formats.Tiles;
using LandLedger.Import;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Plots;

/// <summary>Plots as vector tiles of the grid WebMercatorQuad, each with its class on the day; a tile without plots is 204.</summary>
internal static class PlotTiles
{
    public static Results<BytesAnswer, NoContent, Problem> One(
        string zoom,
        string row,
        string column,
        Query query,
        Park park,
        ServiceOptions options,
        HttpResponse response,
        CancellationToken cancel
    )
    {
        if (Address(zoom, row, column) is not { } tile)
            return new Problem("tile-unknown", ("tile", $"{zoom}/{row}/{column}"));
        var shifted = query.Of(Parameters.Shifted);
        if (shifted)
            AskedPlace.Mark(response);
        var asked = new PlotQuery
        {
            Shapes = true,
            Ended = true,
            Box = PlotTile.BoxOf(tile, shifted),
        };
        var asOf = query.Of(Parameters.AsOf) ?? options.Today;
        var day = park.On(asOf);
        var bytes = PlotTile.Write(
            tile,
            day.Evaluate(park.Store.Plots(asked, cancel), cancel),
            park.Basis(asOf),
            shifted
        );
        return bytes.Length == 0 ? TypedResults.NoContent() : new BytesAnswer(bytes, PlotTile.MediaType);
    }

    private static TileAddress? Address(string zoom, string row, string column) =>
        Number(zoom) is { } z
        && Number(row) is { } y
        && Number(column) is { } x
        && new TileAddress(z, y, x) is { Exists: true } tile
            ? tile
            : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
