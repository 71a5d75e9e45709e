using LandLedger.Disposal;
using LandLedger.Ledger;
using LandLedger.Rules;

namespace LandLedger.Issuing;

/// <summary>
/// A disposal list that was issued (已发清单): under a number, frozen with its day, the rules and the state of the facts that it was made by.
/// Its rows are read from the ledger (<see cref="ListBook.Rows"/>); what was done about it since are its steps.
/// </summary>
public sealed record IssuedList
{
    public required ListNumber Number { get; init; }

    /// <summary>When it was recorded, UTC to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The number of its entry in the ledger.</summary>
    public required long Entry { get; init; }

    /// <summary>The day on which it was issued.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The day as of which the plots were judged.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The last entry of the ledger whose facts it was made by.</summary>
    public required LedgerHead Facts { get; init; }

    public required string Package { get; init; }

    public required string Version { get; init; }

    /// <summary>SHA-256 of the text of that package (<see cref="RuleText"/>), which the ledger keeps; null where an older program issued the list.</summary>
    public string? Rules { get; init; }

    /// <summary>Which classes were asked for; empty where it lists every plot for which something is to be done now.</summary>
    public required IReadOnlyList<Category> Categories { get; init; }

    public required Language Language { get; init; }

    /// <summary>From which data, in words.</summary>
    public string? Data { get; init; }

    public required string Who { get; init; }

    public string? Reason { get; init; }

    /// <summary>Number of the document that it was issued with.</summary>
    public string? Document { get; init; }

    /// <summary>Ids of its columns, in order.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>How many rows it has.</summary>
    public required int Rows { get; init; }

    /// <summary>SHA-256 of its rows as docs/lists.md has them, 64 digits, lower case.</summary>
    public required string Sha256 { get; init; }

    /// <summary>SHA-256 of the file in each form on the day of issuing, by the name of the form; empty where nobody wrote one.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    public required DisposalTotals Totals { get; init; }

    public required IReadOnlyList<ListLaw> Law { get; init; }

    /// <summary>What the caller knows it by, so that one list is not issued twice; null where he gave none.</summary>
    public string? Key { get; init; }

    /// <summary>In the order in which they were taken.</summary>
    public IReadOnlyList<ListStep> Steps { get; init; } = [];

    /// <summary>Of each step the number of its entry in the ledger.</summary>
    public IReadOnlyList<long> Entries { get; init; } = [];

    /// <summary>The day of the last step, else of issuing.</summary>
    public DateOnly LastDay => Steps is [.., { Day: var day }] ? day : Day;

    public ListState State =>
        Steps.Any(step => step.Kind == ListStepKind.Closed) ? ListState.Closed
        : Publication is not null ? ListState.Published
        : ListState.Issued;

    /// <summary>The step by which it was made public; null before.</summary>
    public ListStep? Publication => Steps.FirstOrDefault(step => step.Kind == ListStepKind.Published);

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<ListObjection> Objections =>
        [
            .. Steps
                .Select((step, i) => (Step: step, Place: i + 1))
                .Where(one => one.Step.Kind == ListStepKind.Objected)
                .Select(one => new ListObjection(
                    one.Place,
                    one.Step,
                    Steps.FirstOrDefault(step => step.Objection == one.Place)
                )),
        ];

    /// <summary>Whether it is what somebody sees of it who does not see all of its plots (<see cref="ListExtract"/>).</summary>
    public bool IsExtract { get; init; }

    /// <summary>What it rests on, its number with it.</summary>
    public ListBasis Basis => new(Package, Version, AsOf, Data) { Number = Number.ToString(), IsExtract = IsExtract };

    /// <summary>The list after one more step; or why it may not be taken.</summary>
    public (IssuedList? List, ListRefusal? Refusal) Take(ListStep step) =>
        ListStepCheck.Refusal(this, step) is { } refusal
            ? (null, refusal)
            : (this with { Steps = [.. Steps, step] }, null);
}
