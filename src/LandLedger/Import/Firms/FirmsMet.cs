namespace LandLedger.Import.Firms;

/// <summary>The firms that an import has met, in order of their rows: what became of each, over all of its rows.</summary>
internal sealed class FirmsMet(FirmPlots plots)
{
    private readonly Dictionary<string, Met> _byKey = new(StringComparer.Ordinal);
    private readonly List<Met> _met = [];

    public int Added => _met.Count(firm => firm.IsAdded);

    public int Changed => _met.Count(firm => firm.IsChanged);

    public int Ended => _met.Count(firm => firm.IsEnded);

    public int Same => _met.Count - Added - Changed - Ended;

    /// <summary>What was added, changed or ended; of the added no more than so many.</summary>
    public IReadOnlyList<FirmChange> Changes(int mostAdded)
    {
        var added = 0;
        return
        [
            .. _met.Where(firm => firm.IsChanged || firm.IsEnded || (firm.IsAdded && added++ < mostAdded))
                .Select(firm => new FirmChange(
                    firm.Name,
                    firm.CreditCode,
                    firm.Kind,
                    firm.Row.File,
                    firm.Row.Line,
                    firm.Facts
                )),
        ];
    }

    /// <summary>The key of each firm that a row of the import names, with the first such row or the first that changed it.</summary>
    public IEnumerable<(string Key, RawPlace Place)> Stated =>
        from met in _byKey
        where !met.Value.IsEnded
        select (met.Key, new RawPlace(met.Value.Row.File, met.Value.Row.Line, null));

    /// <summary>The row that changed any first, if any was met.</summary>
    public RawPlace? First => _met is [var met, ..] ? new(met.Row.File, met.Row.Line, null) : null;

    /// <summary>Notes what a row made of a firm.</summary>
    /// <param name="key">What its rows are joined by.</param>
    /// <param name="old">The firm before the row; null when it is new.</param>
    public void Note(string key, Firm? old, Firm now, ParsedRow row)
    {
        if (!_byKey.TryGetValue(key, out var met))
        {
            _byKey.Add(
                key,
                met = new()
                {
                    Name = now.Name,
                    IsAdded = old is null,
                    Row = (row.File, row.Line),
                }
            );
            _met.Add(met);
        }
        met.CreditCode = now.CreditCode;
        // What further rows add to a new firm is no change to anybody.
        if (met.IsAdded || old is null)
            return;
        foreach (var change in FirmChanges.Of(old, now, plots.Name))
            met.Lay(change, (row.File, row.Line));
    }

    /// <summary>Notes what was withdrawn of a firm since the source no longer states it.</summary>
    public void Withdraw(string key, Firm old, Firm now, string source)
    {
        if (!_byKey.TryGetValue(key, out var met))
        {
            _byKey.Add(
                key,
                met = new()
                {
                    Name = old.Name,
                    CreditCode = old.CreditCode,
                    IsAdded = false,
                    IsEnded = true,
                    Row = (source, null),
                }
            );
            _met.Add(met);
        }
        foreach (var change in FirmChanges.Of(old, now, plots.Name))
            met.Lay(change, (source, null));
    }

    private sealed class Met
    {
        public required string Name { get; init; }

        public string? CreditCode { get; set; }

        public required bool IsAdded { get; init; }

        /// <summary>No row of the import names it, and what an earlier import of a source said of it was withdrawn.</summary>
        public bool IsEnded { get; init; }

        /// <summary>The row that it came with, or that changed it first; of what was withdrawn the file alone.</summary>
        public required (string File, int? Line) Row { get; set; }

        /// <summary>What differs from before the import.</summary>
        public List<FirmFactChange> Facts { get; } = new(0);

        public bool IsChanged => !IsAdded && !IsEnded && Facts.Count > 0;

        public ChangeKind Kind =>
            IsAdded ? ChangeKind.Added
            : IsEnded ? ChangeKind.Ended
            : ChangeKind.Changed;

        public void Lay(FirmFactChange change, (string File, int? Line) row)
        {
            if (Facts.Count == 0)
                Row = row;
            var earlier = Facts.FindIndex(fact =>
                (fact.Field, fact.Year, fact.Plot) == (change.Field, change.Year, change.Plot)
            );
            if (earlier < 0)
                Facts.Add(change);
            else if (Facts[earlier].Old == change.New)
                Facts.RemoveAt(earlier);
            else
                Facts[earlier] = Facts[earlier] with { New = change.New };
        }
    }
}
