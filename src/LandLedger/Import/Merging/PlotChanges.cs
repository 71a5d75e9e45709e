namespace LandLedger.Import.Merging;

/// <summary>
/// What an import did to plots, in order of the files. A fact that several rows of a file changed is told once: what it was before the
/// first and is after the last, if that is another.
/// </summary>
internal sealed class PlotChanges
{
    private readonly List<PlotChange> _changes = [];
    private readonly Dictionary<PlotKey, List<int>> _ofPlot = [];

    public IReadOnlyList<PlotChange> All =>
        _changes.FindAll(change => change.Kind != ChangeKind.Changed || change.Facts.Count > 0);

    public void Add(PlotKey plot, PlotChange change)
    {
        if (change.Kind != ChangeKind.Changed)
        {
            _changes.Add(change);
            return;
        }
        if (!_ofPlot.TryGetValue(plot, out var earlier))
            _ofPlot.Add(plot, earlier = new(1));
        var further = new List<FactChange>();
        foreach (var fact in change.Facts)
        {
            if (!earlier.Exists(at => Join(at, fact)))
                further.Add(fact);
        }
        if (further.Count == 0)
            return;
        earlier.Add(_changes.Count);
        _changes.Add(change with { Facts = further });
    }

    public void AddRange(IEnumerable<PlotChange> ended) => _changes.AddRange(ended);

    /// <summary>Whether all that was changed in a plot is as it was before.</summary>
    public bool CameBack(PlotKey plot) =>
        _ofPlot.TryGetValue(plot, out var changed) && changed.TrueForAll(at => _changes[at].Facts.Count == 0);

    private bool Join(int at, FactChange fact)
    {
        var facts = _changes[at].Facts.ToList();
        var before = facts.FindIndex(earlier => earlier.Field == fact.Field && earlier.New == fact.Old);
        if (before < 0)
            return false;
        facts[before] = facts[before] with { New = fact.New };
        facts.RemoveAll(joined => joined.Old == joined.New);
        _changes[at] = _changes[at] with { Facts = facts };
        return true;
    }
}
