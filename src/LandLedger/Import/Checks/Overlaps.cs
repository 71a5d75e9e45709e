namespace LandLedger.Import.Checks;

/// <summary>
/// Names outlines of an import that are the same land as others of it or of the store, those that have ended among them; overlaps that it
/// brings none of are told by <see cref="StoreCheck"/>.
/// </summary>
/// <param name="store">As it is before the import.</param>
internal sealed class Overlaps(IImport import, IPlotStore store)
{
    /// <summary>Up to so many plots the store is asked around each; for more it is read once.</summary>
    private const int Few = 1000;

    private readonly List<(Plot Plot, RawPlace Place, bool IsRedrawn)> _first = [];
    private readonly FollowedPlots _ended = new(number => import.Find(number, shapes: true));
    private readonly bool _isEmpty = import.IsEmpty;
    private OverlapCheck? _check;

    /// <summary>Takes in a plot whose outline a row states.</summary>
    /// <param name="isRedrawn">Whether its outline is another than before.</param>
    public void Note(Plot plot, RawPlace place, bool isRedrawn)
    {
        if (_check is not null)
        {
            _check.Note(plot, place, isRedrawn);
            return;
        }
        _first.Add((plot, place, isRedrawn));
        if (_first.Count == Few)
            Begin(_isEmpty ? [] : store.Plots(new() { Shapes = true, Ended = true }));
    }

    /// <summary>Takes in a plot that the import ends.</summary>
    public void NoteEnded(Plot plot) => _ended.NoteEnded(plot);

    /// <summary>As <see cref="FollowedPlots.Find"/>, when all plots are written and those that ended have.</summary>
    public IEnumerable<Followed> Followed(Func<PlotKey, bool> isNew, DateOnly on) =>
        Check().Followed(_ended, isNew, on);

    /// <summary>As <see cref="OverlapCheck.Find"/>, when all plots are written.</summary>
    public IEnumerable<ImportIssue> Find() => Check().Find();

    private OverlapCheck Check()
    {
        if (_check is null)
            Begin(_isEmpty ? [] : Around());
        return _check!;
    }

    private IEnumerable<Plot> Around()
    {
        var met = new HashSet<PlotKey>();
        foreach (var shape in _first.Select(first => first.Plot.Shape!))
        {
            var box = new Box(shape.West, shape.South, shape.East, shape.North);
            foreach (
                var plot in store.Plots(
                    new()
                    {
                        Shapes = true,
                        Ended = true,
                        Box = box,
                    }
                )
            )
            {
                if (met.Add(new(plot.County, plot.Number)))
                    yield return plot;
            }
        }
    }

    private void Begin(IEnumerable<Plot> known)
    {
        _check = new(number => import.Find(number, shapes: true));
        foreach (var plot in known)
        {
            if (plot.EndedOn is null)
                _check.NoteKnown(plot);
            else
                _ended.NoteEnded(plot);
        }
        foreach (var (plot, place, isRedrawn) in _first)
            _check.Note(plot, place, isRedrawn);
        _first.Clear();
    }
}
