using LandLedger.Cases;

namespace LandLedger.Formats.Papers;

/// <summary>What a paper is filled from. The same source gives the same bytes.</summary>
public sealed record PaperSource
{
    public required Case Case { get; init; }

    /// <summary>The step that makes the paper, taken already or about to be: its number, day and facts. What the case says after it does not count.</summary>
    public required CaseStep Step { get; init; }

    /// <summary>The plot as the rules judge it, on the day of the paper.</summary>
    public required Evaluation Evaluation { get; init; }

    public required PaperOffice Office { get; init; }
}
