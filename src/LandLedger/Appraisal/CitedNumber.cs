using LandLedger.Rules;

namespace LandLedger.Appraisal;

/// <summary>A number of an appraisal package as its source prints it, with how far that may be trusted.</summary>
public readonly record struct CitedNumber(decimal Value, Trust Trust)
{
    public bool IsToVerify => Trust.IsToVerify();
}
