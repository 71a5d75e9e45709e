using LandLedger.Geometry;
using LandLedger.Import.Columns;
using LandLedger.Ledger;

namespace LandLedger.Import;

/// <summary>
/// Takes files into a store in one transaction: rows become facts, shapes become boundaries (on all cores), facts are laid over
/// what is known, and everything that changed or went wrong is told. All or nothing unless the caller keeps the good.
/// </summary>
public static class Importer
{
    private const int ReportEvery = 2000;

    /// <summary>Imports the files in the order outlines, other tables of plots, supplements, delays, figures of years, firms.</summary>
    /// <exception cref="StoreException">The store cannot be written; it is as it was before.</exception>
    public static ImportReport Import(
        IPlotStore store,
        IReadOnlyList<ImportFile> files,
        ImportOptions options,
        CancellationToken cancel = default
    )
    {
        using var import = new WriteBehind(store.BeginImport());
        return Import(store, import, files, options, _ => true, cancel);
    }

    /// <summary>Imports into a transaction that is open, and ends it unless something was refused.</summary>
    /// <param name="more">What is to be done beside what the files say, once they are read; false where nothing of it all may stand.</param>
    internal static ImportReport Import(
        IPlotStore store,
        IImport import,
        IReadOnlyList<ImportFile> files,
        ImportOptions options,
        Func<ImportSession, bool> more,
        CancellationToken cancel
    )
    {
        var issues = new IssueLog();
        using var pen = new LedgerPen(import, options.Recording);
        if (import is { LastEntry: null, IsEmpty: false })
            pen.Open(store.Plots(new() { Shapes = true, Ended = true }, cancel), store.Firms());
        var earlier = Earlier(store, files, options);
        if (earlier.Count > 0 && !options.Earlier)
            return new()
            {
                Outcome = ImportOutcome.Refused,
                Files = [.. files.Select(file => file.Source.Name)],
                On = options.On,
                Refused = files.Count,
                Issues = earlier,
            };
        issues.AddAll(earlier);
        var hold = files.Sum(file => file.Parts.Count) > 1;
        var session = new ImportSession(import, pen, options, issues, hold, store);
        foreach (var (file, part, parser) in Opened(files, options, session))
            ImportPart(file, part, parser, session, options, issues, cancel);
        session.TakeUnnumbered();
        session.CheckEarlyPlaces();
        session.CheckAreas();
        session.TakeFirms();
        session.EndMissing([.. files.Select(file => file.Source.Name).Distinct(StringComparer.Ordinal)]);
        var stands = more(session);
        session.EnterFollowing();
        session.CheckOverlaps();
        session.CheckFirms();

        var report = session.Report(files, stands ? Outcome(issues, options) : ImportOutcome.Refused);
        if (report.Outcome != ImportOutcome.Refused && !options.Lists && SaysNothing(report))
            report = session.Report(files, ImportOutcome.Refused);
        if (report.Outcome == ImportOutcome.Refused)
            return report;
        session.TellChanges();
        foreach (var issue in report.Issues)
            import.Put(issue);
        pen.Commit(options.RecordedAt, [.. files.Select(file => file.Source)], report);
        return report;
    }

    /// <summary>Files of a day before the one that the store has reached would turn newer facts back into older ones: one issue a file.</summary>
    private static List<ImportIssue> Earlier(
        IPlotStore store,
        IReadOnlyList<ImportFile> files,
        ImportOptions options
    ) =>
        store.Imports().Max(import => import.On) is { } reached && options.On < reached
            ?
            [
                .. files.Select(file =>
                    new RawPlace(file.Source.Name, null, null).Issue(
                        options.Earlier ? "import.earlier-meant" : "import.earlier",
                        options.Earlier ? Severity.Warn : Severity.Refuse,
                        ("value", Fact.Of(options.On).ToString()),
                        ("reached", Fact.Of(reached).ToString())
                    )
                ),
            ]
            : [];

    /// <summary>Whether no plot is told of: a row of a total, or a note.</summary>
    private static bool SaysNothing(ImportReport report) => report is { Added: 0, Changed: 0, Same: 0, Ended: 0 };

    private static ImportOutcome Outcome(IssueLog issues, ImportOptions options) =>
        !issues.AnyRefused ? ImportOutcome.Done
        : options.KeepGood ? ImportOutcome.DoneInPart
        : ImportOutcome.Refused;

    /// <summary>
    /// Plots before what hangs on them, tables that number plots before those that name them by supervision number, outlines before
    /// what tables state of them, otherwise in the order of the call: so the same files are told the same in whatever order they are
    /// named.
    /// </summary>
    private static IEnumerable<(ImportFile, RawFile, RecordParser)> Opened(
        IReadOnlyList<ImportFile> files,
        ImportOptions options,
        ImportSession session
    )
    {
        var opened = new List<(ImportFile File, RawFile Part, RecordParser Parser)>();
        foreach (var file in files)
        {
            var parsers = file.Parts.Select(part => RecordParser.Open(part, options.Layout, options.County)).ToList();
            var isReadElsewhere = parsers.Exists(parser => parser is not null);
            foreach (var (part, parser) in file.Parts.Zip(parsers))
            {
                if (parser is not null)
                {
                    opened.Add((file, part, parser));
                    session.Opened(part, parser.Layout);
                }
                else if (isReadElsewhere && ColumnMap.IsNoLedger(part))
                    session.Skip(part, parsers.OfType<RecordParser>());
                else
                    session.Take(part.Issues, RowKind.Plot, file.Source.Name);
            }
        }
        return opened
            .OrderBy(part => part.Parser.Layout.Row)
            .ThenBy(part => part.Parser.Columns.NamesBySupervision)
            .ThenBy(part => !HasOutlines(part.Part, part.Parser));

        static bool HasOutlines(RawFile part, RecordParser parser) =>
            part.HasOutlines || parser.Columns.Find(RowFields.Geometry) is not null;
    }

    private static void ImportPart(
        ImportFile file,
        RawFile part,
        RecordParser parser,
        ImportSession session,
        ImportOptions options,
        IssueLog issues,
        CancellationToken cancel
    )
    {
        var crsIssues = new List<ImportIssue>();
        var crs = new Lazy<Crs?>(() => CrsChoice.Of(part, options.Crs, crsIssues));
        long rows = 0;
        foreach (var row in ShapedRows.Of(parser.Rows(), row => Shaped(row, part, crs), cancel))
        {
            session.Take(row, file.Source.Name);
            if (++rows % ReportEvery == 0)
                options.Progress?.Report(new(part.Name, part.Progress, rows));
        }
        issues.AddAll(crsIssues);
        if (rows == 0 && part.Issues.Count == 0)
            part.Add("table.no-records", Severity.Warn);
        session.Take(part.Issues, parser.Layout.Row, file.Source.Name);
        options.Progress?.Report(new(part.Name, 1, rows));
    }

    private static ShapedRow Shaped(ParsedRow row, RawFile part, Lazy<Crs?> crs)
    {
        var place = new RawPlace(row.File, row.Line, row.Plot);
        if (row.Shape is null && part.HasOutlines)
            return new(row, null, [place.Issue("shape.none", Severity.Note)], false);
        if (row.Shape is not { } shape || row.Refused || crs.Value is not { } system)
            return new(row, null, [], row.Shape is not null);
        var issues = new List<ImportIssue>();
        if (shape.Crs is { } own && own != system.Code)
        {
            issues.Add(place.Issue("shape.crs-differs", Severity.Refuse, ("found", own), ("crs", system.Code)));
            return new(row, null, issues, true);
        }
        var boundary = BoundaryBuilder.Build(shape, system, place, issues);
        return new(row, boundary, issues, boundary is null);
    }
}
