using LandLedger.Cases.Needs;
using LandLedger.Rules;

namespace LandLedger.Cases;

/// <summary>A step that a procedure allows (步骤): from which states, to which, by whom, and what it takes and makes.</summary>
public sealed record ProcedureStep
{
    public required string Id { get; init; }

    public required IReadOnlyDictionary<string, string> Title { get; init; }

    /// <summary>States in which it may be taken; empty for a step that opens a case.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>The state that it leads to; null where the case stays in its own.</summary>
    public string? To { get; init; }

    /// <summary>Who may record it.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>Who acts by law.</summary>
    public required Actor By { get; init; }

    public PaperKind? Paper { get; init; }

    public IReadOnlyList<AskedFact> Asks { get; init; } = [];

    public bool IsReasonNeeded { get; init; }

    /// <summary>Id of the asked day on which clocks that it starts or extends are due; null where it names none.</summary>
    public string? Until { get; init; }

    public IReadOnlyList<ProcedureClock> Starts { get; init; } = [];

    public IReadOnlyList<ProcedureClock> Stops { get; init; } = [];

    public IReadOnlyList<ProcedureClock> Extends { get; init; } = [];

    public IReadOnlyList<ProcedureClock> Suspends { get; init; } = [];

    public IReadOnlyList<ProcedureClock> Resumes { get; init; } = [];

    /// <summary>Marks that it sets on the case, and those that it takes off.</summary>
    public IReadOnlyList<CaseMark> Sets { get; init; } = [];

    public IReadOnlyList<CaseMark> Clears { get; init; } = [];

    public IReadOnlyList<StepNeed> Needs { get; init; } = [];

    /// <summary>Ids of the steps that it undoes: what they decided, and the papers that they made, are annulled.</summary>
    public IReadOnlyList<string> Annuls { get; init; } = [];

    /// <summary>Whether it establishes a delay, of the kind and days that it asks for.</summary>
    public bool IsDelayEstablished { get; init; }

    public required LawReference Clause { get; init; }

    /// <summary>Whether it is of the part that every procedure takes in, and the same in all of them.</summary>
    public bool IsCommon { get; init; }

    /// <summary>Whether it opens a case.</summary>
    public bool Opens => From.Count == 0;

    /// <summary>The fact that it asks for by that id; null where it does not.</summary>
    public AskedFact? Ask(string id) => Asks.FirstOrDefault(asked => asked.Id == id);
}
