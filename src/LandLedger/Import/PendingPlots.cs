namespace LandLedger.Import;

/// <summary>
/// The plots that an import of several tables has touched, held back until its end: what one file changes and another changes back
/// is no change. An import of one table writes each plot at once and holds nothing.
/// </summary>
internal sealed class PendingPlots(IImport import, bool hold)
{
    /// <summary>Beyond so many the plots met so far are written, so that memory stays bounded.</summary>
    private const int MostHeld = 200_000;

    private readonly Dictionary<PlotKey, Pending> _held = [];
    private readonly Dictionary<string, List<PlotKey>> _byNumber = new(StringComparer.Ordinal);

    /// <summary>Told for each plot that was written, with what became of it: null when it is the same as before.</summary>
    public Action<PlotKey, PlotChange?>? Written { get; set; }

    /// <summary>Plots of that number as the import has left them so far.</summary>
    public IReadOnlyList<Plot> Find(string number)
    {
        var known = import.Find(number, shapes: true);
        if (!_byNumber.TryGetValue(number, out var keys))
            return known;
        return
        [
            .. known.Where(plot => !keys.Contains(new(plot.County, plot.Number))),
            .. keys.Select(key => _held[key].Now),
        ];
    }

    public bool Holds(PlotKey key) => _held.ContainsKey(key);

    public void Put(PlotKey key, Plot? old, Plot now, ParsedRow row, IReadOnlyList<FactChange> changes)
    {
        if (!_held.TryGetValue(key, out var pending))
        {
            pending = new() { Before = old, First = row };
            if (hold)
            {
                _held.Add(key, pending);
                if (!_byNumber.TryGetValue(key.Number, out var keys))
                    _byNumber.Add(key.Number, keys = new(1));
                keys.Add(key);
            }
        }
        pending.Now = now;
        foreach (var change in changes)
            pending.Places[change.Field] = (row.File, row.Line);
        if (!hold)
            Write(key, pending);
        else if (_held.Count >= MostHeld)
            Flush();
    }

    /// <summary>Gives a plot its county; what is held moves along.</summary>
    public void Move(PlotKey from, PlotKey to)
    {
        import.Move(from, to.County);
        if (!_held.Remove(from, out var pending))
            return;
        _held.Add(to, pending);
        _byNumber[to.Number].Remove(from);
        _byNumber[to.Number].Add(to);
    }

    public void Flush()
    {
        foreach (var (key, pending) in _held)
            Write(key, pending);
        _held.Clear();
        _byNumber.Clear();
    }

    private void Write(PlotKey key, Pending pending)
    {
        if (pending.Before is not { } before)
        {
            var added = new PlotChange(key.Number, ChangeKind.Added, pending.First.File, pending.First.Line, []);
            import.Put(pending.Now, added);
            Written?.Invoke(key, added);
            return;
        }
        var facts = PlotMerge.Changes(before, pending.Now);
        if (facts.Count == 0)
        {
            Written?.Invoke(key, null);
            return;
        }
        // One change for each place in the files that it came from; the plot itself is written with the last.
        foreach (
            var place in facts.GroupBy(fact =>
                pending.Places.GetValueOrDefault(fact.Field, (pending.First.File, pending.First.Line))
            )
        )
        {
            var change = new PlotChange(key.Number, ChangeKind.Changed, place.Key.Item1, place.Key.Item2, [.. place]);
            import.Put(pending.Now, change);
            Written?.Invoke(key, change);
        }
    }

    private sealed class Pending
    {
        public Plot? Before { get; init; }

        public Plot Now { get; set; } = null!;

        public required ParsedRow First { get; init; }

        public Dictionary<string, (string File, int Line)> Places { get; } = new(StringComparer.Ordinal);
    }
}
