using System.Globalization;

namespace LandLedger.Import;

/// <summary>
/// Ends the plots that an earlier import of a source listed and this one does not; nothing is deleted. None ends when a refused record
/// may be one of them, or when the source lists no plot any more, unless the caller says that this is meant: an empty export
/// must not end a ledger.
/// </summary>
internal sealed class SourceEnds(IImport import, ImportOptions options, IssueLog issues, PlotsMet met)
{
    /// <summary>So many plots of a source, and one in so many of them, do not end without a warning.</summary>
    private const int Many = 3;
    private const int ManyOneIn = 3;

    private readonly HashSet<string> _unsure = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refusedIn = new(StringComparer.Ordinal);

    /// <summary>Sources whose plots would all have ended.</summary>
    public int Refused { get; private set; }

    /// <summary>A refused record is no sign that its plot is gone; when nobody can tell which plot it was, none of the source ends.</summary>
    public void KeepRefused(string? plot, string source)
    {
        if (plot is null)
            _unsure.Add(source);
        else
            KeepRefused(import.Find(plot, shapes: false), source);
    }

    /// <summary>As the other, of a record that may be any of these plots.</summary>
    public void KeepRefused(IEnumerable<Plot> plots, string source)
    {
        _refusedIn.Add(source);
        foreach (var plot in plots)
            import.Seen(source, new(plot.County, plot.Number));
    }

    /// <summary>Ends what the source no longer lists; all sources and plots of the import are known by then.</summary>
    public IReadOnlyList<PlotChange> End(string source)
    {
        if (import.NoLongerListed(source) is not { Count: > 0 } missing)
            return [];
        if (MayEnd(source, missing.Count))
            return [.. missing.Select(key => End(source, key)).OfType<PlotChange>()];
        // They stay with the source, so that a later import of it can end them.
        foreach (var key in missing)
            import.Seen(source, key);
        return [];
    }

    private bool MayEnd(string source, int missing)
    {
        var listed = met.CountListed(source);
        if (_unsure.Contains(source))
        {
            Tell("ended.unsure", Severity.Warn);
            return false;
        }
        if (listed == 0 && !_refusedIn.Contains(source) && !options.EndAll)
        {
            Refused++;
            Tell("ended.all", Severity.Refuse);
            return false;
        }
        if (missing >= Many && missing * ManyOneIn >= listed + missing)
            Tell("ended.many", Severity.Warn);
        return true;

        void Tell(string code, Severity severity) =>
            issues.Add(
                new RawPlace(source, null, null).Issue(
                    code,
                    severity,
                    ("value", missing.ToString(CultureInfo.InvariantCulture)),
                    ("of", (listed + missing).ToString(CultureInfo.InvariantCulture))
                )
            );
    }

    private PlotChange? End(string source, PlotKey key)
    {
        var plot = import.Find(key.Number, shapes: true).FirstOrDefault(plot => plot.County == key.County);
        if (plot is not { EndedOn: null })
            return null;
        var ended = new FactChange("ended_on", "", Fact.Of(options.On).ToString());
        var change = new PlotChange(key.Number, ChangeKind.Ended, source, null, [ended]);
        import.Put(plot with { EndedOn = options.On }, change);
        return change;
    }
}
