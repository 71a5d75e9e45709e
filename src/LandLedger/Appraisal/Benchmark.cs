using LandLedger.Rules;

namespace LandLedger.Appraisal;

/// <summary>What a value is held against.</summary>
public enum BenchmarkKind : byte
{
    /// <summary>A number that the source prints.</summary>
    Given,

    /// <summary>The mean of the values of the group.</summary>
    GroupMean,

    /// <summary>What the figures of the group add up to, the one over the other.</summary>
    GroupTotal,

    /// <summary>The greatest value of the group.</summary>
    GroupMax,

    /// <summary>The mean of the year before, which the caller gives.</summary>
    LastYearMean,
}

/// <summary>A benchmark (基准值) as the package tells it.</summary>
/// <param name="Number">The given value in the unit of the indicator, or what the mean is multiplied by; 1 of the others.</param>
public sealed record Benchmark(BenchmarkKind Kind, decimal Number, Trust Trust)
{
    public bool IsToVerify => Trust.IsToVerify();
}
