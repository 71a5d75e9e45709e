using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Metrics;
using LandLedger.Rules;
using LandLedger.Streams;

namespace LandLedger.Turns;

/// <summary>
/// Which plots have another class in a later evaluation, and why. Each plot is judged four times: on the earlier day; with the same facts and
/// numbers on the later day; with the same facts by what the later evaluation judges by; and as the later evaluation judges it. Where two that
/// follow each other differ, what came between them turned the class. A class that a case set counts before all that: the cases of the earlier
/// side do until its later ones come last. Streamed: of the plots nothing is held but the sums.
/// </summary>
public sealed class ClassTurns
{
    private const int Stretch = 256;

    private readonly TurnSide _from;
    private readonly TurnSide _to;
    private readonly ParkDay _then;
    private readonly ParkDay _later;
    private readonly ParkDay _ruled;
    private readonly ParkDay _now;
    private readonly TurnedNumbers _numbers;
    private readonly TurnedFacts _facts;
    private readonly TurnedCases _cases;
    private readonly (SharingResult Before, SharingResult After) _shares;
    private readonly Func<IReadOnlyList<PlotKey>, IReadOnlySet<PlotKey>>? _seen;

    /// <summary>Looks up the numbers of both days and shares out the figures of the firms of both.</summary>
    /// <param name="to">Its store has the ledger of the earlier side's, and what was recorded since.</param>
    /// <param name="seen">
    /// Which of some plots count, by their keys in the later evaluation or, where that has none, in the earlier; null where all do. What firms
    /// have on these is shared out over all plots that they sit on.
    /// </param>
    public ClassTurns(TurnSide from, TurnSide to, Func<IReadOnlyList<PlotKey>, IReadOnlySet<PlotKey>>? seen = null)
    {
        (_from, _to, _seen) = (from, to, seen);
        var shares = Sharing.Of(from.Park.Firms());
        var later = ReferenceEquals(from.Park, to.Park) ? shares : Sharing.Of(to.Park.Firms());
        _shares = (shares, later);
        _then = Day(from.Rules, from.AsOf, shares);
        _numbers = new(from, to, rules => Day(rules, to.AsOf, shares));
        _later = _numbers.OfBefore;
        _ruled = Day(to.Rules, to.AsOf, shares);
        _now = Day(to.Rules, to.AsOf, later);
        _facts = new(from, to, _ruled, (shares, later));
        _cases = new(from, to);
    }

    /// <summary>Whether some plots do not count.</summary>
    public bool IsCut => _seen is not null;

    /// <summary>All plots by their class in both; whole when <see cref="All"/> has come to its end.</summary>
    public TurnSums Sums { get; } = new();

    /// <summary>The plots that turned, in order of county and number. To be enumerated once.</summary>
    public IEnumerable<ClassTurn> All(CancellationToken cancel = default)
    {
        foreach (var judged in Stretched<Pair>.Of(Seen(Pairs(cancel)), Stretch).Through(pairs => pairs.Select(Judge)))
        {
            var (before, after) = judged.Pair;
            var (then, now) = (Counts(judged.Then, judged.Set), Counts(judged.Now, judged.SetLater));
            Sums.Add(then, now, before, after);
            if (then != now)
                yield return new((after ?? before)!, then, now, [.. Steps(judged)]);
        }
    }

    /// <summary>The class that the rules give, or null where the plot is not in the register on the day.</summary>
    internal static Category? ClassOf(ParkDay day, Plot? plot) =>
        plot is null ? null : day.OneByOne([plot]).SingleOrDefault()?.Category;

    private static ParkDay Day(RuleSet rules, DateOnly day, SharingResult shares) =>
        new(new Evaluator(rules, day, KeptFindings.None), shares, ParkCases.None);

    private Judged Judge(Pair pair)
    {
        var ruled = ClassOf(_ruled, pair.Before);
        return new(
            pair,
            ClassOf(_then, pair.Before),
            ClassOf(_later, pair.Before),
            ruled,
            IsSame(pair) ? ruled : ClassOf(_now, pair.After),
            _cases.Before(pair.Before),
            _cases.After(pair.After)
        );
    }

    /// <summary>Whether nothing was recorded of a plot between both sides, nor of its firms: it is judged the same then.</summary>
    private bool IsSame(Pair pair) =>
        ReferenceEquals(pair.Before, pair.After)
        && (
            ReferenceEquals(_shares.Before, _shares.After)
            || _shares.Before.Of(pair.Key).SequenceEqual(_shares.After.Of(pair.Key))
        );

    private static Category? Counts(Category? computed, Category? set) => computed is null ? null : set ?? computed;

    private IEnumerable<TurnStep> Steps(Judged judged)
    {
        var (pair, then, later, ruled, now, set, setLater) = judged;
        if (Counts(then, set) != Counts(later, set))
            yield return new(TurnedBy.Time, Counts(then, set), Counts(later, set));
        if (Counts(later, set) != Counts(ruled, set))
            yield return new(TurnedBy.Rule, Counts(later, set), Counts(ruled, set))
            {
                Numbers = _numbers.Of(pair.Before!, later),
            };
        if (Counts(ruled, set) != Counts(now, set))
            yield return new(TurnedBy.Fact, Counts(ruled, set), Counts(now, set))
            {
                Facts = _facts.Of(pair.Before, pair.After, ruled, now),
            };
        if (Counts(now, set) != Counts(now, setLater))
            yield return new(TurnedBy.Case, Counts(now, set), Counts(now, setLater))
            {
                Cases = _cases.Of(pair.Key, now!.Value),
            };
    }

    /// <summary>The plots of both sides, each with itself; one that was given its county between them is the same plot.</summary>
    private IEnumerable<Pair> Pairs(CancellationToken cancel)
    {
        if (ReferenceEquals(_from.Park, _to.Park))
            return _from.Park.Plots(cancel).Select(plot => new Pair(plot, plot));
        return (_from.Park as RecordedPark)?.With(_to.Park) is { } both ? Paired(both, cancel) : Merged(cancel);
    }

    /// <summary>Those that are told together; only one alone may have been given its county.</summary>
    private IEnumerable<Pair> Paired(IEnumerable<(Plot? Before, Plot? After)> both, CancellationToken cancel)
    {
        foreach (var (before, after) in both)
        {
            cancel.ThrowIfCancellationRequested();
            if (after is null)
            {
                if (!_facts.GoesOn(before!))
                    yield return new(before, null);
            }
            else
                yield return new(before ?? _facts.Formerly(after), after);
        }
    }

    private IEnumerable<Pair> Merged(CancellationToken cancel)
    {
        using var before = _from.Park.Plots(cancel).GetEnumerator();
        var more = before.MoveNext();
        foreach (var after in _to.Park.Plots(cancel))
        {
            for (; more && Compare(before.Current, after) < 0; more = before.MoveNext())
            {
                if (!_facts.GoesOn(before.Current))
                    yield return new(before.Current, null);
            }
            if (more && PlotKey.Of(before.Current) == PlotKey.Of(after))
            {
                yield return new(before.Current, after);
                more = before.MoveNext();
            }
            else
                yield return new(_facts.Formerly(after), after);
        }
        for (; more; more = before.MoveNext())
        {
            if (!_facts.GoesOn(before.Current))
                yield return new(before.Current, null);
        }
    }

    private IEnumerable<Pair> Seen(IEnumerable<Pair> pairs) =>
        _seen is null
            ? pairs
            : pairs
                .Chunk(Stretch)
                .SelectMany(chunk =>
                {
                    var seen = _seen([.. chunk.Select(pair => pair.Key)]);
                    return chunk.Where(pair => seen.Contains(pair.Key));
                });

    private static int Compare(Plot one, Plot other) => Subject.Compare(Subject.Of(one), Subject.Of(other));

    private readonly record struct Pair(Plot? Before, Plot? After)
    {
        public PlotKey Key => PlotKey.Of((After ?? Before)!);
    }

    /// <summary>By the rules alone, and what cases of both sides set.</summary>
    private readonly record struct Judged(
        Pair Pair,
        Category? Then,
        Category? Later,
        Category? Ruled,
        Category? Now,
        Category? Set,
        Category? SetLater
    );
}
