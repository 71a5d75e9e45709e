using LandLedger.Rules;

namespace LandLedger.Cases;

/// <summary>A procedure (程序): the states of a case, and the steps that lead from one to another. Id and version stand in every case.</summary>
public sealed record Procedure
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>All that it says, what it takes in with it.</summary>
    public required RuleText Text { get; init; }

    /// <summary>By language tag.</summary>
    public required IReadOnlyDictionary<string, string> Title { get; init; }

    /// <summary>The classes of plots that it serves.</summary>
    public required IReadOnlyList<Category> Categories { get; init; }

    public required IReadOnlyList<CaseState> States { get; init; }

    public required IReadOnlyList<ProcedureClock> Clocks { get; init; }

    public required IReadOnlyList<CaseMark> Marks { get; init; }

    /// <summary>In the order of the files: its own, then those of the parts that it takes in.</summary>
    public required IReadOnlyList<ProcedureStep> Steps { get; init; }

    /// <summary>By id: all that a clause names.</summary>
    public required IReadOnlyDictionary<string, Instrument> Instruments { get; init; }

    public CaseState? FindState(string id) => States.FirstOrDefault(state => state.Id == id);

    public ProcedureStep? FindStep(string id) => Steps.FirstOrDefault(step => step.Id == id);

    /// <summary>What a text says of a fact of a step; the text itself where the step does not ask for one of that id.</summary>
    public Fact Read(string step, string id, string text) =>
        FindStep(step)?.Ask(id) is { } asked ? asked.Read(text) : Fact.Of(text);

    public ProcedureClock? FindClock(string id) => Clocks.FirstOrDefault(clock => clock.Id == id);

    /// <summary>The steps that a state allows; those that open a case where there is no state yet.</summary>
    public IEnumerable<ProcedureStep> StepsFrom(CaseState? state) =>
        Steps.Where(step => state is null ? step.Opens : step.From.Contains(state.Id, StringComparer.Ordinal));
}
