namespace LandLedger.Cases.Needs;

/// <summary>One of some steps has been taken.</summary>
public sealed record Taken(IReadOnlyList<ProcedureStepName> Steps) : StepNeed
{
    private protected override StepRefusal? Test(in NeedFacts at)
    {
        var taken = at.Case.Steps;
        return Steps.Any(step => taken.Any(one => one.Kind == step.Id))
            ? null
            : new("not-taken", "kind") { Titles = [.. Steps.Select(step => step.Title)] };
    }
}

/// <summary>A step named by another: its id and title.</summary>
public sealed record ProcedureStepName(string Id, IReadOnlyDictionary<string, string> Title);

/// <summary>What the case says of a fact is one of some values, as <see cref="LandLedger.Fact.ToString"/> writes them.</summary>
public sealed record FactIs(AskedFact Fact, IReadOnlyList<string> Values) : StepNeed
{
    private protected override StepRefusal? Test(in NeedFacts at) =>
        Values.Contains(at.Fact(Fact.Id).ToString(), StringComparer.Ordinal)
            ? null
            : new("fact-other", "facts." + Fact.Id) { Title = Fact.Title, Words = Values };
}

/// <summary>A mark is set.</summary>
public sealed record Marked(CaseMark Mark) : StepNeed
{
    private protected override StepRefusal? Test(in NeedFacts at) =>
        at.Case.Marks.ContainsKey(Mark.Id) ? null : new("mark-missing", "kind") { Title = Mark.Title };
}

/// <summary>A mark is not set.</summary>
public sealed record NotMarked(CaseMark Mark) : StepNeed
{
    private protected override StepRefusal? Test(in NeedFacts at) =>
        at.Case.Marks.ContainsKey(Mark.Id) ? new("mark-set", "kind") { Title = Mark.Title } : null;
}
