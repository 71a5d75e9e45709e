namespace LandLedger;

/// <summary>The one primary class of a plot (类别). What else is true of it stands in the flags.</summary>
public enum Category
{
    /// <summary>符合要求: judged, and no rule is met.</summary>
    InOrder,

    /// <summary>闲置.</summary>
    Idle,

    /// <summary>改变用途.</summary>
    UseChanged,

    /// <summary>低效.</summary>
    LowEfficiency,

    /// <summary>批而未供.</summary>
    NotSupplied,

    /// <summary>储备.</summary>
    Reserve,

    /// <summary>待核实: facts are missing that could change the class.</summary>
    Undetermined,
}

/// <summary>What is true of a plot beside its class.</summary>
[Flags]
public enum PlotFlags
{
    None = 0,

    /// <summary>Past the start date, not begun, not yet a full year: act now.</summary>
    StartOverdue = 1,
    CompletionOverdue = 2,

    /// <summary>The idle rule is met.</summary>
    Idle = 4,
    UseChanged = 8,
    LowEfficiency = 16,

    /// <summary>On the park's watch list (重点监管); not a class.</summary>
    Watch = 32,

    /// <summary>Stated and measured area differ by more than the tolerance.</summary>
    AreaMismatch = 64,

    /// <summary>Rests on a line of law that was not verified.</summary>
    Unverified = 128,

    /// <summary>Past the start date, and nobody recorded whether building has begun.</summary>
    StartUnrecorded = 256,

    /// <summary>The same for a full year or more: idle unless building had begun.</summary>
    IdleUnlessBegun = 512,

    /// <summary>A supplement put the start off for longer than the law allows.</summary>
    StartPutOff = 1024,

    /// <summary>Idle already when a supplement set a new start, from which the period runs anew.</summary>
    StartedAnew = 2048,

    /// <summary>Judged by the tax of a year that is not the last one ended: that of the years since is not known.</summary>
    TaxYearOld = 4096,

    /// <summary>Idle, and the price is beyond all experience for the land, so that neither is a fee that rests on it.</summary>
    PriceDoubtful = 8192,

    /// <summary>The part put to another use is larger than the plot.</summary>
    ChangedAreaDoubtful = 16384,
}
