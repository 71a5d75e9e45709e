namespace LandLedger.Import.Checks;

/// <summary>
/// Names outlines of an import that are the same land as others of it or of the store, those that have ended among them; overlaps that it
/// brings none of are told by <see cref="StoreCheck"/>.
/// </summary>
/// <param name="store">As it is before the import.</param>
internal sealed class Overlaps(IImport import, IPlotStore store)
{
    /// <summary>Up to so many plots, drawn or ended, the store is asked around each; for more it is read once.</summary>
    private const int Few = 1000;

    private readonly MovedKeys _keys = new();
    private readonly List<(Plot Plot, RawPlace Place, Drawn Drawn)> _first = [];
    private readonly List<(Plot Plot, RawPlace Place)> _endedNow = [];
    private readonly bool _isEmpty = import.IsEmpty;
    private FollowedPlots? _ended;
    private OverlapCheck? _check;

    /// <summary>Takes in a plot whose outline a row states.</summary>
    public void Note(Plot plot, RawPlace place, Drawn drawn)
    {
        if (_check is not null)
        {
            _check.Note(plot, place, drawn);
            return;
        }
        _first.Add((plot, place, drawn));
        if (_first.Count == Few)
            Begin(all: true);
    }

    /// <summary>A plot is given its county.</summary>
    public void Move(PlotKey before, PlotKey now) => _keys.Move(before, now);

    /// <summary>Takes in a plot that the import ends.</summary>
    public void NoteEnded(Plot plot, RawPlace place)
    {
        if (_ended is not null)
        {
            _ended.NoteEnded(plot, place);
            return;
        }
        _endedNow.Add((plot, place));
        if (_endedNow.Count == Few)
            Begin(all: true);
    }

    /// <summary>As <see cref="FollowedPlots.Find"/>, when all plots are written and those that ended have.</summary>
    public IEnumerable<Followed> Followed(Func<PlotKey, bool> isNew, DateOnly on) =>
        Check().Followed(_ended!, isNew, on);

    /// <summary>As <see cref="OverlapCheck.Find"/>, when all plots are written.</summary>
    public IEnumerable<ImportIssue> Find() => Check().Find();

    private OverlapCheck Check()
    {
        if (_check is null)
            Begin(all: _first.Count + _endedNow.Count > Few);
        return _check!;
    }

    private IEnumerable<Plot> Around()
    {
        var met = new HashSet<PlotKey>();
        foreach (var drawn in _first.Select(first => first.Plot).Concat(_endedNow.Select(ended => ended.Plot)))
        {
            if (drawn.Shape is not { } shape)
                continue;
            var query = new PlotQuery
            {
                Shapes = true,
                Ended = true,
                Box = shape.Box,
            };
            foreach (var plot in store.Plots(query))
            {
                if (met.Add(PlotKey.Of(plot)))
                    yield return plot;
            }
        }
    }

    private void Begin(bool all)
    {
        IReadOnlyList<Plot> find(string number) => import.Find(number, shapes: true);
        _check = new(find, _keys);
        _ended = new(find, store.Ledger, _keys);
        IEnumerable<Plot> known = all ? store.Plots(new() { Shapes = true, Ended = true }) : Around();
        foreach (var plot in _isEmpty ? [] : known)
        {
            if (plot.EndedOn is null)
                _check.NoteKnown(plot);
            else
                _ended.NoteKnown(plot);
        }
        foreach (var (plot, place, drawn) in _first)
            _check.Note(plot, place, drawn);
        foreach (var (plot, place) in _endedNow)
            _ended.NoteEnded(plot, place);
        _first.Clear();
        _endedNow.Clear();
    }
}
