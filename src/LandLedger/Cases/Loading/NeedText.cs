using LandLedger.Cases.Needs;
using LandLedger.Rules.Loading;

namespace LandLedger.Cases.Loading;

/// <summary>Reads what steps need, once every step has its name.</summary>
internal sealed class NeedText(ProcedureNames names, IReadOnlyDictionary<string, ProcedureStep> steps)
{
    public IEnumerable<StepNeed> All(Node step) => step.Items("needs", required: false).Select(Need).OfType<StepNeed>();

    private StepNeed? Need(Node node)
    {
        node.Only(
            "runOut",
            "within",
            "taken",
            "fact",
            "is",
            "mark",
            "noMark",
            "later",
            "reached",
            "given",
            "positive",
            "pays",
            "part",
            "of",
            "with",
            "drawn",
            "from",
            "by",
            "ended",
            "endedWithin",
            "after",
            "since",
            "lead",
            "limit",
            "number",
            "when"
        );
        var need = Kind(node);
        if (node.Member("when", required: false) is not { } when)
            return need;
        when.Only("taken", "fact", "is", "mark", "noMark");
        var condition = Kind(when);
        return need is null || condition is null ? null : need with { When = condition };
    }

    private StepNeed? Kind(Node node)
    {
        if (node.Text("runOut", required: false) is { } runOut)
            return Clock(node, "runOut", runOut) is { } clock ? new RunOut(clock) : null;
        if (node.Text("within", required: false) is { } within)
            return Clock(node, "within", within) is { } clock ? new Within(clock) : null;
        if (node.Member("taken", required: false) is not null)
            return Taken(node);
        if (node.Text("fact", required: false) is { } fact)
            return FactIs(node, fact);
        if (node.Text("mark", required: false) is { } mark)
            return Mark(node, "mark", mark) is { } set ? new Marked(set) : null;
        if (node.Text("noMark", required: false) is { } noMark)
            return Mark(node, "noMark", noMark) is { } unset ? new NotMarked(unset) : null;
        if (node.Text("later", required: false) is { } later)
            return Day(node, "later", later) is { } named ? new Later(named) : null;
        if (node.Text("reached", required: false) is { } reached)
            return Day(node, "reached", reached) is { } come ? new Reached(come) : null;
        if (node.Text("given", required: false) is { } given)
            return ProcedureNames.Find(names.Facts, given, node, "unknown-fact") is { } said ? new Given(said) : null;
        if (node.Text("positive", required: false) is { } positive)
            return Money(node, "positive", positive) is { } amount ? new Positive(amount) : null;
        if (node.Text("pays", required: false) is { } pays)
            return Pays(node, "pays", pays, whole: true);
        if (node.Text("part", required: false) is { } part)
            return Pays(node, "part", part, whole: false);
        if (node.Text("drawn", required: false) is { } drawn)
            return Drawn(node, drawn);
        if (node.Member("ended", required: false) is not null)
            return Clocks(node, "ended") is { Count: > 0 } ended ? new Ended(ended) : null;
        if (node.Text("endedWithin", required: false) is { } period)
            return Clock(node, "endedWithin", period) is { } clock && Clocks(node, "after") is { Count: > 0 } after
                ? new EndedWithin(clock, after)
                : null;
        if (node.Text("lead", required: false) is { } lead)
            return Day(node, "lead", lead) is { } day && ClockText.Numbers(node, names) is { } lengths
                ? new Lead(day, lengths)
                : null;
        if (node.Text("limit", required: false) is { } limit)
            return Day(node, "limit", limit) is { } day && ClockText.Numbers(node, names) is { } lengths
                ? new Limit(day, lengths) { Since = Step(node, "since") }
                : null;
        node.Report("unknown-need", node.Element.GetRawText());
        return null;
    }

    private Taken? Taken(Node node) => Named(node, "taken") is { Count: > 0 } named ? new(named) : null;

    private Pays? Pays(Node node, string member, string id, bool whole)
    {
        var fact = Money(node, member, id);
        var decided = Step(node, "of");
        if (decided is null && node.Member("of", required: false) is null)
            node.Report("missing-member", "of", "of");
        var parts = Named(node, "with");
        return fact is null || decided is null || parts.Count == 0 ? null : new(fact, decided, parts, whole);
    }

    private Drawn? Drawn(Node node, string id)
    {
        var fact = Money(node, "drawn", id);
        var (from, by) = (Named(node, "from"), Named(node, "by"));
        return fact is null || from.Count == 0 || by.Count == 0 ? null : new(fact, from, by);
    }

    private List<ProcedureClock> Clocks(Node node, string member)
    {
        var clocks = new List<ProcedureClock>();
        foreach (var (id, item) in node.Texts(member))
        {
            if (ProcedureNames.Find(names.Clocks, id, item, "unknown-clock") is { } clock)
                clocks.Add(clock);
        }
        return clocks;
    }

    private List<ProcedureStepName> Named(Node node, string member)
    {
        var named = new List<ProcedureStepName>();
        foreach (var (id, item) in node.Texts(member))
        {
            if (ProcedureNames.Find(steps, id, item, "unknown-step") is { } step)
                named.Add(new(step.Id, step.Title));
        }
        if (named.Count == 0)
            node.Report("missing-member", member, member);
        return named;
    }

    private ProcedureStepName? Step(Node node, string member) =>
        node.Text(member, required: false) is { } id
        && ProcedureNames.Find(steps, id, node.Member(member)!.Value, "unknown-step") is { } step
            ? new(step.Id, step.Title)
            : null;

    private FactIs? FactIs(Node node, string id)
    {
        var values = new List<string>();
        var fact = ProcedureNames.Find(names.Facts, id, node, "unknown-fact");
        foreach (var (value, item) in node.Texts("is"))
        {
            var possible = fact?.Type == AskType.Flag ? ["true", "false"] : fact?.Codes ?? [];
            if (possible.Count > 0 && !possible.Contains(value, StringComparer.Ordinal))
                item.Report("unknown-code", $"{value} ({string.Join(", ", possible)})");
            values.Add(value);
        }
        return fact is null || values.Count == 0 ? null : new(fact, values);
    }

    private AskedFact? Day(Node node, string member, string id)
    {
        var fact = ProcedureNames.Find(names.Facts, id, node, "unknown-fact");
        if (fact is null or { Type: AskType.Day })
            return fact;
        node.Report("not-day", id, member);
        return null;
    }

    private AskedFact? Money(Node node, string member, string id)
    {
        var fact = ProcedureNames.Find(names.Facts, id, node, "unknown-fact");
        if (fact is null or { Type: AskType.Money })
            return fact;
        node.Report("not-money", id, member);
        return null;
    }

    private ProcedureClock? Clock(Node node, string member, string id) =>
        ProcedureNames.Find(names.Clocks, id, node.Member(member)!.Value, "unknown-clock");

    private CaseMark? Mark(Node node, string member, string id) =>
        ProcedureNames.Find(names.Marks, id, node.Member(member)!.Value, "unknown-mark");
}
