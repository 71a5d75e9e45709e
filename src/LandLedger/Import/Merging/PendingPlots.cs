using LandLedger.Ledger;

namespace LandLedger.Import.Merging;

/// <summary>
/// The plots that an import of several tables has touched, held back until its end: what one file changes and another changes back
/// is no change. An import of one table writes each plot at once and holds nothing.
/// </summary>
internal sealed class PendingPlots(IImport import, LedgerPen pen, bool hold)
{
    /// <summary>Beyond so many the plots met so far are written, so that memory stays bounded.</summary>
    private const int MostHeld = 200_000;

    private readonly Dictionary<PlotKey, Pending> _held = [];
    private readonly Dictionary<string, List<PlotKey>> _byNumber = new(StringComparer.Ordinal);

    /// <summary>Held plots that have, or had, that supervision number.</summary>
    private readonly Dictionary<string, HashSet<PlotKey>> _bySupervision = new(StringComparer.Ordinal);

    /// <summary>Told for each plot that was written, as it is now, with what became of it: null when it is the same as before.</summary>
    public Action<PlotKey, Plot, PlotChange?>? Written { get; set; }

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

    /// <summary>Plots of that supervision number as the import has left them so far.</summary>
    public IReadOnlyList<Plot> FindSupervised(string number)
    {
        var known = import.IsEmpty
            ? []
            : import.FindSupervised(number).Where(plot => !_held.ContainsKey(new(plot.County, plot.Number)));
        var held = _bySupervision
            .GetValueOrDefault(number, [])
            .Where(_held.ContainsKey)
            .Select(key => _held[key].Now)
            .Where(plot => plot.Grant.SupervisionNumber == number);
        return [.. known, .. held];
    }

    public bool Holds(PlotKey key) => _held.ContainsKey(key);

    /// <summary>Takes a plot as it was before a row (null when it is new), as it is now, and what the row changed in it.</summary>
    public void Put(PlotKey key, Plot? old, Plot now, ParsedRow row, IReadOnlyList<FactChange> changes)
    {
        if (!hold)
        {
            var kind = old is null ? ChangeKind.Added : ChangeKind.Changed;
            Write(key, now, new(key.Number, kind, row.File, row.Line, changes));
            return;
        }
        if (_held.TryGetValue(key, out var pending))
        {
            pending.Changes = null;
            if (pending.Before is null && changes.Count > 0)
                pending.Further.Add((now, new(key.Number, ChangeKind.Changed, row.File, row.Line, changes)));
        }
        else
        {
            _held.Add(
                key,
                pending = new()
                {
                    Before = old,
                    Begun = now,
                    First = (row.File, row.Line),
                    Changes = changes,
                }
            );
            if (!_byNumber.TryGetValue(key.Number, out var keys))
                _byNumber.Add(key.Number, keys = new(1));
            keys.Add(key);
        }
        pending.Now = now;
        Supervised(key, now);
        foreach (var change in changes)
            pending.Places[change.Field] = pending.Places[Told(change)] = new(row.File, row.Line, pending.Rows);
        pending.Rows++;
        if (_held.Count >= MostHeld)
            Flush();
    }

    /// <summary>Gives a plot its county; what is held moves along.</summary>
    public void Move(Plot plot, PlotKey to, RawPlace place)
    {
        var from = new PlotKey(plot.County, plot.Number);
        var isHeld = _held.Remove(from, out var pending);
        if ((isHeld ? pending!.Before : plot) is { } stored)
            pen.Move(stored, to.County, place);
        if (!isHeld)
            return;
        _held.Add(to, pending!);
        _byNumber[to.Number].Remove(from);
        _byNumber[to.Number].Add(to);
        Supervised(to, pending!.Now);
    }

    public void Flush()
    {
        foreach (var (key, pending) in _held)
            Write(key, pending);
        _held.Clear();
        _byNumber.Clear();
        _bySupervision.Clear();
    }

    private void Supervised(PlotKey key, Plot plot)
    {
        if (plot.Grant.SupervisionNumber is not { } number)
            return;
        if (!_bySupervision.TryGetValue(number, out var keys))
            _bySupervision.Add(number, keys = new(1));
        keys.Add(key);
    }

    private void Write(PlotKey key, Pending pending)
    {
        if (pending.Before is not { } before)
        {
            WriteAdded(key, pending);
            return;
        }
        var facts = pending.Changes ?? PlotMerge.Changes(before, pending.Now);
        if (facts.Count == 0)
        {
            Written?.Invoke(key, pending.Now, null);
            return;
        }
        // One change for each place in the files that it came from; the plot itself is written with the last.
        foreach (var place in facts.GroupBy(pending.PlaceOf).OrderBy(place => place.Key.Row))
            Write(key, pending.Now, new(key.Number, ChangeKind.Changed, place.Key.File, place.Key.Line, [.. place]));
    }

    /// <summary>Told as the row had it that added the plot, then what each further row added or made otherwise.</summary>
    private void WriteAdded(PlotKey key, Pending pending)
    {
        import.Put(pending.Now);
        var begun = pending.Begun with { County = key.County };
        Tell(key, begun, new(key.Number, ChangeKind.Added, pending.First.File, pending.First.Line, []));
        foreach (var (now, change) in pending.Further)
            Written?.Invoke(key, now, change);
    }

    private void Write(PlotKey key, Plot now, PlotChange change)
    {
        import.Put(now);
        Tell(key, now, change);
    }

    private void Tell(PlotKey key, Plot now, PlotChange change)
    {
        if (change.Kind == ChangeKind.Added)
            pen.Tell(key, change, () => now);
        Written?.Invoke(key, now, change);
    }

    /// <summary>A change among those of one name: of supplements, delays and years a plot has several.</summary>
    private static string Told(FactChange change) => $"{change.Field} {change.New}";

    private readonly record struct Place(string File, int Line, int Row);

    private sealed class Pending
    {
        public Plot? Before { get; init; }

        /// <summary>As the first row left it.</summary>
        public required Plot Begun { get; init; }

        public Plot Now { get; set; } = null!;

        public (string File, int Line) First { get; init; }

        /// <summary>What further rows made of a new plot, in their order.</summary>
        public List<(Plot Now, PlotChange Change)> Further { get; } = new(0);

        /// <summary>What became of it in all; null when several rows changed it, so that it has to be looked for.</summary>
        public IReadOnlyList<FactChange>? Changes { get; set; }

        /// <summary>How many rows have been taken.</summary>
        public int Rows { get; set; }

        /// <summary>The last row that made such a change, and that changed what is called so.</summary>
        public Dictionary<string, Place> Places { get; } = new(0, StringComparer.Ordinal);

        public Place PlaceOf(FactChange change) =>
            Places.TryGetValue(Told(change), out var place) ? place
            : Places.TryGetValue(change.Field, out place) ? place
            : new(First.File, First.Line, 0);
    }
}
