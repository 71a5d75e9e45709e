using LandLedger.Geometry;

namespace LandLedger.Layers;

/// <summary>One feature (要素) of a layer.</summary>
/// <param name="Id">Number of the record in its file, from 1 on; features come in its order.</param>
/// <param name="Shape">Null where the file has none.</param>
/// <param name="Values">
/// One for each of <see cref="Layer.Values"/>: text as string, numbers as double or decimal, whole numbers as long, flags as bool, days as
/// DateOnly, instants as DateTime in UTC (whole microseconds), lists as string[]; null for unknown.
/// </param>
public sealed record LayerFeature(long Id, LayerShape? Shape, IReadOnlyList<object?> Values)
{
    /// <summary>What it goes by outside where its number is no lasting one.</summary>
    public string? Name { get; init; }
}
