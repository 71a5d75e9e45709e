using LandLedger.Import;

namespace LandLedger.Layers;

/// <summary>What became of a file that was to be a layer.</summary>
/// <param name="Layer">With its features counted; as planned where nothing was stored.</param>
public sealed record LayerReport(ImportOutcome Outcome, Layer Layer)
{
    /// <summary>Features that a layer of the name had before; null where there was none.</summary>
    public long? Before { get; init; }

    /// <summary>Features kept out.</summary>
    public int Refused { get; init; }

    public IReadOnlyList<ImportIssue> Issues { get; init; } = [];
}
