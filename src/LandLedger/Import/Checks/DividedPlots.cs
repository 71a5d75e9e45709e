using System.Globalization;

namespace LandLedger.Import.Checks;

/// <summary>
/// Holds the areas of plots that have ended against those of the plots that follow them, as they were divided or put together: both stated
/// and drawn area close within 0.1 %.
/// </summary>
/// <param name="store">As it is before the import.</param>
internal sealed class DividedPlots(IImport import, IPlotStore store)
{
    private const decimal Tolerance = 0.001m;

    private static readonly (string Code, Func<Plot, Area?> Of)[] Areas =
    [
        ("plot.follows-stated", plot => plot.StatedArea),
        ("plot.follows-drawn", plot => plot.Measured?.Plane),
    ];

    private readonly Dictionary<PlotKey, Division> _divisions = [];

    /// <summary>Takes in a plot that follows others by this import.</summary>
    public void Note(Followed followed)
    {
        var merged = new Division(followed);
        foreach (var land in followed.Lands)
        {
            if (_divisions.TryGetValue(PlotKey.Of(land), out var known))
                merged.Take(known);
        }
        foreach (var land in merged.Lands.Keys)
            _divisions[land] = merged;
    }

    /// <summary>Names the divisions that do not close.</summary>
    public IEnumerable<ImportIssue> Find()
    {
        foreach (var division in _divisions.Values.Distinct())
        {
            if (Areas.All(area => Closes(division, area.Of)))
                continue;
            foreach (var earlier in division.Lands.Values.SelectMany(EarlierFollowers))
                division.Followers.TryAdd(PlotKey.Of(earlier), earlier);
            foreach (var (code, of) in Areas)
            {
                if (!Closes(division, of))
                    yield return Issue(division, code, of);
            }
        }
    }

    /// <summary>Plots that stand on the land of one that has ended, and had entered for it before this import.</summary>
    private IEnumerable<Plot> EarlierFollowers(Plot land)
    {
        if (land.Shape is not { } shape)
            return [];
        return store
            .Plots(new() { Shapes = true, Box = shape.Box })
            .Where(plot => plot.EnteredOn >= land.EndedOn && NotedOutlines.Share(plot.Shape!, shape) is not null)
            .Select(plot => import.Find(plot.Number, shapes: false).FirstOrDefault(now => now.County == plot.County))
            .OfType<Plot>()
            .Where(now => now.EndedOn is null);
    }

    /// <summary>True, too, where an area is not known.</summary>
    private static bool Closes(Division division, Func<Plot, Area?> of) =>
        Sum(division.Lands.Values, of) is not { } whole
        || Sum(division.Followers.Values, of) is not { } parts
        || Math.Abs(whole - parts) <= Tolerance * whole;

    private static decimal? Sum(IEnumerable<Plot> plots, Func<Plot, Area?> of) =>
        plots.Aggregate((decimal?)0, (sum, plot) => sum + of(plot)?.Mu);

    private static ImportIssue Issue(Division division, string code, Func<Plot, Area?> of) =>
        division.First.Issue(
            code,
            Severity.Warn,
            ("value", Mu(Sum(division.Followers.Values, of))),
            ("whole", Mu(Sum(division.Lands.Values, of))),
            ("lands", Names(division.Lands.Keys)),
            ("followers", Names(division.Followers.Keys))
        );

    private static string Names(IEnumerable<PlotKey> plots) =>
        string.Join('、', plots.Order().Select(plot => plot.Number));

    private static string Mu(decimal? mu) =>
        Rounding.HalfUp(mu!.Value, 4).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Plots that have ended and those on their land, as far as they hang together.</summary>
    private sealed class Division
    {
        public Division(Followed followed)
        {
            First = new(followed.Change.File, followed.Change.Line, followed.Change.Plot);
            Followers.Add(PlotKey.Of(followed.Now), followed.Now);
            foreach (var land in followed.Lands)
                Lands.Add(PlotKey.Of(land), land);
        }

        public RawPlace First { get; private set; }

        public Dictionary<PlotKey, Plot> Lands { get; } = [];

        public Dictionary<PlotKey, Plot> Followers { get; } = [];

        public void Take(Division other)
        {
            First = other.First;
            foreach (var (key, land) in other.Lands)
                Lands.TryAdd(key, land);
            foreach (var (key, follower) in other.Followers)
                Followers.TryAdd(key, follower);
        }
    }
}
