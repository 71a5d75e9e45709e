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
        var open = plot.Delays.Where(IsOpen).ToList();
        var late = LateDelivery(plot);
        if (late is not null)
            open.Add(late);
        if (open.Count == 0)
            return null;
        var all = plot.Delays.Where(DelayLaw.IsDeductible).Concat(open.Select(AsEstablished)).ToList();
        var longest = Clock.Run(happened, years, all, judgement.AsOf);
        if (longest.RanOutBy(judgement.AsOf))
            return null;
        var missing = open.Exists(delay => delay is { Kind: DelayKind.Unknown, Established: true })
            ? KindField
            : EstablishedField;
        return judgement.Note(
            late is not null ? Late : id,
            Outcome.Undetermined,
            Fact.Of(late is null ? longest.Limit : late.To),
            Fact.Of(late is null ? judgement.AsOf : plot.Grant.AgreedDelivery),
            clause,
            missing
        );
    }

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
