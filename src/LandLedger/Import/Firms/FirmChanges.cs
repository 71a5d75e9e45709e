using LandLedger.Fields;
using LandLedger.Import.Merging;
using LandLedger.Metrics;

namespace LandLedger.Import.Firms;

/// <summary>Every fact that differs between two states of a firm.</summary>
internal static class FirmChanges
{
    /// <summary>What became of the firm itself, then of where it sits, then of its figures.</summary>
    /// <param name="name">What a plot is called.</param>
    public static IReadOnlyList<FirmFactChange> Of(Firm old, Firm now, Func<Seat, string> name)
    {
        List<FirmFactChange> changes = [];
        Compare(RowFields.FirmCode, null, null, Fact.Of(old.CreditCode), Fact.Of(now.CreditCode));
        Compare(RowFields.Firm, null, null, Fact.Of(old.Name), Fact.Of(now.Name));
        Compare(PlotFields.Sector, null, null, Fact.Of(old.Sector), Fact.Of(now.Sector));
        foreach (
            var (seat, year) in now.Occupancies.Concat(old.Occupancies).Select(on => (Seat.Of(on), on.Year)).Distinct()
        )
        {
            var before = old.Occupancies.FirstOrDefault(on => (Seat.Of(on), on.Year) == (seat, year));
            var after = now.Occupancies.FirstOrDefault(on => (Seat.Of(on), on.Year) == (seat, year));
            var plot = name(seat);
            Compare(PlotFields.Plot, year, plot, Named(before, plot), Named(after, plot));
            foreach (var (one, other) in Facts(before).Zip(Facts(after)))
                Compare(one.Field, year, plot, one.Fact, other.Fact);
        }
        foreach (var year in now.Years.Concat(old.Years).Select(year => year.Year).Distinct())
        {
            var before = old.Years.FirstOrDefault(known => known.Year == year) ?? new() { Year = year };
            var after = now.Years.FirstOrDefault(known => known.Year == year) ?? new() { Year = year };
            foreach (var (field, one, other) in DifferingFigures.Facts(before, after))
                Compare(field, year, null, one, other);
        }
        return changes;

        void Compare(Field field, int? year, string? plot, Fact before, Fact after)
        {
            if (before != after)
                changes.Add(new(field.Id, year, plot, before.ToString(), after.ToString()));
        }
    }

    private static Fact Named(Occupancy? occupancy, string plot) => occupancy is null ? default : Fact.Of(plot);

    private static (Field Field, Fact Fact)[] Facts(Occupancy? occupancy) =>
        OccupancyMerge.Facts(occupancy ?? new() { Plot = "" });
}
