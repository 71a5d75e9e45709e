using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Formats.Tiles;

/// <summary>
/// Plots as a vector tile (Mapbox Vector Tile 2.1): one layer <c>plots</c> of polygons with <c>id</c> (that of its record),
/// <c>category</c>, <c>measure</c> (the first that is open now) and <c>mu</c> (measured, else stated; two decimals, half up).
/// </summary>
public static class PlotTile
{
    public const string MediaType = "application/vnd.mapbox-vector-tile";

    /// <summary>Name of the one layer.</summary>
    public const string Layer = "plots";

    private const int Decimals = 2;

    /// <summary>Where plots lie that a tile may show, in degrees.</summary>
    /// <param name="shifted">As <see cref="Write"/> is told.</param>
    public static Box BoxOf(TileAddress tile, bool shifted)
    {
        var (west, south, east, north) = tile.Box;
        var most = shifted ? Gcj02.Most : 0;
        return new(west - most, south - most, east + most, north + most);
    }

    /// <summary>The bytes of the tile; empty when no plot reaches into it.</summary>
    /// <param name="shifted">
    /// Whether outlines are shifted for base maps in GCJ-02: name of the layer and each feature then say so (<see cref="ShiftedMark"/>).
    /// </param>
    /// <param name="measures">Whether what may be done is told; else <c>measure</c> is left out.</param>
    public static byte[] Write(
        TileAddress tile,
        IEnumerable<Evaluation> evaluations,
        ListBasis basis,
        bool shifted = false,
        bool measures = true
    )
    {
        var name = shifted ? ShiftedMark.Name(Layer) : Layer;
        string[] keys = ["id", "category", "measure", "mu"];
        var layer = new TileLayer(name, shifted ? [.. keys, ShiftedMark.Member] : keys);
        var outline = new TileOutline(tile, shifted);
        foreach (var evaluation in evaluations)
        {
            if (evaluation.Plot.Shape is not { Wkb.IsEmpty: false } shape)
                continue;
            var commands = outline.Of(shape.Wkb.Span);
            if (commands.Count == 0)
                continue;
            layer.Property(0, basis.IdOf(evaluation.Plot));
            layer.Property(1, Codes.Of(evaluation.CountsAs));
            layer.Property(2, measures ? OpenMeasure(evaluation) : null);
            layer.Property(3, (double?)(evaluation.Plot.Measured?.Plane ?? evaluation.Plot.StatedArea)?.ToMu(Decimals));
            if (shifted)
                layer.Property(4, ShiftedMark.Value);
            layer.Add(commands);
        }
        return layer.IsEmpty ? [] : layer.Tile();
    }

    private static string? OpenMeasure(Evaluation evaluation)
    {
        for (var i = 0; i < evaluation.Measures.Length; i++)
        {
            if (evaluation.Measures[i].IfCause is null)
                return Codes.Of(evaluation.Measures[i].Kind);
        }
        return null;
    }
}
