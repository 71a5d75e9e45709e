using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Rules;

namespace LandLedger.Formats.Papers;

/// <summary>What a paper is filled from. The same source gives the same bytes.</summary>
public sealed record PaperSource
{
    public required Case Case { get; init; }

    /// <summary>The step that makes the paper, taken already or about to be: its number, day and facts. What the case says after it does not count.</summary>
    public required CaseStep Step { get; init; }

    /// <summary>The plot as the rules judge it, on the day of the paper.</summary>
    public required Evaluation Evaluation { get; init; }

    /// <summary>By which texts the step was taken; null before it is.</summary>
    public StepRules? Rules { get; init; }

    /// <summary>SHA-256 of the office's own template that it is written by, as the store keeps it; null where it keeps none.</summary>
    public string? Template { get; init; }

    public required PaperOffice Office { get; init; }

    /// <summary>Of the words around the facts, which stand as they were recorded.</summary>
    public Language Language { get; init; }

    /// <summary>
    /// For a paper of a case: the last step that makes one of its kind, and the plot as the rules judge it on the day of that step. Null where no
    /// step does; there is a problem where the plot was not in the register on that day.
    /// </summary>
    /// <param name="store">Of the case.</param>
    /// <param name="rules">For a step of an older program, which does not tell by which package it was taken; else that counts as its ledger keeps it.</param>
    /// <param name="isOfStore">
    /// By all the facts of the store, which may be one of another time; else by what was known when the step was taken, so that nothing that was
    /// recorded or found later comes into the paper.
    /// </param>
    public static (PaperSource? Source, PaperProblem? Problem) Of(
        PaperKind kind,
        FiledCase filed,
        IPlotStore store,
        RuleSet rules,
        PaperOffice office,
        bool isOfStore,
        Language language
    )
    {
        var one = filed.Case;
        if (StepOf(kind, one) is not { } step)
            return (null, null);
        var place = one.Steps.Index().Last(taken => ReferenceEquals(taken.Item, step)).Index;
        var by = StepRules.Of(store.Ledger, filed.Entries[place]);
        var judged = isOfStore
            ? ParkEvaluation.Of(store, by.PackageOf(store.Ledger, rules), step.Day, one.Plot)
            : KnownThen.Of(filed, place, store, rules);
        return judged is { } evaluation
            ? (
                new()
                {
                    Case = one,
                    Step = step,
                    Evaluation = evaluation,
                    Rules = by,
                    Office = office,
                    Language = language,
                },
                null
            )
            : (null, new("plot-ended", "plot") { Paper = kind, Value = $"{one.Plot} {step.Day:yyyy-MM-dd}" });
    }

    /// <summary>The last step of a case that makes a paper of a kind; null where none does.</summary>
    public static CaseStep? StepOf(PaperKind kind, Case one) =>
        one.Steps.LastOrDefault(step => one.Procedure.FindStep(step.Kind)?.Paper == kind);
}
