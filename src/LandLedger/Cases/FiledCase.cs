using LandLedger.Import;

namespace LandLedger.Cases;

/// <summary>A case of a store, judged by its procedure.</summary>
/// <param name="Entries">Of each step the number of its entry in the ledger.</param>
public sealed record FiledCase(CaseNumber Number, Case Case, IReadOnlyList<long> Entries) : BookedCase(Number, Entries)
{
    public override PlotKey Plot => Case.Plot;

    public override IReadOnlyList<CaseStep> Steps => Case.Steps;

    public override bool IsClosed => Case.IsClosed;

    public override Responsible? Responsible => Case.Responsible;

    public override (string Id, string Version) Follows => (Case.Procedure.Id, Case.Procedure.Version);

    public override IReadOnlyDictionary<string, Fact> Facts => Case.Facts;

    protected override BookedCase Cut(int taken) =>
        new FiledCase(
            Number,
            Case.Replay(Case.Plot, Case.Procedure, Case.Steps.Take(taken)).Case!,
            [.. Entries.Take(taken)]
        );

    protected override CaseStep? Sets(string mark) => Case.Marks.GetValueOrDefault(mark);

    /// <summary>Null where the steps cannot have been taken like that.</summary>
    internal static Case? Replayed(CaseRow row, Procedure procedure) =>
        CaseSteps.Of(row) is { } steps ? Case.Replay(row.Plot, procedure, steps).Case : null;

    /// <summary>The row of a case, its steps as those before and the last one.</summary>
    /// <param name="digest">Of the procedure that the first step tells; null where it tells none.</param>
    internal static CaseRow Row(CaseNumber number, Case now, IEnumerable<StepRow> steps, string? digest) =>
        new()
        {
            Number = number.ToString(),
            Plot = now.Plot,
            Procedure = now.Procedure.Id,
            Version = now.Procedure.Version,
            Digest = digest,
            State = now.State.Id,
            IsClosed = now.IsClosed,
            Opened = now.Steps[0].Day,
            LastDay = now.Steps[^1].Day,
            Steps = [.. steps],
        };
}
