using LandLedger.Import.Firms;

namespace LandLedger.Import;

/// <summary>What happened to a plot (or firm) in an import.</summary>
public enum ChangeKind
{
    Added,
    Changed,

    /// <summary>
    /// In an earlier import of the same source, no longer in it. A plot keeps all that is known of it; of a firm what the source said is
    /// withdrawn, and stands in the report.
    /// </summary>
    Ended,
}

/// <summary>One fact that an import changed, in the invariant form of <see cref="Fact.ToString"/>; empty means unknown.</summary>
public sealed record FactChange(string Field, string Old, string New);

/// <summary>What an import did to one plot, and where in the files it stands.</summary>
public sealed record PlotChange(string Plot, ChangeKind Kind, string File, int? Line, IReadOnlyList<FactChange> Facts);

/// <summary>One fact of a firm that an import changed, as <see cref="FactChange"/>.</summary>
/// <param name="Year">The calendar year that it is of, or null.</param>
/// <param name="Plot">The plot that the firm sits on, of what it takes up there; else null.</param>
public sealed record FirmFactChange(string Field, int? Year, string? Plot, string Old, string New);

/// <summary>What an import did to one firm, and the row that did so first.</summary>
/// <param name="Firm">Its name.</param>
/// <param name="Line">Null where rows were withdrawn that are no longer there.</param>
/// <param name="Facts">Of a changed or ended firm; of one figure in several rows what it was before the import and is after it.</param>
public sealed record FirmChange(
    string Firm,
    string? CreditCode,
    ChangeKind Kind,
    string File,
    int? Line,
    IReadOnlyList<FirmFactChange> Facts
);

/// <summary>A table that names its columns, and the layout (表式) that it was read by.</summary>
/// <param name="File">File name without folder; for a workbook "name.xlsx#sheet".</param>
public sealed record ReadTable(string File, Layout Layout);

/// <summary>How an import ended.</summary>
public enum ImportOutcome
{
    /// <summary>Everything is in the store.</summary>
    Done,

    /// <summary>The good records are in the store, the refused ones are listed.</summary>
    DoneInPart,

    /// <summary>Nothing is in the store.</summary>
    Refused,
}

/// <summary>
/// The answer to an import: counts, what changed, and every problem. Counts are of plots over all files of the call; a plot
/// that two files describe counts once, by its strongest change (added, changed, same).
/// </summary>
public sealed record ImportReport
{
    /// <summary>So many issues of a code are listed of each file; the rest of them are counted in one note <c>issues.more</c>.</summary>
    public const int MostOfACode = 1000;

    public required ImportOutcome Outcome { get; init; }

    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The day that the files stand for.</summary>
    public DateOnly? On { get; init; }

    public IReadOnlyList<ReadTable> Tables { get; init; } = [];

    public int Added { get; init; }

    public int Changed { get; init; }

    public int Same { get; init; }

    public int Ended { get; init; }

    /// <summary>Records kept out.</summary>
    public int Refused { get; init; }

    /// <summary>Rows among them, of each file the first thousand.</summary>
    public IReadOnlyList<RefusedRow> RefusedRows { get; init; } = [];

    /// <summary>Firms of the files, each once.</summary>
    public int Firms => FirmsAdded + FirmsChanged + FirmsSame;

    public int FirmsAdded { get; init; }

    public int FirmsChanged { get; init; }

    public int FirmsSame { get; init; }

    /// <summary>Firms that are in none of the files and of which something was withdrawn.</summary>
    public int FirmsEnded { get; init; }

    /// <summary>Changes in order of the files; added plots beyond the first 10,000 are counted but not listed.</summary>
    public IReadOnlyList<PlotChange> Changes { get; init; } = [];

    /// <summary>Firms in order of the files; added ones beyond the first 10,000 are counted but not listed.</summary>
    public IReadOnlyList<FirmChange> FirmChanges { get; init; } = [];

    public IReadOnlyList<ImportIssue> Issues { get; init; } = [];
}
