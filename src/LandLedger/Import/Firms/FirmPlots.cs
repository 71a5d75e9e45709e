using LandLedger.Import.Merging;
using LandLedger.Metrics;

namespace LandLedger.Import.Firms;

/// <summary>The plots that firms sit on, each looked up once, written or not: tables of firms are read when all plots are there.</summary>
internal sealed class FirmPlots(PendingPlots pending)
{
    private readonly Dictionary<string, Found> _found = new(StringComparer.Ordinal);

    /// <summary>Whether there is a plot of the number, in that county where it is told.</summary>
    public bool IsKnown(string number, string? county) =>
        county is null ? Of(number).Counties.Length > 0 : Of(number).Counties.Contains(county, StringComparer.Ordinal);

    public bool IsShared(string number) => Of(number).Counties.Length > 1;

    /// <summary>What a plot is called: by its number, with its county where several have it.</summary>
    public string Name(Seat seat) => seat.Name(IsShared);

    /// <summary>The years of which the ledger states figures of the plot.</summary>
    public IReadOnlyList<PlotYear> Years(PlotKey plot) => Of(plot.Number).Years.GetValueOrDefault(plot.County, []);

    /// <summary>The counties that have a plot of the number.</summary>
    public IReadOnlyList<string> Counties(string number) => Of(number).Counties;

    /// <summary>False where several plots have the number and nobody says which is meant.</summary>
    /// <param name="said">The county that is said; null where none is.</param>
    /// <param name="county">That of the plot; what was said where there is none, or null.</param>
    public bool TryPlace(string number, string? said, out string? county)
    {
        var counties = Of(number).Counties;
        county =
            said is null ? counties.FirstOrDefault()
            : !counties.Contains(said, StringComparer.Ordinal) && counties.Contains("", StringComparer.Ordinal) ? ""
            : said;
        return said is not null || counties.Length < 2;
    }

    /// <summary>The day on which the last plot of the number ended; null while there is one, or none at all.</summary>
    public DateOnly? EndedOn(string number) => Of(number).EndedOn;

    private Found Of(string number)
    {
        if (_found.TryGetValue(number, out var found))
            return found;
        var plots = pending.Find(number);
        found = new(
            [.. plots.Select(plot => plot.County)],
            plots.ToDictionary(plot => plot.County, plot => plot.Years, StringComparer.Ordinal),
            plots.All(plot => plot.EndedOn is not null) ? plots.Max(plot => plot.EndedOn) : null
        );
        _found.Add(number, found);
        return found;
    }

    private readonly record struct Found(
        string[] Counties,
        IReadOnlyDictionary<string, IReadOnlyList<PlotYear>> Years,
        DateOnly? EndedOn
    );
}
