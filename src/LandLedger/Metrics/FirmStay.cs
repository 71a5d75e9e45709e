namespace LandLedger.Metrics;

/// <summary>On which plots a firm sits in a year of which nobody says so: where it was placed last. Before its first year it is nowhere.</summary>
internal sealed class FirmStay(Occupancy[] occupancies)
{
    /// <summary>Whether an entry places the firm on the plot in the year.</summary>
    public bool IsStated(Seat plot, int year) => Array.Exists(occupancies, o => Seat.Of(o) == plot && Holds(o, year));

    /// <summary>Whether no entry places the firm anywhere in the year, and the last one before placed it on the plot.</summary>
    public bool Lasts(Seat plot, int year) =>
        !Array.Exists(occupancies, o => Holds(o, year))
        && occupancies.Where(o => o.Year < year).Max(o => o.Year) is { } last
        && IsStated(plot, last);

    public static bool Holds(Occupancy occupancy, int year) => occupancy.Year is null || occupancy.Year == year;
}
