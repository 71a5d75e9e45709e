using LandLedger.Geometry;
using LandLedger.Ledger;

namespace LandLedger.Import;

/// <summary>One file on its way in: its name and fingerprint, and the tables or layers it holds.</summary>
public sealed record ImportFile(ImportSource Source, IReadOnlyList<RawFile> Parts);

/// <summary>How far an import is, for a progress bar: the file, its share read (0 to 1), rows so far over all files.</summary>
public readonly record struct ImportProgress(string File, double Share, long Rows);

public sealed record ImportOptions
{
    /// <summary>
    /// The day that the files stand for: plots gone from their source end on it, and nothing in them can have happened after it. Files of a
    /// day before that of an earlier import are refused unless <see cref="Earlier"/> says that they are meant.
    /// </summary>
    public required DateOnly On { get; init; }

    /// <summary>When the import is recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who imports; null where nobody has said.</summary>
    public string? By { get; init; }

    /// <summary>Why, in the words of who imports.</summary>
    public string? Why { get; init; }

    /// <summary>Null: each table takes the built-in layout that names most of its columns.</summary>
    public Layout? Layout { get; init; }

    /// <summary>For files that do not declare a system; over a declaration it wins, with an issue that says so.</summary>
    public Crs? Crs { get; init; }

    /// <summary>County of rows that state none, six digits.</summary>
    public string? County { get; init; }

    /// <summary>Keep the good records when some are refused; otherwise it is all or nothing.</summary>
    public bool KeepGood { get; init; }

    /// <summary>Plots end even when their source lists no plot any more; otherwise such a source is refused.</summary>
    public bool EndAll { get; init; }

    /// <summary>Files of an earlier day than the store has reached are laid over it all the same.</summary>
    public bool Earlier { get; init; }

    public IProgress<ImportProgress>? Progress { get; init; }

    /// <summary>
    /// Whether the files list plots, so that what one leaves out has ended. What a caller says of one plot lists none, and leaves nothing in
    /// the store without saying something.
    /// </summary>
    internal bool Lists { get; init; } = true;

    internal Recording Recording =>
        new()
        {
            At = RecordedAt,
            Since = On,
            By = By,
            Why = Why,
        };
}
