using LandLedger.Rules;

namespace LandLedger.Appraisal;

/// <summary>What a value that cannot be scored as it is gets.</summary>
public enum ScoreAnswer : byte
{
    /// <summary>The mean score of the firms of the group that have one.</summary>
    GroupMean,

    /// <summary>No points.</summary>
    Zero,

    /// <summary>Scored as it is; of negative values only.</summary>
    AsIs,

    /// <summary>Points taken off.</summary>
    Penalty,

    /// <summary>The firm gets no grade.</summary>
    NoGrade,
}

/// <summary>Such an answer of a package.</summary>
/// <param name="Points">Of a penalty, not below zero.</param>
public sealed record ScorePolicy(ScoreAnswer Answer, decimal Points, Trust Trust)
{
    public bool IsToVerify => Trust.IsToVerify();
}
