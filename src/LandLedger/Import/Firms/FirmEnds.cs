using System.Globalization;
using LandLedger.Import.Merging;
using LandLedger.Ledger;

namespace LandLedger.Import.Firms;

/// <summary>
/// Withdraws what an earlier import of a source said of firms and this one does not, unless another source still says it: what was shared
/// out to plots must not rest on rows that are no longer there. A source withdraws rows of the years and counties alone that it has rows
/// of: last year's table has the same name. <see cref="EndGuard"/> says when none is withdrawn. Whatever stays without a row is named. A
/// blank cell withdraws nothing.
/// </summary>
internal sealed class FirmEnds(
    IImport import,
    LedgerPen pen,
    ImportOptions options,
    TakenFiles taken,
    IssueLog issues,
    FirmsMet met
)
{
    private readonly Dictionary<string, Dictionary<FirmRow, string>> _listed = new(StringComparer.Ordinal);

    /// <summary>Years of firms of which a row leaves the plots out; without year, firms of which it leaves all out.</summary>
    private readonly Dictionary<string, HashSet<FirmRow>> _blank = new(StringComparer.Ordinal);

    /// <summary>Whether a source listed plots before.</summary>
    private readonly Dictionary<string, bool> _listsPlots = new(StringComparer.Ordinal);
    private readonly EndGuard _guard = new("firm-rows", options, taken, issues);

    /// <summary>Years of sources whose rows would all have been withdrawn.</summary>
    public int Refused => _guard.Refused;

    /// <summary>Notes what a row states.</summary>
    public void Note(FirmStatement told)
    {
        var (row, source, firm) = (told.Row, told.Source, told.Key);
        var listed = Listed(source);
        var county = row.County ?? "";
        foreach (var occupancy in told.Occupancies)
        {
            county = occupancy.County ?? "";
            listed[new(firm, occupancy.Year, new(county, occupancy.Plot))] = county;
            listed[new(firm, occupancy.Year, null)] = county;
        }
        foreach (var year in row.FirmYears)
            listed[new(firm, year.Year, null)] = county;
        if (told.Occupancies.Count > 0)
            return;
        if (row.FirmYears.Count == 0)
            listed[new(firm, null, null)] = county;
        var years = row.FirmYears.Select(year => (int?)year.Year).DefaultIfEmpty();
        Blank(source).UnionWith(years.Select(year => new FirmRow(firm, year, null)));
    }

    /// <summary>A refused row is no sign that its firm is gone.</summary>
    public void KeepRefused(string source) => _guard.KeepRefused(source);

    /// <summary>Withdraws what the sources of the import no longer state; all of them are read by then.</summary>
    public void End(IReadOnlyList<string> sources)
    {
        var listedAnywhere = _listed
            .SelectMany(source => source.Value.Keys.Select(row => (Source: source.Key, Row: row)))
            .ToLookup(stated => Anywhere(stated.Row));
        foreach (var source in sources)
        {
            var known = import.FirmRowsOf(source);
            var listed = _listed.GetValueOrDefault(source) ?? [];
            if (known.Count == 0 && listed.Count == 0)
                continue;
            var before = known.Where(stated => stated.Source == source).ToList();
            var elsewhere = known
                .Where(stated => !sources.Contains(stated.Source))
                .Concat(Others(source, before, listedAnywhere))
                .ToLookup(stated => Anywhere(stated.Row));
            var kept = new Dictionary<FirmRow, string>(listed);
            foreach (var group in before.GroupBy(stated => (stated.Row.Year, stated.County)))
                End(source, new(group.Key.Year, group.Key.County, [.. group]), before, elsewhere, kept);
            import.PutFirmRows(source, kept);
        }
    }

    private void End(
        string source,
        Scope scope,
        List<StatedFirmRow> before,
        ILookup<FirmRow, StatedFirmRow> elsewhere,
        Dictionary<FirmRow, string> kept
    )
    {
        var listed = _listed.GetValueOrDefault(source) ?? [];
        var anywhere = listed.Keys.ToLookup(Anywhere);
        var missing = scope
            .Rows.Select(stated => stated.Row)
            .Where(row => !anywhere[Anywhere(row)].Any(row.IsSame))
            .ToList();
        foreach (var row in missing.Where(row => IsLeftBlank(source, row)))
            kept[row] = scope.County;
        missing.RemoveAll(kept.ContainsKey);
        foreach (var firm in missing.Where(row => Elsewhere(row) is not null).GroupBy(row => row.Firm))
            Tell(source, "firm-rows.elsewhere", firm.Key, [.. firm], Elsewhere(firm.First())!);
        missing.RemoveAll(row => Elsewhere(row) is not null);
        if (missing.Count == 0)
            return;
        var mayEnd = MayEnd(source, scope, listed, before, missing);
        foreach (var firm in missing.GroupBy(row => row.Firm))
        {
            if (mayEnd)
                Withdraw(source, firm.Key, [.. firm]);
            else
                Tell(source, "firm-rows.kept", firm.Key, [.. firm], "");
        }
        // They stay with the source, so that a later import of it can withdraw them.
        foreach (var row in mayEnd ? [] : missing)
            kept[row] = scope.County;

        string? Elsewhere(FirmRow row) =>
            elsewhere[Anywhere(row)]
                .Where(stated => stated.Row.IsSame(row))
                .Select(stated => stated.Source)
                .FirstOrDefault();
    }

    private bool MayEnd(
        string source,
        Scope scope,
        Dictionary<FirmRow, string> listed,
        List<StatedFirmRow> before,
        List<FirmRow> missing
    )
    {
        if (!scope.IsListed(listed, options.County))
            return false;
        return _guard.MayEnd(
            new(
                source,
                Firms(missing),
                Firms(scope.Rows.Select(stated => stated.Row)),
                before.Any(stated => scope.Covers(stated) && listed.ContainsKey(stated.Row)),
                ("ofYear", Text(scope.Year))
            )
        );
    }

    private static int Firms(IEnumerable<FirmRow> rows) =>
        rows.Select(row => row.Firm).Distinct(StringComparer.Ordinal).Count();

    private void Withdraw(string source, string key, HashSet<FirmRow> rows)
    {
        if (import.FindFirm(key) is not { } old)
            return;
        var now = old with
        {
            Years = [.. old.Years.Where(year => !rows.Contains(new(key, year.Year, null)))],
            Occupancies =
            [
                .. old.Occupancies.Where(on =>
                    !rows.Any(row => row.IsSame(new(key, on.Year, new(on.County ?? "", on.Plot))))
                ),
            ],
        };
        met.Withdraw(key, old, now, source);
        pen.Put(
            now,
            now is { Years: [], Occupancies: [] } ? EntryKind.Ended : EntryKind.Changed,
            new(source, null, null)
        );
    }

    private void Tell(string source, string code, string firm, IReadOnlyList<FirmRow> rows, string other) =>
        issues.Add(
            new RawPlace(source, null, rows.FirstOrDefault(row => row.Plot is not null).Plot?.Number).Issue(
                code,
                Severity.Note,
                ("value", import.FindFirm(firm)?.Name ?? firm),
                ("ofYear", Text(rows[0].Year)),
                ("source", other),
                ("rows", ListsPlots(source) ? "plots" : "firms")
            )
        );

    private bool ListsPlots(string source)
    {
        if (!_listsPlots.TryGetValue(source, out var lists))
            _listsPlots.Add(source, lists = import.CountiesOf(source).Count > 0);
        return lists;
    }

    /// <summary>What other sources of this import state of what a source stated before.</summary>
    private static IEnumerable<StatedFirmRow> Others(
        string source,
        List<StatedFirmRow> before,
        ILookup<FirmRow, (string Source, FirmRow Row)> listed
    ) =>
        from stated in before
        from other in listed[Anywhere(stated.Row)]
        where other.Source != source && other.Row.IsSame(stated.Row)
        select stated with
        {
            Source = other.Source,
        };

    private bool IsLeftBlank(string source, FirmRow row) =>
        _blank.TryGetValue(source, out var blank)
        && (
            blank.Contains(new(row.Firm, null, null))
            || (row.Plot is not null && blank.Contains(new(row.Firm, row.Year, null)))
        );

    private HashSet<FirmRow> Blank(string source)
    {
        if (!_blank.TryGetValue(source, out var blank))
            _blank.Add(source, blank = []);
        return blank;
    }

    private Dictionary<FirmRow, string> Listed(string source)
    {
        if (!_listed.TryGetValue(source, out var listed))
            _listed.Add(source, listed = []);
        return listed;
    }

    /// <summary>The row whatever the county of its plot.</summary>
    private static FirmRow Anywhere(FirmRow row) =>
        row.Plot is { } plot ? row with { Plot = new("", plot.Number) } : row;

    private static string Text(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>What a source stated of one year and county. Rows that nobody has given a county may be of any.</summary>
    private sealed record Scope(int? Year, string County, IReadOnlyList<StatedFirmRow> Rows)
    {
        public bool Covers(StatedFirmRow stated) => Covers(stated.Row, stated.County);

        /// <summary>Whether the source speaks of the year and county: by its rows, or, without any, by what the caller said of them.</summary>
        public bool IsListed(Dictionary<FirmRow, string> listed, string? stated) =>
            listed.Count == 0
                ? County.Length == 0 || (stated ?? County) == County
                : listed.Any(row => Covers(row.Key, row.Value));

        private bool Covers(FirmRow row, string county) =>
            row.Year == Year && (County.Length == 0 || county.Length == 0 || county == County);
    }
}
