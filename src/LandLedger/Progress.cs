namespace LandLedger;

public enum FoundationKind
{
    Unknown,
    DeepPit,
    Piled,
    Other,
}

/// <summary>
/// What was built and spent (开发建设情况). Null is unknown. Where a yes/no stands beside a day, the day implies yes;
/// yes without a day means that it happened on a day nobody wrote down.
/// </summary>
public sealed record Progress
{
    public static Progress Unknown { get; } = new();

    /// <summary>
    /// The day on which somebody looked (核查日期). A yes without a day of its own holds from it on, a no up to it; null is the day judged.
    /// </summary>
    public DateOnly? ObservedOn { get; init; }

    /// <summary>Construction permit (施工许可证) obtained.</summary>
    public bool? Permit { get; init; }

    public DateOnly? PermitOn { get; init; }

    /// <summary>Begun as recorded by the department. Order 53 art. 30 is checked against the foundation facts.</summary>
    public bool? Begun { get; init; }

    public DateOnly? BegunOn { get; init; }

    public FoundationKind Foundation { get; init; }

    /// <summary>Share of the pit that is dug, 0 to 1.</summary>
    public decimal? PitShare { get; init; }

    public decimal? PilesDriven { get; init; }

    public decimal? PilesTotal { get; init; }

    /// <summary>Share of the foundation works done, 0 to 1.</summary>
    public decimal? FoundationShare { get; init; }

    public Area? DevelopedArea { get; init; }

    /// <summary>Land that should be developed (应动工开发建设用地面积).</summary>
    public Area? DevelopableArea { get; init; }

    /// <summary>Invested without land price and state fees (已投资额).</summary>
    public Money? Invested { get; init; }

    /// <summary>Total investment without land price and state fees (总投资额).</summary>
    public Money? TotalInvestment { get; init; }

    public bool? Suspended { get; init; }

    /// <summary>First day without building (中止开发建设).</summary>
    public DateOnly? SuspendedOn { get; init; }

    public DateOnly? ResumedOn { get; init; }

    public bool? Completed { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public bool? InProduction { get; init; }

    public DateOnly? InProductionOn { get; init; }
}
