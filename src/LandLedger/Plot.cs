using LandLedger.Geometry;

namespace LandLedger;

/// <summary>Where the land stands in the way from approval to use.</summary>
public enum SupplyStage
{
    Unknown,

    /// <summary>批而未供: approved, not yet supplied to anyone.</summary>
    Approved,
    Supplied,

    /// <summary>In the government's reserve (政府储备用地); idle-land rules do not apply.</summary>
    Reserve,
}

/// <summary>
/// A plot (地块): the unit that is supplied, judged and disposed of. It may cover several cadastral parcels or part of
/// one. Every fact may be unknown (null); unknown is never "no"..
/// </summary>
public sealed record Plot
{
    /// <summary>Plot number (地块编号), unique inside a county.</summary>
    public required string Number { get; init; }

    /// <summary>Six digits of GB/T 2260, or empty while nobody has said.</summary>
    public string County { get; init; } = "";

    /// <summary>19-digit parcel codes (宗地代码) or 28-digit unit codes that the plot covers, wholly or in part.</summary>
    public IReadOnlyList<string> ParcelCodes { get; init; } = [];

    public string? Name { get; init; }

    /// <summary>District of the park (片区).</summary>
    public string? Zone { get; init; }

    public string? Town { get; init; }

    public string? Location { get; init; }

    /// <summary>Who holds the right to use (使用权人).</summary>
    public string? Holder { get; init; }

    /// <summary>Unified social credit code of the holder, or null.</summary>
    public string? CreditCode { get; init; }

    public SupplyStage Stage { get; init; }

    public LandUse? GrantedUse { get; init; }

    public LandUse? ActualUse { get; init; }

    /// <summary>Land put to another use than granted, where only part of the plot is.</summary>
    public Area? ChangedArea { get; init; }

    public bool? UseChangeApproved { get; init; }

    /// <summary>What the paper says (文件面积).</summary>
    public Area? StatedArea { get; init; }

    /// <summary>What the boundary gives (量算面积), with its basis; null without boundary.</summary>
    public AreaMeasurement? Measured { get; init; }

    public PlotShape? Shape { get; init; }

    public Grant Grant { get; init; } = Grant.Unknown;

    public Progress Progress { get; init; } = Progress.Unknown;

    public Premises Premises { get; init; } = Premises.Unknown;

    public IReadOnlyList<Delay> Delays { get; init; } = [];

    /// <summary>Mortgages, those that were released too, in order of registration.</summary>
    public IReadOnlyList<Charge> Charges { get; init; } = [];

    /// <summary>Yearly figures of the plot, newest last.</summary>
    public IReadOnlyList<PlotYear> Years { get; init; } = [];

    /// <summary>
    /// The first day, inclusive, on which the plot is in the register (列入日期); null while nobody knows: then it is there on every day
    /// before its end.
    /// </summary>
    public DateOnly? EnteredOn { get; init; }

    /// <summary>The day from which the plot is no longer in the register, or null.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Dossier remark, kept as written.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether the plot is in the register on a day, as far as anybody knows.</summary>
    public bool IsListedOn(DateOnly day) => !(EnteredOn > day) && !(EndedOn <= day);

    /// <summary>Signed only after a day: who held the land on that day, and for what, is not on record.</summary>
    internal bool IsGrantedAfter(DateOnly day) => Grant.SignedOn > day;
}
