using LandLedger.Geometry;

namespace LandLedger.Import;

/// <summary>What one import has done so far: the plots it met, their strongest change, and what it refused.</summary>
internal sealed class ImportSession(IImport import, ImportOptions options, IssueLog issues)
{
    private const int MostAddedListed = 10_000;

    private readonly PlotMerge _merge = new();
    private readonly FirmMerge _firms = new(import, issues);
    private readonly PlaceCheck _places = new();
    private readonly Dictionary<PlotKey, ChangeKind?> _met = [];
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Source, PlotKey Plot), int> _listed = [];
    private readonly List<PlotChange> _changes = [];
    private readonly bool _wasEmpty = import.IsEmpty;
    private int _refused;
    private int _addedListed;
    private int _ended;

    public void Take(ShapedRow shaped, string source)
    {
        var row = shaped.Row;
        issues.AddAll(row.Issues);
        issues.AddAll(shaped.Issues);
        if (row.Refused || shaped.ShapeLost)
        {
            _refused++;
            return;
        }
        if (row.Kind == RowKind.FirmYear)
            _firms.Add(row);
        else
            TakePlot(row, shaped.Boundary, source);
    }

    /// <summary>Plots that an earlier import of these sources listed and this one did not: they end, nothing is deleted.</summary>
    public void EndMissing(IEnumerable<string> sources)
    {
        foreach (var source in sources)
        {
            foreach (var key in import.NoLongerListed(source))
            {
                if (
                    import.Find(key.Number, shapes: true).FirstOrDefault(p => p.County == key.County)
                    is not { EndedOn: null } plot
                )
                    continue;
                var ended = new FactChange("ended_on", "", Fact.Of(options.On).ToString());
                var change = new PlotChange(key.Number, ChangeKind.Ended, source, null, [ended]);
                import.Put(plot with { EndedOn = options.On }, change);
                _changes.Add(change);
                _ended++;
            }
        }
    }

    public ImportReport Report(IReadOnlyList<ImportFile> files, ImportOutcome outcome)
    {
        var report = new ImportReport
        {
            Outcome = outcome,
            Files = [.. files.Select(file => file.Source.Name)],
            Refused = _refused,
            Issues = issues.All(),
        };
        return outcome == ImportOutcome.Refused
            ? report
            : report with
            {
                Added = _met.Values.Count(kind => kind == ChangeKind.Added),
                Changed = _met.Values.Count(kind => kind == ChangeKind.Changed),
                Same = _met.Values.Count(kind => kind is null),
                Ended = _ended,
                Firms = _firms.Count,
                Changes = _changes,
            };
    }

    private void TakePlot(ParsedRow row, Boundary? boundary, string source)
    {
        var place = new RawPlace(row.File, row.Line, row.Plot);
        if (Find(row, place) is not { } found)
            return;
        var (key, old) = found;
        var plot = _merge.Lay(row, old, key, boundary, out var changes);
        if (row.Kind == RowKind.Plot && !ListOnce(row, source, key, changes))
            return;
        if (!Check(plot, old, boundary, place))
            return;
        if (boundary is not null)
            _places.Learn(boundary.Shape);
        if (old is null)
            Put(plot, new(key.Number, ChangeKind.Added, row.File, row.Line, []), key);
        else if (changes.Count > 0 || old.EndedOn is not null)
            Put(plot, new(key.Number, ChangeKind.Changed, row.File, row.Line, changes), key);
        else
            _met.TryAdd(key, null);
    }

    private (PlotKey Key, Plot? Old)? Find(ParsedRow row, RawPlace place)
    {
        var number = row.Plot!;
        var key = new PlotKey(row.County ?? "", number);
        if (_wasEmpty && _numbers.Add(number) && row.Kind == RowKind.Plot)
            return (key, null);
        var known = import.Find(number, shapes: true);
        var matching = row.County is null
            ? known
            : [.. known.Where(p => p.County == row.County || p.County.Length == 0)];
        if (matching.Count > 1)
        {
            Refuse(place.Issue("plot.ambiguous", Severity.Refuse, ("value", number)));
            return null;
        }
        if (matching is [var old])
        {
            if (row.County is null || row.County == old.County)
                return (new(old.County, number), old);
            import.Move(new(old.County, number), row.County);
            return (key, old with { County = row.County });
        }
        if (row.Kind == RowKind.Plot)
            return (key, null);
        Refuse(place.Issue("plot.unknown", Severity.Refuse, ("value", number)));
        return null;
    }

    /// <summary>A second row of a plot in the same source may add facts, never contradict the first.</summary>
    private bool ListOnce(ParsedRow row, string source, PlotKey key, IReadOnlyList<FactChange> changes)
    {
        import.Seen(source, key);
        if (_listed.TryAdd((source, key), row.Line))
            return true;
        if (changes.FirstOrDefault(change => change.Old.Length > 0) is not { } contradiction)
            return true;
        var first = _listed[(source, key)].ToString(System.Globalization.CultureInfo.InvariantCulture);
        Refuse(
            new RawPlace(row.File, row.Line, row.Plot).Issue(
                "plot.duplicate",
                Severity.Refuse,
                ("value", contradiction.New),
                ("field", contradiction.Field),
                ("first", first),
                ("old", contradiction.Old)
            )
        );
        return false;
    }

    private bool Check(Plot plot, Plot? old, Boundary? boundary, RawPlace place)
    {
        if (boundary is not null && _places.Find(boundary.Shape, old?.Shape, place) is { } misplaced)
            issues.Add(misplaced);
        if (AreaCheck.Find(plot, place) is not { } issue)
            return true;
        if (issue.Severity == Severity.Refuse)
            _refused++;
        issues.Add(issue);
        return issue.Severity != Severity.Refuse;
    }

    private void Put(Plot plot, PlotChange change, PlotKey key)
    {
        import.Put(plot, change);
        var before = _met.GetValueOrDefault(key);
        _met[key] = before == ChangeKind.Added ? ChangeKind.Added : change.Kind;
        if (change.Kind != ChangeKind.Added || _addedListed++ < MostAddedListed)
            _changes.Add(change);
    }

    private void Refuse(ImportIssue issue)
    {
        _refused++;
        issues.Add(issue);
    }
}
