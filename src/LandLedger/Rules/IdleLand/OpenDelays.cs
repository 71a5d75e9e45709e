using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Rules.IdleLand;

/// <summary>
/// Delays of which nobody can tell whether they are deducted: not yet established or denied, of a cause that is not known, with an end
/// before their beginning; and land that was delivered after its agreed day (art. 8(1)) with no such delay on record.
/// </summary>
internal static class OpenDelays
{
    private const string Reversed = "idle.delay-reversed";
    private const string Late = "idle.late-delivery";

    /// <summary>Id of the condition that the first idle day lies between two days.</summary>
    internal const string SinceOpen = "idle.since-open";

    private static readonly Field[] FromField = [RowFields.DelayFrom];
    private static readonly Field[] EstablishedField = [RowFields.DelayEstablished];
    private static readonly Field[] KindField = [RowFields.DelayKind];
    private static readonly Field[] Days = [RowFields.DelayFrom, RowFields.DelayTo];

    /// <summary>
    /// What keeps a period from being over for certain, noted; null where it is over whatever comes of the open delays.
    /// </summary>
    /// <param name="judgement">The bench.</param>
    /// <param name="id">Of the condition, where days could still be deducted.</param>
    /// <param name="happened">What the period is counted from.</param>
    /// <param name="years">Full years.</param>
    public static Outcome? NoteDoubt(Judgement judgement, string id, DateOnly happened, int years)
    {
        var plot = judgement.Plot;
        var clause = judgement.Clause("idle.delay");
        var reversed = plot.Delays.FirstOrDefault(delay => delay.From > delay.To && CouldCount(delay));
        if (reversed is not null)
            return judgement.Note(
                Reversed,
                Outcome.Undetermined,
                Fact.Of(reversed.From),
                Fact.Of(reversed.To),
                clause,
                Days
            );
        var (open, late) = Open(plot);
        if (open.Count == 0)
            return null;
        var longest = AllEstablished(judgement, open, happened, years);
        if (longest.RanOutBy(judgement.AsOf))
            return null;
        return judgement.Note(
            late is not null ? Late : id,
            Outcome.Undetermined,
            Fact.Of(late is null ? longest.Limit : late.To),
            Fact.Of(late is null ? judgement.AsOf : plot.Grant.AgreedDelivery),
            clause,
            Missing(open)
        );
    }

    /// <summary>
    /// The first idle day; null, with a note of the days between which it lies, where it hangs on a delay that is open or of which the
    /// beginning is not known.
    /// </summary>
    /// <param name="judgement">The bench.</param>
    /// <param name="happened">What the period is counted from.</param>
    /// <param name="years">Full years.</param>
    /// <param name="clock">The period, which is over.</param>
    public static DateOnly? NoteSince(Judgement judgement, DateOnly happened, int years, Clock clock)
    {
        var plot = judgement.Plot;
        var (open, _) = Open(plot);
        var first = FullYears.Later(clock.Limit, 1);
        if (open.Count == 0 && !DelayLaw.IsUndated(plot.Delays))
            return first;
        var earliest = Clock.Run(happened, years, plot.Delays, judgement.AsOf, withUndated: false).Limit;
        var latest = AllEstablished(judgement, open, happened, years).Limit;
        if (earliest == latest)
            return first;
        judgement.Note(
            SinceOpen,
            Outcome.Undetermined,
            Fact.Of(FullYears.Later(earliest, 1)),
            Fact.Of(FullYears.Later(latest, 1)),
            judgement.Clause("idle.delay"),
            open.Count > 0 ? Missing(open) : FromField
        );
        return null;
    }

    /// <summary>
    /// The cause of idleness (<see cref="DelayLaw.CauseOf"/>). The holder's is established where it is so whatever comes of the open delays.
    /// </summary>
    /// <param name="judgement">The bench.</param>
    /// <param name="happened">What the period is counted from.</param>
    /// <param name="years">Full years.</param>
    /// <param name="clock">The period, which is over.</param>
    public static Cause CauseOf(Judgement judgement, DateOnly happened, int years, Clock clock)
    {
        var plot = judgement.Plot;
        var cause = DelayLaw.CauseOf(clock, plot.Delays);
        if (cause != Cause.Holder || Open(plot).Open is not { Count: > 0 } open)
            return cause;
        var longest = AllEstablished(judgement, open, happened, years);
        return longest.Standing is null ? DelayLaw.CauseOf(longest, plot.Delays) : Cause.NotEstablished;
    }

    private static (IReadOnlyList<Delay> Open, Delay? Late) Open(Plot plot)
    {
        var late = LateDelivery(plot);
        return plot.Delays.Count == 0 && late is null
            ? ([], null)
            : ([.. plot.Delays.Where(IsOpen), .. late is null ? [] : (Delay[])[late]], late);
    }

    private static Clock AllEstablished(Judgement judgement, IReadOnlyList<Delay> open, DateOnly happened, int years) =>
        Clock.Run(
            happened,
            years,
            [.. judgement.Plot.Delays.Where(DelayLaw.IsDeductible), .. open.Select(AsEstablished)],
            judgement.AsOf
        );

    private static Field[] Missing(IReadOnlyList<Delay> open) =>
        open.Any(delay => delay is { Kind: DelayKind.Unknown, Established: true }) ? KindField : EstablishedField;

    /// <summary>Whether a condition says that of the longer period.</summary>
    public static bool IsDoubtOfTakeBack(string id) => id is Reversed or Late or NotStarted.TakeBackOpen;

    /// <summary>Delivered after the agreed day, and no delay of that kind is on record, established or not.</summary>
    private static Delay? LateDelivery(Plot plot) =>
        plot.Grant is { AgreedDelivery: { } agreed, ActualDelivery: { } actual }
        && actual > agreed
        && !plot.Delays.Any(delay => delay.Kind == DelayKind.LateDelivery)
            ? new()
            {
                Kind = DelayKind.LateDelivery,
                From = FullYears.Later(agreed, 1),
                To = actual,
            }
            : null;

    public static bool CouldCount(Delay delay) => delay.IsDeductible() || IsOpen(delay);

    public static bool IsOpen(Delay delay) =>
        delay.Kind == DelayKind.Unknown
            ? delay.Established != false
            : delay.Established is null && (delay.Cause is Cause.Authority or Cause.ForceMajeure);

    private static Delay AsEstablished(Delay delay) =>
        delay with
        {
            Established = true,
            Kind = delay.Kind == DelayKind.Unknown ? DelayKind.OtherAuthority : delay.Kind,
        };
}
