using LandLedger.Ledger;

namespace LandLedger.Import.Merging;

/// <summary>
/// Ends the plots that an earlier import of a source listed and this one does not; nothing is deleted. A source ends plots of the
/// counties alone that it lists plots of: another county has files of the same name. <see cref="EndGuard"/> says when none ends.
/// </summary>
internal sealed class SourceEnds(
    IImport import,
    LedgerPen pen,
    ImportOptions options,
    TakenFiles taken,
    IssueLog issues,
    PlotsMet met
)
{
    private readonly EndGuard _guard = new("ended", options, taken, issues);

    /// <summary>Sources whose plots of a county would all have ended.</summary>
    public int Refused => _guard.Refused;

    /// <summary>A refused record is no sign that its plot is gone; when nobody can tell which plot it was, none of the source ends.</summary>
    public void KeepRefused(string? plot, string source)
    {
        if (plot is null)
            _guard.KeepRefused(source);
        else
            KeepRefused(import.Find(plot, shapes: false), source);
    }

    /// <summary>As the other, of a record that may be any of these plots.</summary>
    public void KeepRefused(IEnumerable<Plot> plots, string source)
    {
        foreach (var plot in plots)
            import.Seen(source, new(plot.County, plot.Number));
    }

    /// <summary>Ends what the source no longer lists; all sources and plots of the import are known by then.</summary>
    public IEnumerable<(Plot Plot, PlotChange Change)> End(string source)
    {
        var missing = import.NoLongerListed(source).ToLookup(key => key.County, StringComparer.Ordinal);
        var before = import.CountiesOf(source);
        var listed = met.CountListed(source);
        foreach (var (county, _, _) in before)
        {
            var keys = missing[county].ToList();
            var scope = new Scope(county, listed, before, options.County);
            if (MayEnd(source, scope, keys.Count))
            {
                foreach (var key in keys)
                {
                    if (End(source, key) is { } ended)
                        yield return ended;
                }
            }
            else
            {
                // They stay with the source, so that a later import of it can end them.
                import.KeepListed(source, county);
            }
        }
    }

    private bool MayEnd(string source, Scope scope, int missing)
    {
        var ending = new Ending(source, missing, scope.Listed + missing, scope.IsListedAgain, ("county", scope.County));
        if (scope.IsListed)
            return missing == 0 || _guard.MayEnd(ending);
        if (missing > 0)
            _guard.Tell("county", Severity.Note, ending);
        return false;
    }

    /// <summary>Ends one plot; null, and nothing is done, where it has ended or is not there.</summary>
    public (Plot Plot, PlotChange Change)? End(string source, PlotKey key)
    {
        var plot = import.Find(key.Number, shapes: true).FirstOrDefault(plot => plot.County == key.County);
        if (plot is not { EndedOn: null })
            return null;
        var ended = new FactChange("ended_on", "", Fact.Of(options.On).ToString());
        var change = new PlotChange(key.Number, ChangeKind.Ended, source, null, [ended]);
        var now = plot with { EndedOn = options.On };
        import.Put(now);
        pen.Tell(key, change, () => now);
        return (now, change);
    }

    /// <summary>What a source says of the plots of a county that it listed before. Plots that nobody has given a county may be of any.</summary>
    private sealed class Scope(
        string county,
        Dictionary<string, int> listed,
        IReadOnlyList<SourceCounty> before,
        string? stated
    )
    {
        public string County => county;

        /// <summary>How many of its plots the source lists.</summary>
        public int Listed => listed.GetValueOrDefault(county);

        /// <summary>Whether any plot is listed again that was before.</summary>
        public bool IsListedAgain =>
            before.Where(c => county.Length == 0 || c.County == county || c.County.Length == 0).Sum(c => c.Again) > 0;

        /// <summary>Whether the source speaks of the county: by its plots, or, without any, by what the caller said of them.</summary>
        public bool IsListed =>
            county.Length == 0
            || IsListedAgain
            || (
                listed.Count == 0 ? (stated ?? county) == county : listed.ContainsKey(county) || listed.ContainsKey("")
            );
    }
}
