namespace LandLedger.Cases;

/// <summary>A state of a case (状态).</summary>
/// <param name="Title">By language tag.</param>
/// <param name="IsClosed">Whether the case is at its end: no step leads out, no clock runs on.</param>
/// <param name="IsPublished">Whether the plot stands on the portal as idle land.</param>
/// <param name="IsDropped">Whether it is closed with nothing done about the plot (撤案), which clears nothing.</param>
public sealed record CaseState(
    string Id,
    IReadOnlyDictionary<string, string> Title,
    bool IsClosed,
    bool IsPublished,
    bool IsDropped
);

/// <summary>Something that is so of a case beside its state, from the step that sets it to the one that clears it.</summary>
/// <param name="Title">By language tag.</param>
public sealed record CaseMark(string Id, IReadOnlyDictionary<string, string> Title)
{
    /// <summary>Whether while it is set only steps of the common part, and of the holder, may be taken.</summary>
    public bool Blocks { get; init; }

    /// <summary>暂缓: the plot is kept off lists.</summary>
    public const string Hold = "hold";

    /// <summary>另定类别: a class was set in the place of the computed one.</summary>
    public const string Override = "override";
}
