using System.Collections.Frozen;
using LandLedger.Import;

namespace LandLedger.Cases;

/// <summary>
/// What is done about a plot under a procedure (案件): the steps taken, in order, and what follows from them. A value: a step gives a
/// new case, or a refusal that leaves this one as it is.
/// </summary>
public sealed class Case
{
    private Case() { }

    public required PlotKey Plot { get; init; }

    public required Procedure Procedure { get; init; }

    public required IReadOnlyList<CaseStep> Steps { get; init; }

    public required CaseState State { get; init; }

    /// <summary>Every clock that was begun, in that order, stopped ones too.</summary>
    public required IReadOnlyList<CaseClock> Clocks { get; init; }

    /// <summary>By id of the mark: the step that set it.</summary>
    public required IReadOnlyDictionary<string, CaseStep> Marks { get; init; }

    /// <summary>What the steps said, by id of the asked fact; the last word counts.</summary>
    public required IReadOnlyDictionary<string, Fact> Facts { get; init; }

    /// <summary>Delays that its steps established, for the plot's facts.</summary>
    public required IReadOnlyList<Delay> Delays { get; init; }

    /// <summary>Who is responsible now, as the last step that named somebody says.</summary>
    public Responsible? Responsible { get; private init; }

    public bool IsClosed => State.IsClosed;

    /// <summary>Whether the plot has to stand on the portal as idle land.</summary>
    public bool IsPublished => State.IsPublished;

    /// <summary>Why the plot is kept off lists; null while it is not.</summary>
    public CaseStep? Hold => Marks.GetValueOrDefault(CaseMark.Hold);

    /// <summary>The class that was set in the place of the computed one; null where none is.</summary>
    public CaseOverride? Override =>
        Marks.GetValueOrDefault(CaseMark.Override) is { } step ? CaseOverride.Of(step) : null;

    /// <summary>What is left to be paid of an amount decided, while the step that pays it in full may be taken; null where nothing is to be paid.</summary>
    public Money? Owed =>
        Possible.SelectMany(step => step.Needs).OfType<Needs.Pays>().FirstOrDefault(need => need.Whole)?.Owed(this)
            is { } yuan
            ? Money.FromYuan(yuan)
            : null;

    /// <summary>What was paid beyond an amount decided, which has to be given back; null where nothing was.</summary>
    public Money? Overpaid =>
        Procedure
            .Steps.SelectMany(
                step => step.Needs.OfType<Needs.Pays>().Where(need => need.Whole),
                (step, need) => need.Overpaid(this, step)
            )
            .FirstOrDefault(yuan => yuan is not null)
            is { } over
            ? Money.FromYuan(over)
            : null;

    /// <summary>What is held of a deposit; null where no step was about one.</summary>
    public Deposit? Deposit => Cases.Deposit.Of(this);

    /// <summary>The step that annulled what one of its steps decided, with the paper that it made; null where none did.</summary>
    public CaseStep? AnnulledBy(CaseStep step) =>
        Steps
            .SkipWhile(taken => !ReferenceEquals(taken, step))
            .Skip(1)
            .FirstOrDefault(later =>
                Procedure.FindStep(later.Kind)!.Annuls.Contains(step.Kind, StringComparer.Ordinal)
            );

    /// <summary>A new case, by a step that opens one.</summary>
    public static (Case? Case, StepRefusal? Refusal) Open(
        PlotKey plot,
        Procedure procedure,
        CaseStep step,
        HolidayCalendar calendar
    ) => Before(plot, procedure).Take(step, calendar);

    /// <summary>
    /// The case that recorded steps make. What hung on a calendar when a step was taken is not asked again: a corrected calendar does
    /// not undo what was done. The first step that its procedure cannot have allowed is refused.
    /// </summary>
    public static (Case? Case, StepRefusal? Refusal) Replay(
        PlotKey plot,
        Procedure procedure,
        IEnumerable<CaseStep> steps
    )
    {
        var replayed = Before(plot, procedure);
        foreach (var step in steps)
        {
            if (StepCheck.Form(replayed, step) is { } refusal)
                return (null, refusal);
            replayed = replayed.After(step);
        }
        return replayed.Steps.Count > 0 ? (replayed, null) : (null, new("no-step", "steps"));
    }

    /// <summary>The case after one more step; or why it may not be taken, and what may.</summary>
    public (Case? Case, StepRefusal? Refusal) Take(CaseStep step, HolidayCalendar calendar)
    {
        var refusal = StepCheck.Take(this, step, calendar);
        return refusal is null
            ? (After(step), null)
            : (null, refusal with { Allowed = [.. Allowed(Later(step.Day), calendar)] });
    }

    /// <summary>The steps that may be taken on a day, in the order of the procedure, as far as that does not hang on what they say.</summary>
    public IEnumerable<ProcedureStep> Allowed(DateOnly day, HolidayCalendar calendar)
    {
        var at = new Needs.NeedFacts(this, day, calendar, null);
        return Possible.Where(step => StepCheck.Stands(step, at) is null);
    }

    /// <summary>The clock of a rule that runs now; null where none does.</summary>
    public CaseClock? Running(ProcedureClock rule) =>
        Clocks.LastOrDefault(clock => clock.Rule.Id == rule.Id && clock.IsRunning);

    /// <summary>The steps of its state, whatever else they need.</summary>
    internal IEnumerable<ProcedureStep> Possible => Procedure.StepsFrom(Steps.Count == 0 ? null : State);

    private DateOnly Later(DateOnly day) => Steps is [.., { Day: var last }] && last > day ? last : day;

    private Case After(CaseStep step)
    {
        var rule = Procedure.FindStep(step.Kind)!;
        var state = rule.To is { } to ? Procedure.FindState(to)! : State;
        return new()
        {
            Plot = Plot,
            Procedure = Procedure,
            Steps = [.. Steps, step],
            State = state,
            Clocks = [.. ClockSteps.After(this, rule, step, state.IsClosed)],
            Marks = MarksAfter(rule, step),
            Facts = FactsAfter(step),
            Delays = rule.IsDelayEstablished ? [.. Delays, StepDelay.Of(step)] : Delays,
            Responsible = step.Responsible ?? Responsible,
        };
    }

    private IReadOnlyDictionary<string, CaseStep> MarksAfter(ProcedureStep rule, CaseStep step)
    {
        if (rule.Sets.Count + rule.Clears.Count == 0)
            return Marks;
        var marks = Marks.ToDictionary(StringComparer.Ordinal);
        foreach (var mark in rule.Clears)
            marks.Remove(mark.Id);
        foreach (var mark in rule.Sets)
            marks[mark.Id] = step;
        return marks;
    }

    private IReadOnlyDictionary<string, Fact> FactsAfter(CaseStep step)
    {
        if (step.Facts.Count == 0)
            return Facts;
        var facts = Facts.ToDictionary(StringComparer.Ordinal);
        foreach (var (id, fact) in step.Facts)
        {
            if (fact.IsKnown)
                facts[id] = fact;
        }
        return facts;
    }

    /// <summary>A case that no step has opened yet; nobody outside sees one.</summary>
    private static Case Before(PlotKey plot, Procedure procedure) =>
        new()
        {
            Plot = plot,
            Procedure = procedure,
            Steps = [],
            State = procedure.States[0],
            Clocks = [],
            Marks = FrozenDictionary<string, CaseStep>.Empty,
            Facts = FrozenDictionary<string, Fact>.Empty,
            Delays = [],
        };
}
