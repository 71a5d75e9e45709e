using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.Service.People;

/// <summary>
/// Which plots a user sees whom somebody names by their keys of another day: what was frozen or recorded long ago is shown of the plots that
/// are his now, and of no others.
/// </summary>
internal sealed class SeenPlots(Park park)
{
    private const int Batch = 256;

    /// <summary>Null where he sees all.</summary>
    public static Func<IReadOnlyList<PlotKey>, IReadOnlySet<PlotKey>>? Of(Park park) =>
        park.Sight.Scope.IsAll ? null : new SeenPlots(park).Among;

    /// <summary>Those of some plots that he sees, by the keys that they are named by.</summary>
    /// <param name="plots">So many as one look at the store may be for.</param>
    public IReadOnlySet<PlotKey> Among(IReadOnlyList<PlotKey> plots)
    {
        string[] numbers = [.. plots.Select(plot => plot.Number).Distinct(StringComparer.Ordinal)];
        var seen = park
            .Store.Plots(new() { Ended = true, Filter = ScopeFilter.Among(PlotFields.Plot, numbers) })
            .Select(PlotKey.Of)
            .ToHashSet();
        // One that nobody had said the county of may have been given it.
        foreach (var plot in plots.Where(plot => plot.County.Length == 0 && !seen.Contains(plot)).ToList())
        {
            if (seen.Contains(PlotHistory.KeyNow(park.Opened.Ledger, plot)))
                seen.Add(plot);
        }
        return seen;
    }

    /// <summary>Whether any of some plots is one that he sees.</summary>
    public static bool Any(Park park, IEnumerable<Plot> plots) =>
        Of(park) is not { } seen || plots.Select(PlotKey.Of).Chunk(Batch).Any(keys => keys.Any(seen(keys).Contains));
}
