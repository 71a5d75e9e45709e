using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>Not completed so many full years after the agreed day. Delays of the authority and force majeure, once established, do not count.</summary>
public sealed class CompletionOverdue : IRule
{
    private static readonly Field[] AgreedField = [PlotFields.AgreedCompletion];

    public string Id => "low.completion-overdue";

    public Category? Leads => Category.LowEfficiency;

    public IReadOnlyList<NumberKey> Numbers { get; } = [LowNumbers.CompletionYears];

    public IReadOnlyList<string> Clauses { get; } = ["low.completion-overdue", "idle.delay", .. LowMeasures.Clauses];

    public Outcome Judge(Judgement judgement)
    {
        var verdict = Applies.NoteWorkplace(judgement, Id);
        var notUntil = Completion.NotUntil(judgement);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(NoteNotCompleted(judgement, notUntil));
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(ByNumber.Note(judgement, LowNumbers.CompletionYears, Id, notUntil, NoteOverdue));
        return Exemptions.Apply(judgement, Id, verdict);
    }

    private static Outcome NoteNotCompleted(Judgement judgement, DateOnly? notUntil)
    {
        var record = Happened.Completed(judgement.Plot.Progress);
        var outcome = notUntil is null ? Completion.By(judgement.AsOf, judgement.Plot.Progress).Not() : Outcome.Met;
        return outcome == Outcome.Met && record is { Flag: false, On: null, Seen: { } seen }
            ? judgement.Note("low.seen-not-completed", outcome, Fact.Of(seen), default, judgement.Own)
            : record.Note(judgement, "low.not-completed", outcome, judgement.Own);
    }

    /// <summary>Whether it was still not completed after the years; a look before their end does not tell.</summary>
    private static Outcome NoteOverdue(Judgement judgement, string rule, DateOnly? notUntil, Threshold years)
    {
        var agreed = AgreedDay.Completion(judgement.Plot.Grant, judgement.AsOf);
        if (agreed.Day is not { } day)
            return judgement.Note(rule, Outcome.Undetermined, default, default, judgement.Own, AgreedField);
        var over = Period.Judge(judgement, rule, day, years, out var clock);
        over = Period.JudgeUnsigned(judgement, over, day, agreed.Earlier, years);
        return over != Outcome.Met || notUntil is not { } looked || looked > clock.Limit
            ? over
            : judgement.Note(
                Doubts.NotCompletedSince,
                Outcome.Undetermined,
                Fact.Of(looked),
                Fact.Of(clock.Limit),
                judgement.Own,
                Milestone.Completed.Unseen
            );
    }
}
