namespace LandLedger;

/// <summary>
/// How the land was supplied (出让合同 / 划拨决定书): what was paid and what was promised. Everything not written in the
/// paper is null. Dates are days of the contract; supplements keep the old ones and add new ones.
/// </summary>
public sealed record Grant
{
    public static Grant Unknown { get; } = new();

    /// <summary>电子监管号.</summary>
    public string? SupervisionNumber { get; init; }

    public string? ContractNumber { get; init; }

    /// <summary>供地方式, as written: 划拨, 协议出让, 挂牌出让 …</summary>
    public string? SupplyWay { get; init; }

    public DateOnly? SignedOn { get; init; }

    /// <summary>Grant price or allocation price (出让价款 / 划拨价款), the base of the idle fee.</summary>
    public Money? Price { get; init; }

    public decimal? TermYears { get; init; }

    public DateOnly? AgreedDelivery { get; init; }

    /// <summary>The day in the delivery confirmation (交地确认书).</summary>
    public DateOnly? ActualDelivery { get; init; }

    public DateOnly? AgreedStart { get; init; }

    public DateOnly? AgreedCompletion { get; init; }

    public decimal? FloorAreaRatioMin { get; init; }

    public decimal? FloorAreaRatioMax { get; init; }

    public Money? AgreedInvestment { get; init; }

    /// <summary>Yuan per mu and year.</summary>
    public decimal? AgreedTaxPerMu { get; init; }

    public string? ApprovedBy { get; init; }

    /// <summary>Supplements in order of signing.</summary>
    public IReadOnlyList<Supplement> Supplements { get; init; } = [];
}

/// <summary>A supplementary agreement (补充协议). It sets new days from its signing on and keeps the contract's.</summary>
public sealed record Supplement
{
    public DateOnly? SignedOn { get; init; }

    public DateOnly? AgreedStart { get; init; }

    public DateOnly? AgreedCompletion { get; init; }

    public string? Reason { get; init; }
}
