namespace LandLedger.Import.Merging;

/// <summary>
/// What an import did to plots, in order of the files. A fact that several rows of a file changed is told once: what it was before the
/// first and is after the last, if that is another.
/// </summary>
internal sealed class PlotChanges
{
    private readonly List<(PlotKey Plot, PlotChange Change)> _changes = [];
    private readonly Dictionary<PlotKey, List<int>> _ofPlot = [];

    /// <summary>What became of each plot; where plots of several counties have one number, with the county.</summary>
    public IReadOnlyList<PlotChange> All
    {
        get
        {
            var shared = SharedNumbers();
            return
            [
                .. Told()
                    .Select(told =>
                        shared.Contains(told.Plot.Number)
                            ? told.Change with
                            {
                                Plot = told.Plot.ToString(),
                            }
                            : told.Change
                    ),
            ];
        }
    }

    /// <summary>Those of plots that were there before, each with its plot.</summary>
    public IEnumerable<(PlotKey Plot, PlotChange Change)> Changed =>
        Told().Where(told => told.Change.Kind == ChangeKind.Changed);

    /// <summary>What was changed in a plot, in order of the files.</summary>
    public IReadOnlyList<PlotChange> Of(PlotKey plot) =>
        _ofPlot.TryGetValue(plot, out var changed)
            ? [.. changed.Select(at => _changes[at].Change).Where(change => change.Facts.Count > 0)]
            : [];

    public void Add(PlotKey plot, PlotChange change)
    {
        if (change.Kind != ChangeKind.Changed)
        {
            _changes.Add((plot, change));
            return;
        }
        if (!_ofPlot.TryGetValue(plot, out var earlier))
            _ofPlot.Add(plot, earlier = new(1));
        var further = change.Facts;
        if (earlier.Count > 0)
            further = [.. further.Where(fact => !GoesBack(earlier, fact) && !GoesOn(earlier, fact))];
        if (further.Count == 0)
            return;
        earlier.Add(_changes.Count);
        _changes.Add((plot, change with { Facts = further }));
    }

    /// <summary>Gives a plot its county.</summary>
    public void Move(PlotKey from, PlotKey to)
    {
        if (!_ofPlot.Remove(from, out var changed))
            return;
        _ofPlot[to] = changed;
        foreach (var at in changed)
            _changes[at] = (to, _changes[at].Change);
    }

    /// <summary>Whether all that was changed in a plot is as it was before.</summary>
    public bool CameBack(PlotKey plot) =>
        _ofPlot.TryGetValue(plot, out var changed) && changed.TrueForAll(at => _changes[at].Change.Facts.Count == 0);

    private IEnumerable<(PlotKey Plot, PlotChange Change)> Told() =>
        _changes.Where(told => told.Change.Kind != ChangeKind.Changed || told.Change.Facts.Count > 0);

    private HashSet<string> SharedNumbers() =>
        Told().Select(told => told.Plot.County).Distinct(StringComparer.Ordinal).Skip(1).Any()
            ?
            [
                .. Told()
                    .Select(told => told.Plot)
                    .Distinct()
                    .CountBy(plot => plot.Number, StringComparer.Ordinal)
                    .Where(number => number.Value > 1)
                    .Select(number => number.Key),
            ]
            : [];

    private bool GoesBack(List<int> earlier, FactChange fact) =>
        earlier.Exists(at => Join(at, fact, joined => joined.Old == fact.New && joined.New == fact.Old));

    private bool GoesOn(List<int> earlier, FactChange fact) =>
        earlier.Exists(at => Join(at, fact, joined => joined.New == fact.Old));

    private bool Join(int at, FactChange fact, Predicate<FactChange> follows)
    {
        var facts = _changes[at].Change.Facts.ToList();
        var before = facts.FindIndex(joined => joined.Field == fact.Field && follows(joined));
        if (before < 0)
            return false;
        facts[before] = facts[before] with { New = fact.New };
        facts.RemoveAll(joined => joined.Old == joined.New);
        _changes[at] = (_changes[at].Plot, _changes[at].Change with { Facts = facts });
        return true;
    }
}
