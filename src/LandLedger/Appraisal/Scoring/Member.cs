namespace LandLedger.Appraisal.Scoring;

/// <summary>A firm in a group.</summary>
/// <param name="At">Place among all firms.</param>
internal readonly record struct Member(int At, FirmFigures Firm, IReadOnlyList<ExclusionKind> Unjudged);
