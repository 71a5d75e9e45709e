namespace LandLedger.Rules;

/// <summary>What a text of rules is.</summary>
public enum RuleKind
{
    /// <summary>A rule package (规则包).</summary>
    Package,

    /// <summary>The procedure of cases (程序).</summary>
    Procedure,

    /// <summary>A calendar of working days (工作日历).</summary>
    Calendar,
}
