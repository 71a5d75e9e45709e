using LandLedger.Cases;
using LandLedger.Disposal;
using LandLedger.Import;
using LandLedger.Metrics;
using LandLedger.Rules;

namespace LandLedger.Turns;

/// <summary>
/// A run of days on which a plot counted as one class: its class history (类别沿革), read one after another. Each day is judged at its close, by the
/// numbers in force on it, the cases open on it and the facts that are known.
/// </summary>
/// <param name="Since">Inclusive.</param>
/// <param name="Until">Inclusive.</param>
/// <param name="First">As judged on the first day; null: not in the register.</param>
public sealed record ClassSpan(DateOnly Since, DateOnly Until, Evaluation? First)
{
    /// <summary>Days that are judged at most: a hundred years.</summary>
    public const int MostDays = 36_525;

    /// <summary>Whether the days from the first to the last, both included, can be judged: the last is not before the first, and they are not too many.</summary>
    public static bool Covers(DateOnly from, DateOnly to) => to >= from && to.DayNumber - from.DayNumber < MostDays;

    /// <summary>The class that counted; null: not in the register.</summary>
    public Category? Class => First?.CountsAs;

    /// <summary>The class that the rules gave.</summary>
    public Category? Computed => First?.Category;

    /// <summary>By which case another class counted than the rules gave; null where none did.</summary>
    public string? SetBasis(Texts texts) => First is { } first ? CaseWords.SetBasis(first, texts) : null;

    /// <summary>Why, in one sentence, as a list of the first day says it; null where a list says nothing.</summary>
    public string? Reason(Texts texts) =>
        First is { } first && Disposal.Reason.Of(new DisposalRow(first, texts)) is { Length: > 0 } reason
            ? reason
            : null;

    /// <summary>The runs that follow each other without gap from the first day to the last; none where nobody knows the plot.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Inclusive; not before the first, and at most <see cref="MostDays"/> in all.</param>
    public static IEnumerable<ClassSpan> Of(
        KnownPark park,
        PlotKey key,
        RuleSet rules,
        DateOnly from,
        DateOnly to,
        CancellationToken cancel = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to.DayNumber, from.DayNumber + MostDays - 1, nameof(to));
        return park.Find(key) is { } plot ? Runs(park, plot, rules, from, to, cancel) : [];
    }

    private static IEnumerable<ClassSpan> Runs(
        KnownPark park,
        Plot plot,
        RuleSet rules,
        DateOnly from,
        DateOnly to,
        CancellationToken cancel
    )
    {
        var (shares, cases) = (Sharing.Of(park.Firms()), park.Cases(PlotKey.Of(plot)));
        var run = new ClassSpan(from, from, On(from));
        for (var day = from; day < to; )
        {
            cancel.ThrowIfCancellationRequested();
            day = day.AddDays(1);
            var judged = On(day);
            if (IsSame(run.First, judged))
            {
                run = run with { Until = day };
                continue;
            }
            yield return run;
            run = new(day, day, judged);
        }
        yield return run;

        Evaluation? On(DateOnly day) =>
            new ParkDay(new(rules, day, KeptFindings.None), shares, ParkCases.On(day, cases))
                .OneByOne([plot])
                .SingleOrDefault();
    }

    private static bool IsSame(Evaluation? one, Evaluation? other) =>
        (one?.CountsAs, one?.Category, one?.Cause, one?.Cases?.Set)
        == (other?.CountsAs, other?.Category, other?.Cause, other?.Cases?.Set);
}
