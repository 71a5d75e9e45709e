namespace LandLedger.Rules;

/// <summary>Of which plots an evaluation keeps its findings. The others are the same to read, but judged once more for it.</summary>
public enum KeptFindings
{
    All,

    /// <summary>Of those that a list gives a reason for, as lists and maps ask only for these.</summary>
    Reasons,

    /// <summary>Of none, as sums ask for few.</summary>
    None,
}
