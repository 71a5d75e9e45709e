using LandLedger.Import;

namespace LandLedger.Service.People;

/// <summary>A page with its plots as a user sees them.</summary>
internal sealed class SeenPage(IPlotPage page, Func<Plot, Plot> seen) : IPlotPage
{
    public string? State => page.State;

    public IReadOnlyList<PlotMark> Marks => page.Marks;

    public IReadOnlyList<Plot>? Read(IReadOnlyList<PlotMark> marks, CancellationToken cancel = default) =>
        page.Read(marks, cancel) is { } plots ? [.. plots.Select(seen)] : null;

    public void Dispose() => page.Dispose();
}
