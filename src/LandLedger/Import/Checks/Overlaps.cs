namespace LandLedger.Import.Checks;

/// <summary>
/// Names outlines of an import that are the same land as others of it or of the store; overlaps that it brings none of are told by
/// <see cref="StoreCheck"/>.
/// </summary>
/// <param name="store">As it is before the import.</param>
internal sealed class Overlaps(IImport import, IPlotStore store)
{
    /// <summary>Up to so many plots the store is asked around each; for more it is read once.</summary>
    private const int Few = 1000;

    private readonly List<(Plot Plot, RawPlace Place)> _first = [];
    private readonly bool _isEmpty = import.IsEmpty;
    private OverlapCheck? _check;

    /// <summary>Takes in a plot whose outline a row states.</summary>
    public void Note(Plot plot, RawPlace place)
    {
        if (_check is not null)
        {
            _check.Note(plot, place);
            return;
        }
        _first.Add((plot, place));
        if (_first.Count == Few)
            Begin(_isEmpty ? [] : store.Plots(new() { Shapes = true }));
    }

    /// <summary>As <see cref="OverlapCheck.Find"/>, when all plots are written.</summary>
    public IEnumerable<ImportIssue> Find()
    {
        if (_check is null)
            Begin(_isEmpty ? [] : Around());
        return _check!.Find();
    }

    private IEnumerable<Plot> Around()
    {
        var met = new HashSet<PlotKey>();
        foreach (var shape in _first.Select(first => first.Plot.Shape!))
        {
            var box = new Box(shape.West, shape.South, shape.East, shape.North);
            foreach (var plot in store.Plots(new() { Shapes = true, Box = box }))
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
            _check.NoteKnown(plot);
        foreach (var (plot, place) in _first)
            _check.Note(plot, place);
        _first.Clear();
    }
}
