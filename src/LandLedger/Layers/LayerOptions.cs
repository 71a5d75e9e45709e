using LandLedger.Geometry;

namespace LandLedger.Layers;

public sealed record LayerOptions
{
    public required string Name { get; init; }

    /// <summary>Null: the name of the file.</summary>
    public string? Title { get; init; }

    /// <summary>For files that do not declare a system; over a declaration it wins, with an issue that says so.</summary>
    public Crs? Crs { get; init; }

    /// <summary>Keep the good features when some are refused; otherwise it is all or nothing.</summary>
    public bool KeepGood { get; init; }

    /// <summary>When the layer is recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
