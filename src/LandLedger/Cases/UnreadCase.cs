using LandLedger.Import;

namespace LandLedger.Cases;

/// <summary>
/// A case whose version of its procedure is not at hand (程序不在手头的案件). What its steps say stands; what follows from them by the procedure,
/// marks and periods and what may be done next, nobody can tell.
/// </summary>
/// <param name="Row">As the store has it; its state is empty where nobody told it.</param>
/// <param name="Said">Its steps.</param>
public sealed record UnreadCase(
    CaseNumber Number,
    CaseRow Row,
    IReadOnlyList<CaseStep> Said,
    IReadOnlyList<long> Entries
) : BookedCase(Number, Entries)
{
    public override PlotKey Plot => Row.Plot;

    public override IReadOnlyList<CaseStep> Steps => Said;

    /// <summary>As the store has it.</summary>
    public override bool IsClosed => Row.IsClosed;

    public override Responsible? Responsible => Said.LastOrDefault(step => step.Responsible is not null)?.Responsible;

    public override (string Id, string Version) Follows => (Row.Procedure, Row.Version);

    /// <summary>Id of the state as the store has it; null where it is not known, as before the last step.</summary>
    public string? State => Row.State.Length > 0 ? Row.State : null;

    public override IReadOnlyDictionary<string, Fact> Facts =>
        Said.SelectMany(step => step.Facts)
            .Where(fact => fact.Value.IsKnown)
            .GroupBy(fact => fact.Key, StringComparer.Ordinal)
            .ToDictionary(said => said.Key, said => said.Last().Value, StringComparer.Ordinal);

    /// <summary>The last step that set a class or may have; null where it is certain that the case sets none.</summary>
    public UnreadMark? Override => Marked(CaseMark.Override, step => step.Fact(CaseOverride.SetClass).IsKnown);

    /// <summary>The last step that keeps the plot off lists or may; null where it is certain that the case does not.</summary>
    public UnreadMark? Hold => Marked(CaseMark.Hold, step => step.Reason is not null);

    /// <summary>Whether it was closed with nothing done about the plot; null where that cannot be told.</summary>
    public bool? IsDropped =>
        !IsClosed ? false
        : Procedures.Common.GetValueOrDefault(Said[^1].Kind) is { To: { } to } ? Procedures.CommonState(to).IsDropped
        : null;

    /// <summary>When a step of it was taken, as that which another case said last goes by.</summary>
    internal (DateOnly Day, long Entry) At(CaseStep step) => (step.Day, EntryOf(step));

    protected override CaseStep? Sets(string mark) =>
        (mark == CaseMark.Hold ? Hold : Override) is { IsSure: true, Step: var step } ? step : null;

    /// <summary>
    /// What every procedure takes in means the same in all of them. Another step sets a mark only where it says what that needs, and may take any
    /// off.
    /// </summary>
    /// <param name="says">Whether a step says what the mark needs.</param>
    private UnreadMark? Marked(string mark, Func<CaseStep, bool> says)
    {
        UnreadMark? marked = null;
        foreach (var step in Said)
        {
            if (Procedures.Common.GetValueOrDefault(step.Kind) is { } rule)
                marked =
                    rule.Sets.Any(set => set.Id == mark) ? new(step, StepCheck.Facts(rule, step) is null)
                    : rule.Clears.Any(cleared => cleared.Id == mark) ? null
                    : marked;
            else
                marked =
                    says(step) ? new(step, false)
                    : marked is null ? null
                    : marked with { IsSure = false };
        }
        return marked;
    }

    /// <summary>A step follows, so that it was not closed yet.</summary>
    protected override BookedCase Cut(int taken) =>
        new UnreadCase(
            Number,
            Row with
            {
                State = "",
                IsClosed = false,
                LastDay = Said[taken - 1].Day,
                Steps = [.. Row.Steps.Take(taken)],
            },
            [.. Said.Take(taken)],
            [.. Entries.Take(taken)]
        );
}

/// <summary>A step that set a mark on a case whose procedure is not at hand.</summary>
/// <param name="IsSure">Whether it did for certain, and it is set still.</param>
public sealed record UnreadMark(CaseStep Step, bool IsSure);
