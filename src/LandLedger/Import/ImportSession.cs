using LandLedger.Geometry;
using LandLedger.Import.Checks;
using LandLedger.Import.Columns;
using LandLedger.Import.Firms;
using LandLedger.Import.Merging;
using LandLedger.Ledger;

namespace LandLedger.Import;

/// <summary>What one import has done so far: the plots it met, their strongest change, and what it refused.</summary>
internal sealed class ImportSession
{
    private const int MostAddedListed = 10_000;

    /// <summary>Beyond so many they are taken before the end, so that memory stays bounded.</summary>
    private const int MostUnnumbered = 100_000;

    private static readonly PlotQuery Sample = new() { Shapes = true, Limit = 500 };

    private readonly IImport _import;
    private readonly LedgerPen _pen;
    private readonly IssueLog _issues;
    private readonly PendingPlots _pending;
    private readonly StatedPlaces _stated;
    private readonly PlotSearch _search;
    private readonly PlotMerge _merge;
    private readonly FirmImport _firms;
    private readonly EndedPlots _endedPlots;
    private readonly PlaceCheck _places = new();
    private readonly RowAgainstPlot _checks;
    private readonly Overlaps _overlaps;
    private readonly RenumberedPlots _renumbered;
    private readonly DividedPlots _divided;
    private readonly PlotsMet _met = new();
    private readonly PlotChanges _changes = new();
    private readonly List<ReadTable> _tables = [];
    private readonly Contests _contests;
    private readonly NotTaken _notTaken;
    private readonly PartsNotTaken _partsNotTaken;
    private readonly Contradicted _contradicted;
    private readonly KeptParts _keptParts;
    private readonly List<(ShapedRow Row, string Source)> _unnumbered = [];
    private readonly SourceEnds _ends;
    private readonly RefusedRows _refused = new();
    private readonly DateOnly _on;
    private readonly bool _lists;
    private int _addedListed;
    private int _ended;

    /// <summary>Opens the session of one transaction.</summary>
    /// <param name="pen">Writes what the import changes.</param>
    /// <param name="hold">Whether several tables may speak of one plot.</param>
    /// <param name="store">As it is before the import. A sample of its plots, with shapes, tells where the park lies.</param>
    public ImportSession(
        IImport import,
        LedgerPen pen,
        ImportOptions options,
        IssueLog issues,
        bool hold,
        IPlotStore store
    )
    {
        _places.Learn(store.Plots(Sample));
        _contests = new(store.Find, _met);
        (_import, _pen, _issues) = (import, pen, issues);
        (_on, _lists) = (options.On, options.Lists);
        _checks = new(_places, issues, options.On);
        _merge = new(options.On);
        var taken = new TakenFiles(_lists ? store.Imports() : [], options.On);
        _ends = new(import, pen, options, taken, issues, _met);
        _pending = new(import, pen, hold) { Written = Note };
        _firms = new(import, pen, store, options, taken, issues, _pending, _met, _contests.Parts);
        _endedPlots = new(_firms.Plots, issues);
        _stated = new(hold);
        _overlaps = new(import, store);
        _renumbered = new(import);
        _divided = new(import, store);
        _notTaken = new(_contests, _stated);
        _partsNotTaken = new(_contests, _stated);
        _contradicted = new(_contests, _stated, _notTaken);
        _keptParts = new(import, store, options, taken, issues);
        _search = new(_pending, _met, import.IsEmpty, hold);
    }

    public void Take(ShapedRow shaped, string source)
    {
        var row = shaped.Row;
        _issues.AddAll(row.Issues);
        _issues.AddAll(shaped.Issues);
        var notYet = DayAhead.NotYet(row, _on);
        _issues.AddAll(notYet);
        var years = YearAhead.Of(row, _on);
        _issues.AddAll(years);
        if (row.Refused || shaped.ShapeLost || notYet.Count > 0 || years.Any(year => year.Severity == Severity.Refuse))
        {
            _refused.Add(row);
            KeepRefused(row, source);
            return;
        }
        if (row.Kind == RowKind.FirmYear)
        {
            _issues.AddAll(UnstatedArea.Doubts(row, drawn: null));
            _firms.Add(row, source, plot: null);
        }
        else if (row.LacksNumber)
        {
            _unnumbered.Add((shaped, source));
            if (_unnumbered.Count == MostUnnumbered)
                TakeUnnumbered();
        }
        else
            TakePlot(row, shaped.Boundary, source);
    }

    /// <summary>Takes the rows that leave their plot number out, once all plots of the files that they may mean are there.</summary>
    public void TakeUnnumbered()
    {
        foreach (var (shaped, source) in _unnumbered)
            TakePlot(shaped.Row, shaped.Boundary, source);
        _unnumbered.Clear();
    }

    /// <summary>Takes what rows say of firms, once all plots are there and all rows tell which firm bears which code.</summary>
    public void TakeFirms() => _firms.Take(_endedPlots, _refused);

    /// <summary>
    /// Takes the problems of a file or table itself. Records that its reader kept out count as refused, and their plots as still
    /// listed.
    /// </summary>
    public void Take(IReadOnlyList<ImportIssue> ofFile, RowKind kind, string source)
    {
        _issues.AddAll(ofFile);
        foreach (
            var place in ofFile
                .Where(issue => issue.Severity == Severity.Refuse)
                .DistinctBy(i => (i.Plot, i.Plot is null ? i.Line : 0))
        )
        {
            _refused.AddUnread();
            if (kind == RowKind.Plot)
                _ends.KeepRefused(place.Plot, source);
            _keptParts.KeepRefused(source);
            _firms.KeepRefused(source);
        }
    }

    /// <summary>Notes by which layout a table is read.</summary>
    public void Opened(RawFile table, Layout layout)
    {
        if (table.NamesItsColumns)
            _tables.Add(new(table.Name, layout));
    }

    /// <summary>Leaves out a table of a file that is no ledger, beside those that are.</summary>
    public void Skip(RawFile table, IEnumerable<RecordParser> ledgers)
    {
        _issues.Add(
            new RawPlace(table.Name, null, null).Issue(
                "table.no-ledger",
                Severity.Warn,
                ("titles", FileIssues.Titles(table.Columns))
            )
        );
        _issues.AddAll(UnitNotes.Of(table, [.. ledgers.SelectMany(ledger => UnitNotes.Unclear(ledger.Columns))]));
    }

    /// <summary>Holds the first plots, too, against where the park lies.</summary>
    public void CheckEarlyPlaces() => _issues.AddAll(_places.Early());

    /// <summary>Names outlines that no row's area agrees with, when all rows are read.</summary>
    public void CheckAreas() => _checks.Tell();

    /// <summary>Names what the import leaves doubtful of firms and their figures, when all plots are written.</summary>
    public void CheckFirms() => _firms.Check();

    /// <summary>Names plots of the import that are the same land as others, when all are written and those that ended have.</summary>
    public void CheckOverlaps() => _issues.AddAll(_overlaps.Find());

    /// <summary>Lets new plots on the land of others that have ended enter the register when these had left it.</summary>
    public void EnterFollowing()
    {
        var renumbered = _renumbered.Find(_met.IsAdded, _met.ListedAt);
        foreach (var followed in _overlaps.Followed(_met.IsAdded, _on).Concat(renumbered))
        {
            _import.Put(followed.Now);
            Note(PlotKey.Of(followed.Now), followed.Now, followed.Change);
            _issues.AddAll(followed.Issues);
            _divided.Note(followed);
        }
        _issues.AddAll(_divided.Find());
    }

    /// <summary>Plots that an earlier import of these sources listed and this one did not end; rows of firms are withdrawn.</summary>
    public void EndMissing(IReadOnlyList<string> sources)
    {
        _pending.Flush();
        foreach (var (plot, change) in sources.SelectMany(source => _ends.End(source)))
            NoteEnded(plot, change);
        _firms.End(sources);
        _keptParts.Tell(sources, _met);
    }

    /// <summary>Ends a plot because a source says so.</summary>
    public void End(PlotKey plot, string source)
    {
        if (_ends.End(source, plot) is var (ended, change))
            NoteEnded(ended, change);
    }

    /// <summary>
    /// Tells what was changed in plots that were there before, when all is read: what came back to what it was is no change.
    /// </summary>
    public void TellChanges()
    {
        foreach (var (key, change) in _changes.Changed)
            _pen.Tell(key, change, () => After(key, change));
    }

    public ImportReport Report(IReadOnlyList<ImportFile> files, ImportOutcome outcome)
    {
        var report = new ImportReport
        {
            Outcome = outcome,
            Files = [.. files.Select(file => file.Source.Name)],
            On = _on,
            Tables = _tables,
            Refused = _refused.Count + _ends.Refused + _firms.Refused,
            RefusedRows = _refused.Kept,
            Issues = _issues.All(),
        };
        return outcome == ImportOutcome.Refused
            ? report
            : report with
            {
                Added = _met.Added,
                Changed = _met.Changed,
                Same = _met.Same,
                Ended = _ended,
                FirmsAdded = _firms.Met.Added,
                FirmsChanged = _firms.Met.Changed,
                FirmsSame = _firms.Met.Same,
                FirmsEnded = _firms.Met.Ended,
                Changes = _changes.All,
                FirmChanges = _firms.Met.Changes(MostAddedListed),
            };
    }

    private void TakePlot(ParsedRow row, Boundary? boundary, string source)
    {
        var place = new RawPlace(row.File, row.Line, row.Plot);
        if (Find(row, place, source) is not { } found)
        {
            if (row.NamesFirm)
                _firms.KeepRefused(source);
            return;
        }
        var (key, old) = found;
        var plot = _merge.Lay(row, old, key, boundary, out var changes);
        _endedPlots.Look(row, plot);
        if (_lists && row.Kind == RowKind.Plot)
            _import.Seen(source, key);
        var contradictions = _contests.Note(row, source, key, old, boundary, changes);
        if (contradictions.Any(issue => issue.Severity == Severity.Refuse))
            _refused.Add(row);
        _issues.AddAll(contradictions);
        if (!_checks.Pass(row, plot, old, boundary, place))
        {
            _refused.Add(row);
            if (row.NamesFirm)
                _firms.KeepRefused(source);
            return;
        }
        if (row.NamesFirm)
            _firms.Add(row, source, key);
        var laid = changes;
        plot = _contests.Settle(key, old, plot, ref changes);
        _issues.AddAll(_notTaken.Of(row, key, laid, plot));
        _issues.AddAll(_partsNotTaken.Of(row, key, plot));
        if (OlderLook.Of(row, old, place) is { } older)
            _issues.Add(older);
        _issues.AddAll(_contradicted.Of(row, key, changes));
        _stated.Note(key, row);
        _keptParts.Note(row, source, key);
        if (boundary is not null)
        {
            _places.Learn(boundary.Shape, plot.County);
            if (plot.Shape is not null)
                _overlaps.Note(plot, place, PartChanges.Drawn(old, changes));
        }
        if (old is null || changes.Count > 0 || _pending.Holds(key))
            _pending.Put(key, old, plot, row, changes);
        else
            _met.Note(key, null);
    }

    private void KeepRefused(ParsedRow row, string source)
    {
        _keptParts.KeepRefused(source);
        if (row.Kind == RowKind.FirmYear || row.NamesFirm)
            _firms.KeepRefused(source);
        if (row.Kind != RowKind.Plot)
            return;
        var named = row is { IsNamedBySupervision: true, Plot: { } number } ? _search.Named(number) : [];
        if (named.Count > 0)
            _ends.KeepRefused(named, source);
        else
            _ends.KeepRefused(row.LacksNumber ? null : row.Plot, source);
    }

    private (PlotKey Key, Plot? Old)? Find(ParsedRow row, RawPlace place, string source)
    {
        var number = row.Plot!;
        var matching = _search.Matching(row);
        if (matching.Count > 1)
        {
            _ends.KeepRefused(matching, source);
            Refuse(row, PlotSearch.Ambiguity(row, matching, place));
            return null;
        }
        if (matching is [var old])
        {
            var before = new PlotKey(old.County, old.Number);
            if (row.County is null || row.County == old.County)
                return (before, old);
            var key = new PlotKey(row.County, old.Number);
            _pending.Move(old, key, place);
            _stated.Move(before, key);
            _contests.Move(before, key);
            _met.Move(before, key);
            _changes.Move(before, key);
            _overlaps.Move(before, key);
            _checks.Move(before, key);
            return (key, old);
        }
        if (row.LacksNumber)
        {
            KeepRefused(row, source);
            Refuse(row, place.Issue("plot.supervision-unknown", Severity.Refuse, ("value", number)));
            return null;
        }
        if (row.Kind == RowKind.Plot)
        {
            if (_search.OfSupervision(row) is { } other)
                _issues.Add(place.Issue("plot.twice", Severity.Warn, ("value", number), ("other", other.Number)));
            return (new(row.County ?? "", number), null);
        }
        Refuse(row, place.Issue("plot.unknown", Severity.Refuse, ("value", number)));
        return null;
    }

    private void NoteEnded(Plot plot, PlotChange ended)
    {
        _overlaps.NoteEnded(plot, new(ended.File, ended.Line, ended.Plot));
        _renumbered.NoteEnded(plot);
        _changes.Add(PlotKey.Of(plot), ended);
        _ended++;
    }

    /// <summary>Notes what became of a plot once it is written; null is the same as before.</summary>
    private void Note(PlotKey key, Plot plot, PlotChange? change)
    {
        // What further rows add to a new plot is no change to anybody.
        var again = _met.IsAdded(key);
        _met.Note(key, change?.Kind);
        if (change is { Kind: ChangeKind.Changed } && again)
            _pen.Tell(key, change, () => plot);
        if (change is null || again)
            return;
        if (change.Kind != ChangeKind.Added || _addedListed++ < MostAddedListed)
            _changes.Add(key, change);
        if (_changes.CameBack(key))
            _met.NoteSame(key);
    }

    /// <summary>A plot as the import leaves it, but without the supplements, delays and years that only later changes of it tell.</summary>
    private Plot After(PlotKey key, PlotChange change)
    {
        var now = _import.Find(key.Number, shapes: true).Single(plot => plot.County == key.County);
        return ToldParts.After(change, _changes.Of(key), () => _contests.Before(key), now);
    }

    private void Refuse(ParsedRow row, ImportIssue issue)
    {
        _refused.Add(row);
        _issues.Add(issue);
    }
}
