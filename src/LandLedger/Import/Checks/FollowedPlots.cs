using LandLedger.Geometry;
using LandLedger.Import.Merging;
using LandLedger.Ledger;

namespace LandLedger.Import.Checks;

/// <summary>A plot that follows others (承接), or no longer does.</summary>
/// <param name="Now">The plot with the day on which it entered.</param>
/// <param name="Issues">One, which plots it follows; none where it follows none any more.</param>
internal readonly record struct Followed(Plot Now, PlotChange Change, IReadOnlyList<ImportIssue> Issues);

/// <summary>
/// Sees which plots that are new in an import follow others: whose outline is the land of plots that have ended, by its day. They enter the
/// register on the day when the last of these has ended, so that no day has the land twice. Plots that still stand are followed by none:
/// <see cref="OverlapCheck"/> names them. A follower that is drawn anew is looked at again, and never enters later than it did.
/// </summary>
/// <param name="find">All plots of a number, with outlines.</param>
internal sealed class FollowedPlots(Func<string, IReadOnlyList<Plot>> find)
{
    private readonly NotedOutlines _ended = new();

    /// <summary>Takes in a plot that has ended. Plots that are taken up again are left out at the end.</summary>
    public void NoteEnded(Plot plot) => _ended.Note(plot, default);

    /// <summary>Those that follow others than they did; what is told of one is to be written before the next is asked for.</summary>
    /// <param name="noted">The outlines that the import states, from <paramref name="first"/> on.</param>
    /// <param name="isNew">Whether the import has added a plot.</param>
    /// <param name="on">The day that the import stands for.</param>
    public IEnumerable<Followed> Find(NotedOutlines noted, int first, Func<PlotKey, bool> isNew, DateOnly on)
    {
        var tree = new BoxTree(_ended.Boxes, BoxTree.AlongCurve(_ended.Boxes).Order);
        var near = new List<int>();
        for (var i = first; i < noted.Count; i++)
        {
            near.Clear();
            tree.Find(noted.Boxes[i], near);
            near.RemoveAll(ended => !noted.MayShare(i, _ended, ended));
            var outline = noted[i];
            var mayFollow = outline.IsRedrawn || (near.Count > 0 && isNew(outline.Plot));
            if (mayFollow && Of(outline, near.Select(ended => _ended[ended].Plot), on) is { } followed)
                yield return followed;
        }
    }

    private Followed? Of(NotedOutlines.Outline outline, IEnumerable<PlotKey> near, DateOnly on)
    {
        var (plot, shown) = Read(outline.Plot);
        if (plot?.Shape is not { } shape)
            return null;
        var last = plot.EnteredOn ?? on;
        var followed = near.Distinct()
            .Order()
            .Select(Read)
            .Where(ended => ended.Plot is { Shape: { } land } && ended.Plot.EndedOn <= last && Share(shape, land))
            .ToList();
        var now = plot with { EnteredOn = followed.Max(ended => ended.Plot!.EndedOn) };
        if (now.EnteredOn == plot.EnteredOn)
            return null;
        var place = outline.Place(shown);
        var change = new PlotChange(
            plot.Number,
            ChangeKind.Changed,
            place.File,
            place.Line,
            [PartChanges.Entered(plot, now)]
        );
        return new(
            now,
            change,
            now.EnteredOn is { } day ? [Issue(place, [.. followed.Select(ended => ended.Shown)], day)] : []
        );
    }

    private static bool Share(PlotShape one, PlotShape other) => NotedOutlines.Share(one, other) is not null;

    private static ImportIssue Issue(RawPlace place, IReadOnlyList<string> followed, DateOnly day) =>
        place.Issue(
            "plot.follows",
            Severity.Note,
            ("value", place.Plot!),
            ("plots", string.Join('、', followed)),
            ("since", Fact.Of(day).ToString())
        ) with
        {
            Plots = followed,
        };

    /// <summary>A plot as it is now, with what it is called.</summary>
    private (Plot? Plot, string Shown) Read(PlotKey key)
    {
        var plots = find(key.Number);
        return (plots.FirstOrDefault(plot => plot.County == key.County), plots.Count > 1 ? key.ToString() : key.Number);
    }
}
