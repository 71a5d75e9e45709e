using LandLedger.Rules;

namespace LandLedger.Appraisal;

/// <summary>What a grade is allotted of a resource (资源配额), as a share of its use of the year; null where the source does not say.</summary>
public sealed record ResourceQuota(Carrier Carrier, Grade Grade, decimal? Share, Trust Trust);
