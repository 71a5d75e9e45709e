using LandLedger.Filters;
using LandLedger.Import;

namespace LandLedger.Layers;

/// <summary>Which features of a layer to read.</summary>
public sealed record FeatureQuery
{
    public static FeatureQuery All { get; } = new();

    /// <summary>Features whose box meets this one, in degrees; those without geometry are left out then.</summary>
    public Box? Box { get; init; }

    /// <summary>Features that the filter is true of. It must be one that the store does not refuse.</summary>
    public BoundFilter? Filter { get; init; }

    /// <summary>Start behind this one, for paging by key.</summary>
    public long After { get; init; }

    public int? Limit { get; init; }
}
