namespace LandLedger.Appraisal;

/// <summary>Points off for tenants below scale (转租扣分): for the first, and for each further one. The sum has no floor.</summary>
public sealed record Subletting(CitedNumber First, CitedNumber Further)
{
    /// <summary>Points off, not below zero.</summary>
    public decimal Of(int tenants) => tenants == 0 ? 0 : First.Value + (tenants - 1) * Further.Value;
}
