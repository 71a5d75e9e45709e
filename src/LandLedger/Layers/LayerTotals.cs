using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Layers;

/// <summary>What a layer's features come to: how many, where, of which kind.</summary>
public sealed class LayerTotals
{
    private const string Mixed = "Geometry";

    private long _features;
    private Box? _extent;
    private string? _kind;

    public void Add(LayerFeature feature)
    {
        _features++;
        if (feature.Shape is not { } shape)
            return;
        var kind = ((WkbKind)WkbBox.TypeOf(shape.Wkb.Span)).ToString();
        _kind = _kind is null || _kind == kind ? kind : Mixed;
        var box = shape.Box;
        _extent = _extent is { } all
            ? new(
                Math.Min(all.West, box.West),
                Math.Min(all.South, box.South),
                Math.Max(all.East, box.East),
                Math.Max(all.North, box.North)
            )
            : box;
    }

    /// <summary>The layer with what was added to it.</summary>
    public Layer Of(Layer layer) => layer with { Features = _features, Extent = _extent, Kind = _kind ?? Mixed };
}
