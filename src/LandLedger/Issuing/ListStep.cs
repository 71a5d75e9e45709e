namespace LandLedger.Issuing;

/// <summary>What is done about an issued list (清单步骤).</summary>
public enum ListStepKind
{
    /// <summary>公示: made public in its redacted form, for objections up to a day.</summary>
    Published,

    /// <summary>异议: somebody objects to a row.</summary>
    Objected,

    /// <summary>异议处理: an objection is upheld or rejected.</summary>
    Decided,

    /// <summary>办结.</summary>
    Closed,
}

/// <summary>How far an issued list has come.</summary>
public enum ListState
{
    /// <summary>已发.</summary>
    Issued,

    /// <summary>已公示.</summary>
    Published,

    /// <summary>已办结.</summary>
    Closed,
}

/// <summary>A step about an issued list as it was taken. The list itself stays what it is.</summary>
public sealed record ListStep
{
    public required ListStepKind Kind { get; init; }

    /// <summary>The day on which it was taken.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Name of the user who takes it.</summary>
    public required string Who { get; init; }

    /// <summary>Of an objection, its decision and the closing; needed there.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of the document that stands behind it.</summary>
    public string? Document { get; init; }

    /// <summary>Of an objection: the row that it is about, from 1.</summary>
    public int? Row { get; init; }

    /// <summary>Of an objection: who objects.</summary>
    public string? Objector { get; init; }

    /// <summary>Of a decision: the place of the objection among the steps, from 1.</summary>
    public int? Objection { get; init; }

    /// <summary>Of a decision: whether the objection was right.</summary>
    public bool? IsUpheld { get; init; }

    /// <summary>Of a publication: the last day for objections (inclusive).</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Of a publication: how the last day was counted; null where it was named.</summary>
    public CountedPeriod? Counted { get; init; }

    /// <summary>Of a publication: by which rule it is redacted, as id@version.</summary>
    public string? Redaction { get; init; }
}

/// <summary>An objection to a row of an issued list, with what became of it.</summary>
/// <param name="Place">Its place among the steps, from 1, by which it is decided.</param>
/// <param name="Decision">Null while it is undecided.</param>
public sealed record ListObjection(int Place, ListStep Step, ListStep? Decision);
