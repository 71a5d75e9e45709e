namespace LandLedger.Import;

/// <summary>
/// The years, supplements and delays that a source has stated of each plot in this import: a further row of a plot may add to them, but
/// must not say the same one otherwise.
/// </summary>
internal sealed class StatedParts
{
    private readonly HashSet<(string Source, PlotKey Plot, PartKey Part)> _stated = [];

    /// <summary>Notes what a row states. What an earlier row of the source said otherwise, or null.</summary>
    /// <param name="old">The plot as the rows before have left it.</param>
    public FactChange? Note(ParsedRow row, string source, PlotKey plot, Plot? old)
    {
        FactChange? contradiction = null;
        foreach (var year in row.Years)
        {
            if (
                !_stated.Add((source, plot, new("year", year.Year, 0)))
                && old?.Years.FirstOrDefault(known => known.Year == year.Year) is { } before
                && Differs(before, year)
            )
                contradiction ??= new("year", PartChanges.Line(before), PartChanges.Line(year));
        }
        if (
            row.Supplement is { } supplement
            && !_stated.Add((source, plot, new("supplement", supplement.SignedOn?.DayNumber ?? 0, 0)))
            && old?.Grant.Supplements.FirstOrDefault(known => known.SignedOn == supplement.SignedOn) is { } signed
            && signed != supplement
        )
            contradiction ??= new("supplement", PartChanges.Line(signed), PartChanges.Line(supplement));
        if (
            row.Delay is { } delay
            && !_stated.Add((source, plot, new("delay", delay.From?.DayNumber ?? 0, (int)delay.Kind)))
            && old?.Delays.FirstOrDefault(known => known.Kind == delay.Kind && known.From == delay.From) is { } begun
            && begun != delay
        )
            contradiction ??= new("delay", PartChanges.Line(begun), PartChanges.Line(delay));
        return contradiction;
    }

    private static bool Differs(PlotYear one, PlotYear other) =>
        Differs(one.Tax?.Yuan, other.Tax?.Yuan)
        || Differs(one.Output?.Yuan, other.Output?.Yuan)
        || Differs(one.Revenue?.Yuan, other.Revenue?.Yuan)
        || Differs(one.AddedValue?.Yuan, other.AddedValue?.Yuan)
        || Differs(one.KilowattHours, other.KilowattHours);

    private static bool Differs(decimal? one, decimal? other) => one is { } left && other is { } right && left != right;

    private readonly record struct PartKey(string Kind, int One, int Other);
}
