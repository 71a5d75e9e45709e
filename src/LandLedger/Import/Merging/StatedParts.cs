namespace LandLedger.Import.Merging;

/// <summary>
/// The years, supplements, delays and charges that a source has stated of each plot in this import: a further row of a plot may add to them, but
/// must not say the same one otherwise.
/// </summary>
internal sealed class StatedParts
{
    /// <summary>The row that stated a year first, and which figures of it.</summary>
    private readonly Dictionary<(string Source, PlotKey Plot, int Year), YearRow> _years = [];

    /// <summary>Each source that stated any.</summary>
    private readonly SortedSet<string> _sourcesOfYears = new(StringComparer.Ordinal);

    /// <summary>Rows that stated further figures of it.</summary>
    private readonly Dictionary<(string Source, PlotKey Plot, int Year), List<YearRow>> _yearsAgain = [];

    /// <summary>The first row that took figures of it back.</summary>
    private readonly Dictionary<(string Source, PlotKey Plot, int Year), YearRow> _yearsWithdrawn = [];

    private readonly Dictionary<(string Source, PlotKey Plot, DateOnly SignedOn), Said<Supplement>> _supplements = [];

    private readonly Dictionary<(string Source, PlotKey Plot, DelayKind Kind, DateOnly? From), Said<Delay>> _delays =
    [];

    private readonly Dictionary<(string Source, PlotKey Plot, string Certificate), Said<Charge>> _charges = [];

    /// <summary>Notes what a row states, and what earlier rows of the source said otherwise: told, and contested in the plot.</summary>
    /// <param name="old">The plot as the rows before have left it.</param>
    public IEnumerable<(FactChange Change, int First)> Note(
        ParsedRow row,
        string source,
        PlotKey plot,
        Plot? old,
        Func<ContestedPlot> contested
    )
    {
        foreach (var year in row.Years)
        {
            var key = (source, plot, year.Year);
            if (
                old?.Years.FirstOrDefault(known => known.Year == year.Year) is { } before
                && DifferingFigures.Of(before, year) is not YearFigures.None and var differing
                && Earlier(key, differing) is { } first
            )
            {
                var figures = differing & first.Figures;
                contested().Contest(year.Year, figures, new(row.File, first.Line, row.Line));
                yield return (new("year", PartChanges.Line(before), PartChanges.Line(year)), first.Line);
            }
            var stated = DifferingFigures.Known(year);
            if (
                _yearsWithdrawn.TryGetValue(key, out var withdrawn)
                && (withdrawn.Figures & stated) is not YearFigures.None and var backAndStated
            )
            {
                contested().Contest(year.Year, backAndStated, new(row.File, withdrawn.Line, row.Line));
                yield return (new("year", PartChanges.Withdrawn(year.Year), PartChanges.Line(year)), withdrawn.Line);
            }
            Note(key, new(row.Line, stated));
        }
        foreach (var (year, figures) in row.NamesFirm ? [] : row.WithdrawnYears)
        {
            var key = (source, plot, year);
            if (
                Earlier(key, figures) is { } first
                && old?.Years.FirstOrDefault(known => known.Year == year) is { } before
            )
            {
                contested().Contest(year, figures & first.Figures, new(row.File, first.Line, row.Line));
                yield return (new("year", PartChanges.Line(before), PartChanges.Withdrawn(year)), first.Line);
            }
            _yearsWithdrawn.TryAdd(key, new(row.Line, figures));
        }
        if (
            row.Supplement is { SignedOn: { } signedOn } supplement
            && Earlier(_supplements, (source, plot, signedOn), new(supplement, row.Line), PartMerge.Laid) is { } signed
        )
        {
            var known = old?.Grant.Supplements.FirstOrDefault(other => other.SignedOn == signedOn) ?? signed.Part;
            var other = PartMerge.Laid(known, supplement);
            contested().Contest(new(row.File, signed.Line, row.Line), known, other);
            yield return (new("supplement", PartChanges.Line(known), PartChanges.Line(other)), signed.Line);
        }
        if (
            row.Delay is { } delay
            && Earlier(_delays, (source, plot, delay.Kind, delay.From), new(delay, row.Line), PartMerge.Laid)
                is { } begun
        )
        {
            var known = old?.Delays.FirstOrDefault(other => PartMerge.IsSame(other, delay)) ?? begun.Part;
            var other = PartMerge.Laid(known, delay);
            contested().Contest(new(row.File, begun.Line, row.Line), known, other);
            yield return (new("delay", PartChanges.Line(known), PartChanges.Line(other)), begun.Line);
        }
        if (
            row.Charge is { Certificate: { } certificate } charge
            && Earlier(_charges, (source, plot, certificate), new(charge, row.Line), PartMerge.Laid) is { } registered
        )
        {
            var known = old?.Charges.FirstOrDefault(other => PartMerge.IsSame(other, charge)) ?? registered.Part;
            var other = PartMerge.Laid(known, charge);
            contested().Contest(new(row.File, registered.Line, row.Line), known, other);
            yield return (new("charge", PartChanges.Line(known), PartChanges.Line(other)), registered.Line);
        }
    }

    /// <summary>Whether any row has stated a year.</summary>
    public bool AnyYears => _years.Count > 0;

    /// <summary>The first row that stated figures of the year; null where none did.</summary>
    public RawPlace? YearAt(PlotKey plot, int year)
    {
        foreach (var source in _sourcesOfYears)
        {
            if (
                _years.TryGetValue((source, plot, year), out var row)
                || _years.TryGetValue((source, new("", plot.Number), year), out row)
            )
                return new(source, row.Line, plot.Number);
        }
        return null;
    }

    /// <summary>What earlier rows said of a part, where the row says it otherwise; null where it adds to it at most.</summary>
    private static Said<T>? Earlier<TKey, T>(
        Dictionary<TKey, Said<T>> stated,
        TKey key,
        Said<T> row,
        Func<T, T, T> laid
    )
        where TKey : notnull
        where T : class
    {
        if (!stated.TryGetValue(key, out var first))
        {
            stated.Add(key, row);
            return null;
        }
        var both = laid(row.Part, first.Part);
        stated[key] = first with { Part = both };
        return both.Equals(laid(first.Part, row.Part)) ? null : first;
    }

    /// <summary>All of those figures that earlier rows of the source stated, at the first of the rows; null where none did.</summary>
    private YearRow? Earlier((string Source, PlotKey Plot, int Year) year, YearFigures figures)
    {
        if (!_years.TryGetValue(year, out var first))
            return null;
        IEnumerable<YearRow> rows = [first, .. _yearsAgain.GetValueOrDefault(year, [])];
        var stating = rows.Where(row => (row.Figures & figures) != YearFigures.None).ToList();
        return stating.Count == 0
            ? null
            : new(stating[0].Line, stating.Aggregate(YearFigures.None, (all, row) => all | row.Figures));
    }

    private void Note((string Source, PlotKey Plot, int Year) year, YearRow row)
    {
        _sourcesOfYears.Add(year.Source);
        if (_years.TryAdd(year, row))
            return;
        if (!_yearsAgain.TryGetValue(year, out var again))
            _yearsAgain.Add(year, again = new(1));
        again.Add(row);
    }

    private readonly record struct YearRow(int Line, YearFigures Figures);

    /// <summary>What rows have said of a part so far, and the line of the first.</summary>
    private sealed record Said<T>(T Part, int Line);
}
