using LandLedger.Ledger;

namespace LandLedger.Import.Merging;

/// <summary>
/// Names supplements, delays and charges that an earlier import of a source stated and this one does not. They stay: a table of new ones has often the
/// same name. A source is held to the plots of the counties alone that it speaks of, and to nothing where one of its rows was refused or
/// the store has taken a later one.
/// </summary>
/// <param name="store">As it is before the import.</param>
internal sealed class KeptParts(
    IImport import,
    IPlotStore store,
    ImportOptions options,
    TakenFiles taken,
    IssueLog issues
)
{
    /// <summary>Plots whose entries are looked for at once.</summary>
    private const int Batch = 256;

    private readonly Dictionary<string, Dictionary<PlotKey, List<RowParts>>> _stated = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unsure = new(StringComparer.Ordinal);

    /// <summary>Notes what a row states.</summary>
    public void Note(ParsedRow row, string source, PlotKey plot)
    {
        if (row is { Supplement: null, Delay: null, Charge: null })
            return;
        if (!_stated.TryGetValue(source, out var plots))
            _stated.Add(source, plots = []);
        if (!plots.TryGetValue(plot, out var stated))
            plots.Add(plot, stated = new(1));
        stated.Add(new([], row.Supplement, row.Delay, row.Charge));
    }

    /// <summary>A refused row may be the one that states it.</summary>
    public void KeepRefused(string source) => _unsure.Add(source);

    /// <summary>Warnings <c>supplement.kept</c>, <c>delay.kept</c> and <c>charge.kept</c>, when all plots are written.</summary>
    /// <param name="met">The plots that the files of the import list.</param>
    public void Tell(IReadOnlyList<string> sources, PlotsMet met)
    {
        var again = sources
            .Where(source => taken.Has(source) && !_unsure.Contains(source) && taken.Later(source) is null)
            .Select(source => new Again(source, Stated(source), Counties(source, met)))
            .ToList();
        if (again.Count == 0)
            return;
        var doubted = store
            .PartCounts()
            .Select(of => (of.Plot, Sources: again.FindAll(source => source.MayLack(of.Plot, of.Parts))))
            .Where(of => of.Sources.Count > 0);
        string[] names = [.. again.Select(source => source.Name)];
        foreach (var batch in doubted.Chunk(Batch))
        {
            var told = ToldBy.Of(store.Ledger, [.. batch.Select(of => of.Plot)], names);
            foreach (var ((plot, lacking), by) in batch.Zip(told))
                Tell(plot, lacking, by);
        }
    }

    private void Tell(PlotKey plot, List<Again> sources, ToldBy told)
    {
        foreach (var source in sources)
        {
            var (supplements, delays, charges) = told.From(source.Name);
            Tell(PartKind.Supplements, plot, source, supplements);
            Tell(PartKind.Delays, plot, source, delays);
            Tell(PartKind.Charges, plot, source, charges);
        }
    }

    private void Tell<T>(PartKind<T> kind, PlotKey plot, Again source, IReadOnlyList<T> told)
        where T : class
    {
        foreach (var part in told)
        {
            if (IsStated(kind, plot, part) || !Stands(kind, plot, part))
                continue;
            issues.Add(
                new RawPlace(source.Name, null, plot.Number).Issue(
                    kind.Name + ".kept",
                    Severity.Warn,
                    ("value", kind.Line(part))
                )
            );
        }
    }

    /// <summary>Whether any file of the import states it, be it of the plot with the county that it was given.</summary>
    private bool IsStated<T>(PartKind<T> kind, PlotKey plot, T part)
        where T : class =>
        import
            .Find(plot.Number, shapes: false)
            .Select(PlotKey.Of)
            .Where(now => IsOf(now, plot))
            .SelectMany(now => _stated.Values.SelectMany(stated => stated.GetValueOrDefault(now, [])))
            .Any(stated => kind.StatedBy(stated).Any(other => kind.IsSame(part, other)));

    private bool Stands<T>(PartKind<T> kind, PlotKey plot, T part)
        where T : class =>
        import
            .Find(plot.Number, shapes: false)
            .Any(now => now.EndedOn is null && IsOf(PlotKey.Of(now), plot) && kind.Of(now).Contains(part));

    private static bool IsOf(PlotKey now, PlotKey before) => now.County == before.County || before.County.Length == 0;

    private Dictionary<PlotKey, List<RowParts>> Stated(string source) => _stated.GetValueOrDefault(source) ?? [];

    /// <summary>Null where it speaks of no plot at all and nobody has said of which county it is.</summary>
    private HashSet<string>? Counties(string source, PlotsMet met)
    {
        var counties = Stated(source).Keys.Select(plot => plot.County).Concat(met.CountListed(source).Keys).ToHashSet();
        if (options.County is { } county)
            counties.Add(county);
        return counties.Count == 0 ? null : counties;
    }

    /// <summary>A source that was imported before.</summary>
    private sealed record Again(string Name, Dictionary<PlotKey, List<RowParts>> Stated, HashSet<string>? Counties)
    {
        public bool MayLack(PlotKey plot, int parts) =>
            (Counties is null || plot.County.Length == 0 || Counties.Contains(plot.County))
            && Stated
                .GetValueOrDefault(plot, [])
                .Sum(row =>
                    (row.Supplement is null ? 0 : 1) + (row.Delay is null ? 0 : 1) + (row.Charge is null ? 0 : 1)
                ) < parts;
    }
}
