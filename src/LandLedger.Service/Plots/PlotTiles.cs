using System.Globalization;
using LandLedger.Disposal;
using LandLedger.Formats.Tiles;
using LandLedger.Import;
using LandLedger.People;
using LandLedger.Rules;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using LandLedger.Service.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Plots;

/// <summary>All that the bytes of a tile hang on beside the state of the store.</summary>
internal readonly record struct TileForm(TileAddress Tile, DateOnly AsOf, Sight Sight, bool Shifted)
{
    public bool Measures => Sight.Hidden.Show("measures");
}

/// <summary>Plots as vector tiles of the grid WebMercatorQuad, each with its class on the day; a tile without plots is 204.</summary>
internal static class PlotTiles
{
    /// <summary>From this zoom on a tile holds few plots, but where they lie very close.</summary>
    private const int Near = 14;

    /// <summary>So many plots at most are read at once, by one thread; more are read a stretch at a time, on all cores.</summary>
    private const int Few = 1024;

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
        var form = new TileForm(tile, query.Of(Parameters.AsOf) ?? options.Today, park.Sight, shifted);
        var bytes = Kept(form, park, kept, cancel);
        return bytes.Length == 0 ? TypedResults.NoContent() : new BytesAnswer(bytes, PlotTile.MediaType);
    }

    /// <summary>The tile that is kept, if the store is still in its state; else it is made.</summary>
    private static byte[] Kept(TileForm form, Park park, KeptFeatures kept, CancellationToken cancel)
    {
        if (
            kept.Last(park.Opened) is { } last
            && last.Tiles.Find(form) is { } found
            && park.Opened.State() == last.State
        )
            return found;
        return (form.Tile.Zoom >= Near ? OfFew(form, park, kept, cancel) : null) ?? OfMany(form, park, kept, cancel);
    }

    /// <summary>By one look at the store, which tells its state, too; null where there are many plots, or the store has gone on.</summary>
    private static byte[]? OfFew(TileForm form, Park park, KeptFeatures kept, CancellationToken cancel)
    {
        using var page = park.Store.Page(Asked(form) with { Limit = Few + 1 }, whole: true, cancel);
        if (page.Marks.Count == 0)
            return [];
        if (
            page.Marks.Count > Few
            || page.State is not { } state
            || park.At(state, form.AsOf) is not { } at
            || page.Read(page.Marks, cancel) is not { } plots
        )
            return null;
        var made = PlotTile.Write(form.Tile, at.Day.OneByOne(plots), at.Basis, form.Shifted, form.Measures);
        kept.Of(park.Opened, state).Tiles.Keep(form, made);
        return made;
    }

    /// <summary>Kept if no import commits meanwhile.</summary>
    private static byte[] OfMany(TileForm form, Park park, KeptFeatures kept, CancellationToken cancel)
    {
        if (park.Opened.State() is not { } state || park.At(state, form.AsOf) is not { } at)
            return Made(form, park.Store, park.On(form.AsOf), park.Basis(form.AsOf), cancel);
        var made = Made(form, park.Store, at.Day, at.Basis, cancel);
        if (park.Opened.State() == state)
            kept.Of(park.Opened, state).Tiles.Keep(form, made);
        return made;
    }

    private static byte[] Made(
        TileForm form,
        IPlotStore store,
        ParkDay day,
        ListBasis basis,
        CancellationToken cancel
    ) =>
        PlotTile.Write(
            form.Tile,
            day.Evaluate(store.Plots(Asked(form), cancel), cancel),
            basis,
            form.Shifted,
            form.Measures
        );

    private static PlotQuery Asked(TileForm form) =>
        new()
        {
            Shapes = true,
            On = form.AsOf,
            Box = PlotTile.BoxOf(form.Tile, form.Shifted),
        };

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
