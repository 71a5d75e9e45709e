namespace LandLedger.Import.Checks;

/// <summary>
/// Sees new plots that bear the supervision number (电子监管号) of plots that the import ends, where one of the two has no outline by which
/// <see cref="FollowedPlots"/> could tell that it is the same land.
/// </summary>
internal sealed class RenumberedPlots(IImport import)
{
    private readonly Dictionary<string, List<PlotKey>> _ended = new(StringComparer.Ordinal);

    /// <summary>Takes in a plot that the import ends.</summary>
    public void NoteEnded(Plot plot)
    {
        if (plot.Grant.SupervisionNumber is not { } number)
            return;
        if (!_ended.TryGetValue(number, out var plots))
            _ended.Add(number, plots = new(1));
        plots.Add(PlotKey.Of(plot));
    }

    /// <summary>As <see cref="FollowedPlots.Find"/>.</summary>
    /// <param name="listedAt">The row that lists a plot.</param>
    public IEnumerable<Followed> Find(Func<PlotKey, bool> isNew, Func<PlotKey, RawPlace?> listedAt)
    {
        foreach (var (number, ended) in _ended)
        {
            var plots = import.FindSupervised(number);
            foreach (var plot in plots)
            {
                var key = PlotKey.Of(plot);
                if (plot is not { EndedOn: null, EnteredOn: null } || !isNew(key) || listedAt(key) is not { } place)
                    continue;
                var lands = plots
                    .Where(land => land.EndedOn is not null && ended.Contains(PlotKey.Of(land)))
                    .Where(land => land.Shape is null || plot.Shape is null)
                    .Select(land => (land, land.Number))
                    .ToList();
                if (lands.Max(land => land.land.EndedOn) is { } last)
                    yield return Followed.Of("plot.follows-number", plot, plot with { EnteredOn = last }, lands, place);
            }
        }
    }
}
