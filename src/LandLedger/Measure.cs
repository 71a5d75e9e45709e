using LandLedger.Rules;

namespace LandLedger;

/// <summary>What may be done about a plot (处置方式).</summary>
public enum MeasureKind
{
    /// <summary>调查: serve the investigation notice and establish the cause.</summary>
    Investigate,

    /// <summary>补充资料: get the missing facts.</summary>
    CompleteFacts,

    /// <summary>延长动工开发期限.</summary>
    ExtendStart,

    /// <summary>调整土地用途、规划条件.</summary>
    AdjustUse,

    /// <summary>安排临时使用.</summary>
    TemporaryUse,

    /// <summary>协议有偿收回.</summary>
    RecoverByAgreement,

    /// <summary>置换土地.</summary>
    Swap,

    /// <summary>征缴土地闲置费.</summary>
    IdleFee,

    /// <summary>无偿收回.</summary>
    RecoverWithoutCompensation,

    /// <summary>充能扩产.</summary>
    Expand,

    /// <summary>改造升级.</summary>
    Upgrade,

    /// <summary>腾笼换鸟.</summary>
    ReplaceOccupant,

    /// <summary>依法收回.</summary>
    TakeBack,

    /// <summary>限期动工.</summary>
    DeadlineToBuild,

    /// <summary>限期竣工: begun, and late to finish.</summary>
    DeadlineToComplete,

    /// <summary>限期复工: building or production stopped.</summary>
    DeadlineToResume,

    /// <summary>限期改正.</summary>
    DeadlineToCorrect,

    /// <summary>重点监管.</summary>
    KeySupervision,
}

/// <summary>
/// A measure open for a plot, with its clause. <see cref="IfCause"/> set means: only once that cause has been established.
/// <see cref="Amount"/> is the idle fee in yuan, half up to the fen, null when the price is unknown or the measure has none.
/// </summary>
public sealed record Measure(MeasureKind Kind, LawReference Clause, Cause? IfCause = null, Money? Amount = null)
{
    /// <summary>Which share of the price <see cref="Amount"/> is, 0 to 1; null where there is no amount.</summary>
    public decimal? Share { get; init; }

    /// <summary>
    /// What the amount lacks: the price, a way of supply that has a price (land leased, or put in as capital, has none), or the share of it
    /// that the package should give.
    /// </summary>
    public Fields.INeeded? Missing { get; init; }
}
