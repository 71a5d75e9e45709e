namespace LandLedger.Import;

/// <summary>
/// The years, supplements and delays that a source has stated of each plot in this import: a further row of a plot may add to them, but
/// must not say the same one otherwise.
/// </summary>
internal sealed class StatedParts
{
    /// <summary>The line that stated a part first.</summary>
    private readonly Dictionary<(string Source, PlotKey Plot, PartKey Part), int> _stated = [];

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
                Earlier(new("year", year.Year, 0)) is not { } first
                || old?.Years.FirstOrDefault(known => known.Year == year.Year) is not { } before
                || DifferingFigures.Of(before, year) is not (not YearFigures.None and var figures)
            )
                continue;
            contested().Contest(year.Year, figures);
            yield return (new("year", PartChanges.Line(before), PartChanges.Line(year)), first);
        }
        if (
            row.Supplement is { SignedOn: { } signedOn } supplement
            && Earlier(new("supplement", signedOn.DayNumber, 0)) is { } signedFirst
            && old?.Grant.Supplements.FirstOrDefault(known => known.SignedOn == signedOn) is { } signed
            && signed != supplement
        )
        {
            contested().Contest(signed, supplement);
            yield return (new("supplement", PartChanges.Line(signed), PartChanges.Line(supplement)), signedFirst);
        }
        if (
            row.Delay is { } delay
            && Earlier(new("delay", delay.From?.DayNumber ?? 0, (int)delay.Kind)) is { } begunFirst
            && old?.Delays.FirstOrDefault(known => known.Kind == delay.Kind && known.From == delay.From) is { } begun
            && begun != delay
        )
        {
            contested().Contest(begun, delay);
            yield return (new("delay", PartChanges.Line(begun), PartChanges.Line(delay)), begunFirst);
        }

        int? Earlier(PartKey part)
        {
            if (_stated.TryGetValue((source, plot, part), out var line))
                return line;
            _stated.Add((source, plot, part), row.Line);
            return null;
        }
    }

    private readonly record struct PartKey(string Kind, int One, int Other);
}
