namespace LandLedger.Appraisal;

/// <summary>The grade of a firm (评价等级), the best first.</summary>
public enum Grade : byte
{
    /// <summary>优先（重点）发展.</summary>
    A,

    /// <summary>鼓励（支持）提升.</summary>
    B,

    /// <summary>规范转型（监管调控）.</summary>
    C,

    /// <summary>落后整治（限制发展）.</summary>
    D,
}
