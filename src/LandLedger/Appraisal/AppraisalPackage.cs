namespace LandLedger.Appraisal;

/// <summary>
/// The rules by which a place appraises its firms for one year (亩均评价办法). What is null its source does not say: <see cref="Unsaid"/> lists the
/// places, <see cref="ToVerify"/> those of numbers and choices to be verified.
/// </summary>
public sealed record AppraisalPackage
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required IReadOnlyDictionary<string, string> Title { get; init; }

    public required IReadOnlyDictionary<string, string> Place { get; init; }

    /// <summary>The calendar year whose figures are appraised; null where the source does not say it, and the caller has to.</summary>
    public int? Year { get; init; }

    public required AppraisalSource Source { get; init; }

    public required IReadOnlyDictionary<string, string> Notes { get; init; }

    /// <summary>Letter of firms that are not suited to be appraised; null where the source has none.</summary>
    public string? ExcludedAs { get; init; }

    /// <summary>Decimals of the score of an indicator, half up; unsaid, 15, so that what is a third by two ways is the same.</summary>
    public int? Decimals { get; init; }

    public required Ties Ties { get; init; }

    public IReadOnlyList<Exclusion>? Exclusions { get; init; }

    public IReadOnlyList<Veto>? Vetoes { get; init; }

    public IReadOnlyList<ResourceQuota>? Quotas { get; init; }

    public required IReadOnlyList<AppraisalGroup> Groups { get; init; }

    public required IReadOnlyList<string> Unsaid { get; init; }

    public required IReadOnlyList<string> ToVerify { get; init; }

    /// <summary>The package for a year, where its source does not say one.</summary>
    public AppraisalPackage For(int year) => Year is null ? this with { Year = year } : this;
}

/// <summary>Where a package or a price table was taken from. Number null where it is not known.</summary>
public sealed record AppraisalSource(
    IReadOnlyDictionary<string, string> Title,
    IReadOnlyDictionary<string, string> Issuer,
    string? Number,
    Rules.Trust Trust
);
