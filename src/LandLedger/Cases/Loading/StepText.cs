using LandLedger.Cases.Needs;
using LandLedger.Rules.Loading;

namespace LandLedger.Cases.Loading;

/// <summary>Reads the steps of one file.</summary>
internal sealed class StepText(ProcedureNames names, ProcedureSource source)
{
    /// <summary>Stands for every open state.</summary>
    private const string AnyOpen = "*";

    /// <summary>Stands for the states that the procedure names where it takes in a part.</summary>
    private const string Entry = "entry";

    public IEnumerable<ReadStep> All()
    {
        var roles = Roles(source.Node).ToList();
        foreach (var node in source.Node.Items("steps"))
        {
            if (Step(node, roles) is { } step)
                yield return new(step, node, source.IsCommon);
        }
    }

    private ProcedureStep? Step(Node node, List<Role> usual)
    {
        node.Only(
            "id",
            "title",
            "from",
            "to",
            "roles",
            "by",
            "paper",
            "asks",
            "takes",
            "among",
            "reason",
            "until",
            "starts",
            "stops",
            "extends",
            "suspends",
            "resumes",
            "sets",
            "clears",
            "annuls",
            "needs",
            "establishesDelay",
            "clause"
        );
        var step = new
        {
            Id = node.Text("id"),
            By = node.Code<Actor>("by"),
            Clause = names.Clause(node),
        };
        var roles = node.Member("roles", required: false) is null ? usual : [.. Roles(node)];
        if (roles.Count == 0)
            node.Report("missing-member", "roles", "roles");
        var from = From(node).Distinct(StringComparer.Ordinal).ToList();
        var to = To(node);
        var asks = Narrowed(node, [.. Asks(node)]);
        var until = Until(node, asks);
        var paper = node.Code<PaperKind>("paper", required: false);
        if (step.Id is null || step.By is not { } by || step.Clause is null)
            return null;
        return new()
        {
            Id = step.Id,
            Title = node.Words("title"),
            From = from,
            To = to,
            Roles = roles,
            By = by,
            Paper = paper,
            Asks = asks,
            IsReasonNeeded = node.Flag("reason"),
            Until = until,
            Starts = Clocks(node, "starts"),
            Stops = Clocks(node, "stops"),
            Extends = Clocks(node, "extends"),
            Suspends = Clocks(node, "suspends"),
            Resumes = Clocks(node, "resumes"),
            Sets = Marks(node, "sets"),
            Clears = Marks(node, "clears"),
            Annuls = [.. node.Texts("annuls", required: false).Select(step => step.Text)],
            IsDelayEstablished = node.Flag("establishesDelay"),
            Clause = step.Clause,
        };
    }

    private static IEnumerable<Role> Roles(Node node)
    {
        foreach (var (code, item) in node.Texts("roles", required: false))
        {
            if (item.IsCode<Role>(code))
                yield return Fields.CodeText.Parse<Role>(code);
        }
    }

    private IEnumerable<string> From(Node node)
    {
        foreach (var (text, item) in node.Texts("from"))
        {
            IEnumerable<string> states = text switch
            {
                AnyOpen => names.States.Values.Where(state => !state.IsClosed).Select(state => state.Id),
                Entry when source.Entry.Count > 0 => source.Entry,
                _ => [text],
            };
            foreach (var state in states)
            {
                if (ProcedureNames.Find(names.States, state, item, "unknown-state") is not { } known)
                    continue;
                if (known.IsClosed)
                    item.Report("leaves-closed", state);
                yield return state;
            }
        }
    }

    private string? To(Node node) =>
        node.Member("to", required: false) is { } at && node.Text("to") is { } state
            ? ProcedureNames.Find(names.States, state, at, "unknown-state")?.Id
            : null;

    private IEnumerable<AskedFact> Asks(Node node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (member, needed) in ((string, bool)[])[("asks", true), ("takes", false)])
        {
            foreach (var (id, item) in node.Texts(member, required: false))
            {
                if (ProcedureNames.Find(names.Facts, id, item, "unknown-fact") is not { } fact)
                    continue;
                if (seen.Add(id))
                    yield return fact with
                    {
                        IsNeeded = needed,
                    };
                else
                    item.Report("twice", id);
            }
        }
    }

    /// <summary>Where the step takes only some codes of a fact.</summary>
    private static List<AskedFact> Narrowed(Node node, List<AskedFact> asks)
    {
        foreach (var (id, _) in node.Members("among"))
        {
            var at = node.Member("among")!.Value;
            if (asks.FindIndex(asked => asked.Id == id) is not (>= 0 and var index))
            {
                at.Report("unknown-fact", id);
                continue;
            }
            var known = asks[index].Codes;
            var among = new List<string>();
            foreach (var (code, item) in at.Texts(id))
            {
                if (known.Contains(code, StringComparer.Ordinal))
                    among.Add(code);
                else
                    item.Report("unknown-code", $"{code} ({string.Join(", ", known)})");
            }
            asks[index] = asks[index] with { Codes = among };
        }
        return asks;
    }

    private static string? Until(Node node, List<AskedFact> asks)
    {
        if (node.Text("until", required: false) is not { } until)
            return null;
        if (!asks.Exists(asked => asked is { Type: AskType.Day, IsNeeded: true } && asked.Id == until))
            node.Report("until-not-asked", until, "until");
        return until;
    }

    private List<ProcedureClock> Clocks(Node node, string member)
    {
        var clocks = new List<ProcedureClock>();
        foreach (var (id, item) in node.Texts(member, required: false))
        {
            if (id == AnyOpen && member is "suspends" or "resumes")
                clocks.AddRange(names.Clocks.Values);
            else if (ProcedureNames.Find(names.Clocks, id, item, "unknown-clock") is { } clock)
                clocks.Add(clock);
        }
        return clocks;
    }

    private List<CaseMark> Marks(Node node, string member) =>
        [
            .. node.Texts(member, required: false)
                .Select(mark => ProcedureNames.Find(names.Marks, mark.Text, mark.Node, "unknown-mark"))
                .OfType<CaseMark>(),
        ];
}

/// <summary>A step with its place in the file; what it needs is read once every step is known.</summary>
internal sealed record ReadStep(ProcedureStep Step, Node Node, bool IsCommon);
