namespace LandLedger.Import.Checks;

/// <summary>Keys of plots whose county becomes known while an import runs.</summary>
internal sealed class MovedKeys
{
    private readonly Dictionary<PlotKey, PlotKey> _now = [];
    private readonly Dictionary<PlotKey, PlotKey> _before = [];

    public void Move(PlotKey before, PlotKey now)
    {
        _now[before] = now;
        _before[now] = before;
    }

    /// <summary>The key that a plot goes by now.</summary>
    public PlotKey Now(PlotKey plot) => _now.Count > 0 ? _now.GetValueOrDefault(plot, plot) : plot;

    /// <summary>The key that it went by before the import.</summary>
    public PlotKey Before(PlotKey plot) => _before.GetValueOrDefault(plot, plot);
}
