using LandLedger.Import.Merging;

namespace LandLedger.Import.Firms;

/// <summary>One firm out of two records of it. What both state and state otherwise stays unknown.</summary>
internal sealed class FirmJoin(Firm first)
{
    private readonly SortedSet<int> _differing = [];

    public Firm Firm { get; private set; } = first;

    /// <summary>Years of which the records state a figure otherwise.</summary>
    public IReadOnlyCollection<int> Differing => _differing;

    public void Add(Firm other) =>
        Firm = Firm with
        {
            OtherNames = FirmNames
                .After(new(Firm.Name, Firm.OtherNames), [Firm.Name, other.Name, .. other.OtherNames])
                .Others,
            Sector = Firm.Sector ?? other.Sector,
            Years =
            [
                .. Firm.Years.Concat(other.Years).GroupBy(year => year.Year).OrderBy(year => year.Key).Select(Joined),
            ],
            Occupancies =
            [
                .. Firm
                    .Occupancies.Concat(other.Occupancies)
                    .GroupBy(on => (on.Plot, on.County, on.Year))
                    .OrderBy(on => on.Key.Plot, StringComparer.Ordinal)
                    .ThenBy(on => on.Key.County, StringComparer.Ordinal)
                    .ThenBy(on => on.Key.Year)
                    .Select(same => same.Aggregate(OccupancyMerge.Joined)),
            ],
        };

    private FirmYear Joined(IEnumerable<FirmYear> same) =>
        same.Aggregate(
            (one, other) =>
            {
                var differing = DifferingFigures.Of(one, other);
                if (differing != YearFigures.None)
                    _differing.Add(one.Year);
                return FirmMerge.Laid(other, one).Restored(differing, before: null);
            }
        );
}
