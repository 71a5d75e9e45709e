namespace LandLedger.Import.Merging;

/// <summary>
/// The years, supplements and delays that a source has stated of each plot in this import: a further row of a plot may add to them, but
/// must not say the same one otherwise.
/// </summary>
internal sealed class StatedParts
{
    /// <summary>The line that stated a year first.</summary>
    private readonly Dictionary<(string Source, PlotKey Plot, int Year), int> _years = [];

    private readonly Dictionary<(string Source, PlotKey Plot, DateOnly SignedOn), Said<Supplement>> _supplements = [];

    private readonly Dictionary<(string Source, PlotKey Plot, DelayKind Kind, DateOnly? From), Said<Delay>> _delays =
    [];

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
            if (
                Earlier((source, plot, year.Year), row.Line) is not { } first
                || old?.Years.FirstOrDefault(known => known.Year == year.Year) is not { } before
                || DifferingFigures.Of(before, year) is not (not YearFigures.None and var figures)
            )
                continue;
            contested().Contest(year.Year, figures);
            yield return (new("year", PartChanges.Line(before), PartChanges.Line(year)), first);
        }
        if (
            row.Supplement is { SignedOn: { } signedOn } supplement
            && Earlier(_supplements, (source, plot, signedOn), new(supplement, row.Line), PartMerge.Laid) is { } signed
        )
        {
            var known = old?.Grant.Supplements.FirstOrDefault(other => other.SignedOn == signedOn) ?? signed.Part;
            var other = PartMerge.Laid(known, supplement);
            contested().Contest(known, other);
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
            contested().Contest(known, other);
            yield return (new("delay", PartChanges.Line(known), PartChanges.Line(other)), begun.Line);
        }
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

    private int? Earlier((string Source, PlotKey Plot, int Year) year, int line)
    {
        if (_years.TryGetValue(year, out var first))
            return first;
        _years.Add(year, line);
        return null;
    }

    /// <summary>What rows have said of a part so far, and the line of the first.</summary>
    private sealed record Said<T>(T Part, int Line);
}
