namespace LandLedger.Import;

public enum Severity
{
    /// <summary>Told, nothing to do.</summary>
    Note,

    /// <summary>Taken in, somebody should look.</summary>
    Warn,

    /// <summary>The record (or the file) is kept out.</summary>
    Refuse,
}

/// <summary>
/// One problem found on the way in (导入问题): where, what value, which code. Its sentence and proposed fix stand in the texts
/// under <c>issue.CODE</c> and <c>issue.CODE.fix</c>; <see cref="Arguments"/> fill them by name, beside value, column and line.
/// </summary>
public sealed record ImportIssue
{
    public required string Code { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>File name without folder; for a workbook "name.xlsx#sheet".</summary>
    public required string File { get; init; }

    /// <summary>1-based line or row as the user sees it, or null for the whole file.</summary>
    public int? Line { get; init; }

    /// <summary>1-based column, or null.</summary>
    public int? Column { get; init; }

    /// <summary>Column title as written in the file, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Field id it was read as, or null.</summary>
    public string? Field { get; init; }

    /// <summary>The value as written, cut to 200 characters.</summary>
    public string? Value { get; init; }

    /// <summary>Plot number where known.</summary>
    public string? Plot { get; init; }

    /// <summary>Other plots that it is about, each as it is told; empty where it is about none.</summary>
    public IReadOnlyList<string> Plots { get; init; } = [];

    /// <summary>Further values for the sentence, by name.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = NoArguments;

    private static readonly IReadOnlyDictionary<string, string> NoArguments = new Dictionary<string, string>();
}
