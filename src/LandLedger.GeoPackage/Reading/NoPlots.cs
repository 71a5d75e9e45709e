using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>The page of a store that has no plots yet.</summary>
internal sealed class NoPlots : IPlotPage
{
    public static NoPlots Page { get; } = new();

    private NoPlots() { }

    public string? State => null;

    public IReadOnlyList<PlotMark> Marks => [];

    public IReadOnlyList<Plot> Read(IReadOnlyList<PlotMark> marks, CancellationToken cancel = default) => [];

    public void Dispose() { }
}
