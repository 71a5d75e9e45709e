using LandLedger.Geometry;
using LandLedger.Import.Merging;
using LandLedger.Ledger;

namespace LandLedger.Import.Checks;

/// <summary>
/// Sees which plots follow others: whose outline is the land of plots that have ended, and that were listed later than these. They enter
/// the register on the day when the last of these has ended, so that no day has the land twice. Plots that still stand are followed by
/// none: <see cref="OverlapCheck"/> names them, and when one of them ends its followers are looked at again. A follower that is drawn anew
/// is looked at again, too, and does not enter later by its new outline.
/// </summary>
/// <param name="find">All plots of a number, with outlines.</param>
/// <param name="ledger">As it is before the import.</param>
/// <param name="keys">What became of the keys of plots since they were noted.</param>
internal sealed class FollowedPlots(Func<string, IReadOnlyList<Plot>> find, ILedger ledger, MovedKeys keys)
{
    private readonly NotedOutlines _ended = new(keys);
    private readonly List<bool> _endsNow = [];

    /// <summary>Takes in a plot that had ended before the import. Plots that are taken up again are left out at the end.</summary>
    public void NoteKnown(Plot plot) => Note(plot, default, endsNow: false);

    /// <summary>Takes in a plot that the import ends.</summary>
    public void NoteEnded(Plot plot, RawPlace place) => Note(plot, place, endsNow: true);

    /// <summary>Those that follow others than they did; what is told of one is to be written before the next is asked for.</summary>
    /// <param name="noted">Plots that stand: those that the store had first, then, from <paramref name="first"/> on, those whose outlines the import states.</param>
    /// <param name="isNew">Whether the import has added a plot.</param>
    /// <param name="on">The day that the import stands for.</param>
    public IEnumerable<Followed> Find(NotedOutlines noted, int first, Func<PlotKey, bool> isNew, DateOnly on)
    {
        var tree = new BoxTree(_ended.Boxes, BoxTree.AlongCurve(_ended.Boxes).Order);
        var near = new List<int>();
        for (var i = 0; i < noted.Count; i++)
        {
            near.Clear();
            tree.Find(noted.Boxes[i], near);
            near.RemoveAll(ended => !noted.MayShare(i, _ended, ended));
            var drawn = noted[i].Drawn;
            if (near.Count == 0 && !(drawn == Drawn.Anew && noted[i].HasEntered))
                continue;
            var plot = noted.Plot(i);
            var followed =
                i >= first && isNew(plot) ? Settled(plot, near, on)
                : drawn == Drawn.Anew && Read(plot).Plot?.EnteredOn is { } day ? Settled(plot, near, day)
                : drawn != Drawn.AsBefore || near.Exists(ended => _endsNow[ended]) ? Listed(plot, near)
                : null;
            if (followed is { } settled)
                yield return Told(settled, i < first ? _ended[near.Find(ended => _endsNow[ended])] : noted[i]);
        }
    }

    private void Note(Plot plot, RawPlace place, bool endsNow)
    {
        _ended.Note(plot, place);
        if (_ended.Count > _endsNow.Count)
            _endsNow.Add(endsNow);
    }

    /// <summary>By those that had ended by a day.</summary>
    private Settlement? Settled(PlotKey key, List<int> near, DateOnly by)
    {
        var (plot, _) = Read(key);
        if (plot?.Shape is not { } shape)
            return null;
        var lands = Lands(near, shape).Where(ended => ended.Plot.EndedOn <= by).ToList();
        return Settled(plot, lands, lands.Max(ended => ended.Plot.EndedOn));
    }

    /// <summary>A plot that was there before, by those that were listed before it and whose land it has been as long as it was drawn.</summary>
    private Settlement? Listed(PlotKey key, List<int> near)
    {
        var (plot, _) = Read(key);
        if (plot is not { Shape: { } shape, EndedOn: null })
            return null;
        var past = PlotPast.Of(ledger, keys.Before(key));
        var lands = Lands(near, shape)
            .Where(ended => past.Outlines.All(outline => Share(outline, ended.Plot.Shape!)))
            .Where(ended => PlotPast.Of(ledger, keys.Before(PlotKey.Of(ended.Plot))).IsBefore(past))
            .ToList();
        var last = lands.Max(ended => ended.Plot.EndedOn);
        return Settled(plot, lands, plot.EnteredOn > last ? plot.EnteredOn : last ?? plot.EnteredOn);
    }

    private static Settlement? Settled(Plot plot, List<(Plot Plot, string Shown)> lands, DateOnly? entered) =>
        plot.EnteredOn == entered ? null : new(plot, plot with { EnteredOn = entered }, lands);

    private List<(Plot Plot, string Shown)> Lands(List<int> near, PlotShape shape) =>
        [
            .. from key in near.Select(_ended.Plot).Distinct().Order()
            let ended = Read(key)
            where ended.Plot is { Shape: { } land, EndedOn: not null } && Share(shape, land)
            select (ended.Plot, ended.Shown),
        ];

    private Followed Told(Settlement settled, NotedOutlines.Outline from) =>
        Followed.Of(
            "plot.follows",
            settled.Before,
            settled.Now,
            settled.Lands,
            from.Place(Read(PlotKey.Of(settled.Before)).Shown)
        );

    private static bool Share(PlotShape one, PlotShape other) => NotedOutlines.Share(one, other) is not null;

    /// <summary>A plot as it is now, with what it is called.</summary>
    private (Plot? Plot, string Shown) Read(PlotKey key)
    {
        var plots = find(key.Number);
        return (plots.FirstOrDefault(plot => plot.County == key.County), plots.Count > 1 ? key.ToString() : key.Number);
    }

    /// <summary>A plot as it is and as it is to be, with those that it follows and what these are called.</summary>
    private readonly record struct Settlement(Plot Before, Plot Now, IReadOnlyList<(Plot Plot, string Shown)> Lands);
}
