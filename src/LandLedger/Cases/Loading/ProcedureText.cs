using LandLedger.Cases.Needs;
using LandLedger.Fields;
using LandLedger.Rules;
using LandLedger.Rules.Loading;

namespace LandLedger.Cases.Loading;

/// <summary>Reads a procedure with the parts that it takes in.</summary>
internal static class ProcedureText
{
    public static Procedure? Read(Node node, List<RuleProblem> problems) =>
        Read(node, ProcedureShelf.Shipped, problems);

    /// <summary>A procedure as the text of it has it, with all that it takes in.</summary>
    public static Procedure? ReadText(Node text, List<RuleProblem> problems) =>
        text.Member(TakenIn.File) is { } file ? Read(file, ProcedureShelf.Of(text), problems) : null;

    private static Procedure? Read(Node node, ProcedureShelf shelf, List<RuleProblem> problems)
    {
        node.Only(
            "id",
            "version",
            "title",
            "categories",
            "parts",
            "instruments",
            "clauses",
            "facts",
            "states",
            "clocks",
            "marks",
            "roles",
            "steps"
        );
        var names = new ProcedureNames(shelf);
        List<(string Id, ProcedureSource Source)> parts = [.. ProcedureParts.Of(node, shelf.Parts, problems)];
        List<ProcedureSource> sources = [new(node, []), .. parts.Select(part => part.Source)];
        foreach (var source in sources)
            names.Take(source);
        var read = sources.SelectMany(source => new StepText(names, source).All()).ToList();
        var (id, version, file) = (node.Text("id") ?? "", node.Text("version") ?? "", node.Element.Clone());
        var procedure = new Procedure
        {
            Id = id,
            Version = version,
            Text = new(
                RuleKind.Procedure,
                id,
                version,
                json =>
                    TakenIn.WriteProcedure(json, file, [.. parts.Select(part => (part.Id, part.Source.Node.Element))])
            ),
            Title = node.Words("title"),
            Categories = [.. Categories(node)],
            States = [.. names.States.Values],
            Clocks = [.. names.Clocks.Values],
            Marks = [.. names.Marks.Values],
            Steps = [.. Steps(read, names)],
            Instruments = names.Instruments,
        };
        if (problems.Count == 0)
            Reach.Check(node, procedure, read);
        return procedure;
    }

    /// <summary>The steps with what they need, which may name any of them.</summary>
    private static IEnumerable<ProcedureStep> Steps(List<ReadStep> read, ProcedureNames names)
    {
        var byId = new Dictionary<string, ProcedureStep>(StringComparer.Ordinal);
        foreach (var one in read)
        {
            if (!byId.TryAdd(one.Step.Id, one.Step))
                one.Node.Report("twice", one.Step.Id, "id");
        }
        var needs = new NeedText(names, byId);
        foreach (var one in read)
        {
            List<StepNeed> its = [.. Unblocked(one, names), .. needs.All(one.Node)];
            StepAgreement.Check(one, its);
            foreach (var (id, item) in one.Node.Texts("annuls", required: false))
                ProcedureNames.Find(byId, id, item, "unknown-step");
            yield return one.Step with
            {
                Needs = its,
                IsCommon = one.IsCommon,
            };
        }
    }

    /// <summary>What a step of the procedure's own way needs, unless the holder takes it, beside its own.</summary>
    private static IEnumerable<StepNeed> Unblocked(ReadStep read, ProcedureNames names) =>
        read.IsCommon || read.Step.Opens || read.Step.By == Actor.Holder
            ? []
            : names.Marks.Values.Where(mark => mark.Blocks).Select(mark => new NotMarked(mark));

    private static IEnumerable<Category> Categories(Node node)
    {
        foreach (var (code, item) in node.Texts("categories"))
        {
            if (CodeText.All(typeof(Category)).Contains(code, StringComparer.Ordinal))
                yield return CodeText.Parse<Category>(code);
            else
                item.Report("unknown-code", $"{code} ({string.Join(", ", CodeText.All(typeof(Category)))})");
        }
    }
}

/// <summary>A file that steps are read from, and the states in which its first steps may be taken, for which its steps write "entry".</summary>
internal sealed record ProcedureSource(Node Node, IReadOnlyList<string> Entry)
{
    /// <summary>The part that every procedure takes in; its steps do not count as a way to the end of a case.</summary>
    public bool IsCommon { get; init; }
}
