using LandLedger.Ledger;
using LandLedger.People;

namespace LandLedger.Import;

/// <summary>What a caller says of one plot, outside of any file.</summary>
public sealed record PlotWrite
{
    public required string Number { get; init; }

    /// <summary>Its county, empty where nobody has said; null of a new plot that is given none.</summary>
    public string? County { get; init; }

    /// <summary>What the entries of the ledger come from: a name, and the SHA-256 of all that is said.</summary>
    public required ImportSource Source { get; init; }

    /// <summary>
    /// What the caller knows the write by. The same key with the same source again is recorded once; with another one it is refused.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>
    /// The states (<see cref="PlotDigest"/>) for one of which the write was decided: refused where the plot is in none of them. Null is not
    /// looked at.
    /// </summary>
    public IReadOnlyCollection<string>? DecidedOn { get; init; }

    /// <summary>
    /// The plots that the caller may write about: others are not there for him, and none may come to lie outside.
    /// </summary>
    public Scope Within { get; init; } = Scope.All;

    /// <summary>The source as it is kept: by its key, which stands behind its name as well.</summary>
    internal ImportSource Kept =>
        KeptKey is { } key ? Source with { Name = $"{Source.Name} key={key}", Key = key } : Source;

    private string? KeptKey => Key is null ? null : Uri.EscapeDataString(Key);
}

/// <summary>What became of a write.</summary>
/// <param name="Plot">The plot that was written; null where it was refused.</param>
/// <param name="Report">What the import says of it; null where the plot could not be written at all, or was written by the same key before.</param>
/// <param name="Refusal">Null where it was not refused.</param>
public sealed record PlotWritten(PlotKey? Plot, ImportReport? Report, PlotRefusal? Refusal);

/// <summary>Why a plot was not written.</summary>
public enum PlotRefusal
{
    /// <summary>Such a plot is in the register already.</summary>
    Exists,

    /// <summary>There is none in the register.</summary>
    Unknown,

    /// <summary>Its state is another one than that for which the write was decided.</summary>
    WentOn,

    /// <summary>The key is that of another write.</summary>
    KeyOther,

    /// <summary>It would lie outside of the plots that the caller may write about.</summary>
    Outside,

    /// <summary>What is said of it will not do: the report has the issues.</summary>
    Refused,
}
