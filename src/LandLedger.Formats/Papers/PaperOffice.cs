namespace LandLedger.Formats.Papers;

/// <summary>What the office itself gives to a paper and no record holds. Null is not given; a paper that needs it says so.</summary>
public sealed record PaperOffice
{
    /// <summary>机关名称: who signs.</summary>
    public required string Authority { get; init; }

    public string? Contact { get; init; }

    public string? Phone { get; init; }

    public string? Address { get; init; }

    /// <summary>使用权人地址, where no step of the case states it.</summary>
    public string? HolderAddress { get; init; }

    public string? HearingPlace { get; init; }

    /// <summary>复议机关.</summary>
    public string? ReconsiderationBody { get; init; }

    /// <summary>管辖法院.</summary>
    public string? Court { get; init; }

    /// <summary>缴款方式: to whom and how a fee is paid.</summary>
    public string? PaymentWay { get; init; }

    /// <summary>限期: until when a notice urges to build; inclusive.</summary>
    public DateOnly? Deadline { get; init; }

    public string? TalkTime { get; init; }

    public string? TalkPlace { get; init; }

    public string? TalkHost { get; init; }

    public string? TalkRecorder { get; init; }
}
