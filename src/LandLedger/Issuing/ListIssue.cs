using LandLedger.Disposal;

namespace LandLedger.Issuing;

/// <summary>What is to be issued.</summary>
public sealed record ListIssue
{
    /// <summary>Which classes are asked for; empty lists every plot for which something is to be done now.</summary>
    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>Name of the user who issues it.</summary>
    public required string Who { get; init; }

    public string? Reason { get; init; }

    /// <summary>Number of the document that it is issued with.</summary>
    public string? Document { get; init; }

    /// <summary>
    /// Judges the plots, with their outlines, by the last commit of the store. Asked again where facts were recorded meanwhile, and then nobody
    /// else writes until the list is issued.
    /// </summary>
    public required Func<DisposalList> Judge { get; init; }

    /// <summary>
    /// SHA-256 of the file in each form, by the name of the form: told later whether a file is made again to the byte. Null where nobody
    /// writes any.
    /// </summary>
    public Func<ListContents, IReadOnlyDictionary<string, string>>? Digests { get; init; }
}

/// <summary>What is to be known besides when a list is issued or a step about one taken.</summary>
public sealed record ListRecording
{
    /// <summary>When it is recorded, by the clock of the place: its day is that on which a list is issued, and no step is of a later one.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// What the caller knows it by. The same key with the same again is answered as it was the first time, and nothing is recorded; with
    /// something else it is refused.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>How many steps the list has for whom the step was decided: refused where it has more by now. Null is not looked at.</summary>
    public int? After { get; init; }

    internal DateOnly Today => DateOnly.FromDateTime(At.DateTime);
}
