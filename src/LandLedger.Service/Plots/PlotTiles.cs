using System.Globalization;
using LandLedger.Disposal;
using LandLedger.Formats.Tiles;
using LandLedger.Import;
using LandLedger.Rules;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Plots;

/// <summary>All that the bytes of a tile hang on beside the state of the store.</summary>
internal readonly record struct TileForm(TileAddress Tile, DateOnly AsOf, bool Shifted);

/// <summary>Plots as vector tiles of the grid WebMercatorQuad, each with its class on the day; a tile without plots is 204.</summary>
internal static class PlotTiles
{
    public static Results<BytesAnswer, NoContent, Problem> One(
        string zoom,
        string row,
        string column,
        Query query,
        Park park,
        KeptFeatures kept,
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
        var form = new TileForm(tile, query.Of(Parameters.AsOf) ?? options.Today, shifted);
        var bytes = Kept(form, park, kept, cancel);
        return bytes.Length == 0 ? TypedResults.NoContent() : new BytesAnswer(bytes, PlotTile.MediaType);
    }

    /// <summary>The tile that is kept of the state that is read now; else it is made, and kept if no import commits meanwhile.</summary>
    private static byte[] Kept(TileForm form, Park park, KeptFeatures kept, CancellationToken cancel)
    {
        var store = park.Store;
        var state = store.State();
        var tiles = state is null ? null : kept.Of(store, state).Tiles;
        if (tiles?.Find(form) is { } found)
            return found;
        if (tiles is null || park.At(store, state!, form.AsOf) is not { } at)
            return Made(form, store, park.On(form.AsOf), park.Basis(form.AsOf), cancel);
        var made = Made(form, store, at.Day, at.Basis, cancel);
        if (store.State() == state)
            tiles.Keep(form, made);
        return made;
    }

    private static byte[] Made(TileForm form, IPlotStore store, ParkDay day, ListBasis basis, CancellationToken cancel)
    {
        var asked = new PlotQuery
        {
            Shapes = true,
            Ended = true,
            Box = PlotTile.BoxOf(form.Tile, form.Shifted),
        };
        return PlotTile.Write(form.Tile, day.Evaluate(store.Plots(asked, cancel), cancel), basis, form.Shifted);
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
