using LandLedger.Fields;

namespace LandLedger.Import;

/// <summary>Every fact that differs between two states of a firm. Years and plots are never taken from a firm.</summary>
internal static class FirmChanges
{
    private static readonly Occupancy Nowhere = new() { Plot = "" };

    public static IEnumerable<FirmFactChange> Of(Firm old, Firm now)
    {
        List<FirmFactChange> changes = [];
        Compare(RowFields.FirmCode, null, null, Fact.Of(old.CreditCode), Fact.Of(now.CreditCode));
        Compare(PlotFields.Sector, null, null, Fact.Of(old.Sector), Fact.Of(now.Sector));
        foreach (var occupancy in now.Occupancies)
        {
            var (plot, year) = (occupancy.Plot, occupancy.Year);
            var before = old.Occupancies.FirstOrDefault(known => (known.Plot, known.Year) == (plot, year));
            Compare(PlotFields.Plot, year, plot, Fact.Of(before?.Plot), Fact.Of(plot));
            before ??= Nowhere;
            Compare(RowFields.OccupiedMu, year, plot, Fact.Of(before.Land), Fact.Of(occupancy.Land));
            Compare(RowFields.OccupiedFloorMu, year, plot, Fact.Of(before.Floor), Fact.Of(occupancy.Floor));
            Compare(
                RowFields.Share,
                year,
                plot,
                Fact.Of(before.Share, Unit.Share),
                Fact.Of(occupancy.Share, Unit.Share)
            );
        }
        foreach (var year in now.Years)
        {
            var before = old.Years.FirstOrDefault(known => known.Year == year.Year) ?? new() { Year = year.Year };
            foreach (var (field, one, other) in DifferingFigures.Facts(before, year))
                Compare(field, year.Year, null, one, other);
        }
        return changes;

        void Compare(Field field, int? year, string? plot, Fact before, Fact after)
        {
            if (before != after)
                changes.Add(new(field.Id, year, plot, before.ToString(), after.ToString()));
        }
    }
}
