using LandLedger.Cases;
using LandLedger.Disposal;
using LandLedger.Fields;

namespace LandLedger.Formats.Papers;

/// <summary>What was suspected, said and found.</summary>
internal static class FoundFacts
{
    public static IReadOnlyList<PaperFact> All { get; } =
    [
        new("suspicion", at => at.Free("suspicion")),
        new("grounds", Grounds),
        new("papers-day", PapersDay),
        new("statement", Statement),
        new("idle-since", IdleSince),
        new("cause", Cause),
        new("conclusion", Conclusion),
        new("finding", Finding),
        new("evidence", Evidence),
    ];

    /// <summary>The words of the list and of the explanation: value against limit, and the article.</summary>
    private static string? Grounds(PaperReading at)
    {
        var row = new DisposalRow(at.Evaluation, at.Texts);
        foreach (var (_, clause) in Reason.Clauses(row))
            at.Cite(clause);
        var said = Reason.Of(row) is { } reason
            ? at.Say("grounds", ("reason", reason), ("clause", Reason.Clause(row)))
            : null;
        if (at.Override is not { } set)
            return said;
        var chosen = at.Say(
            "override",
            ("document", set.Document),
            ("class", at.Texts["category." + Codes.Of(set.Set)]),
            ("reason", set.Reason),
            ("computed", at.Texts["category." + Codes.Of(set.Computed)])
        );
        return said is null ? chosen : said + at.Texts["list.semicolon"] + chosen;
    }

    /// <summary>Order 53 art. 5 gives the holder its days from the receipt, which is not before the day of the paper.</summary>
    private static string? PapersDay(PaperReading at)
    {
        if (at.Said("papers-day").Date is not { } day)
            return null;
        var earliest = LawFacts.Length(at, LawFacts.Answer) is { Unit: Unit.Day } length
            ? at.Step.Day.AddDays(length.Whole)
            : at.Step.Day;
        return day < earliest ? at.Differs("papers-day", at.Day(day), at.Day(earliest)) : at.Day(day);
    }

    private static string? Statement(PaperReading at) =>
        at.Free("statement") ?? (at.Taken("no-answer") is null ? null : at.Say("no-answer"));

    /// <summary>What the finding says; where the rules come to another day, both.</summary>
    private static string? IdleSince(PaperReading at)
    {
        if (at.Said("idle-since").Date is not { } said)
            return null;
        if (at.Evaluation.IdleSince == said || at.Override is not null)
            return at.Day(said);
        var computed = at.Day(at.Evaluation.IdleSince);
        return at.Differs(
            "idle-since",
            at.Day(said),
            computed is null ? at.Say("not-computed") : at.Say("computed", ("value", computed))
        );
    }

    private static string? Cause(PaperReading at)
    {
        if (at.Said("delay-kind").Text is not { } kind)
            return null;
        var delay = new Delay { Kind = CodeText.Parse<DelayKind>(kind) };
        var cause = at.Say(
            "cause",
            ("cause", at.Texts["cause." + Codes.Of(delay.Cause)]),
            ("kind", at.Word(Fact.Of(kind)))
        );
        return at.Joined([
            cause,
            at.SayOf("cause-from", "day", at.Day(at.Said("delay-from").Date)),
            at.SayOf("cause-to", "day", at.Day(at.Said("delay-to").Date)),
            at.SayOf("cause-body", "body", at.Free("cause-body")),
            Rest(at),
        ]);
    }

    /// <summary>The idle days of which no cause is established, in the words of the explanation; null where there are none beside others.</summary>
    private static string? Rest(PaperReading at)
    {
        var said = Reason.Rest(new DisposalRow(at.Evaluation, at.Texts));
        return said.Count == 0 ? null : string.Join(at.Texts["paper-text.comma"], said);
    }

    /// <summary>Idle land of the computed class, or of one that an officer set in its place with a reason.</summary>
    private static string? Conclusion(PaperReading at)
    {
        if (
            IdleSince(at) is not { } since
            || Cause(at) is not { } cause
            || at.Said("partly-developed").Flag is not { } partly
        )
            return null;
        var conclusion = at.Say(
            "conclusion",
            ("day", since),
            ("limb", at.Say(partly ? "limb.partly" : "limb.not-started")),
            ("cause", cause)
        );
        var category = at.Override?.Set ?? at.Evaluation.CountsAs;
        return category == Category.Idle
            ? conclusion
            : at.Differs(
                "conclusion",
                conclusion,
                at.Say("computed", ("value", at.Texts["category." + Codes.Of(category)]))
            );
    }

    /// <summary>The finding of idle land by its number and day; of other land its class.</summary>
    private static string? Finding(PaperReading at)
    {
        if (at.LastThatMade(PaperKind.FindingDecision) is { } step)
            return Conclusion(at) is not { } conclusion || at.Free("document", step) is not { } number
                ? null
                : at.Say("found-by", ("day", at.Day(step.Day)), ("number", number), ("conclusion", conclusion));
        return at.IsIdleLand
            ? null
            : at.Say(
                "found-class",
                ("class", at.Texts["category." + Codes.Of(at.Override?.Set ?? at.Evaluation.CountsAs)])
            );
    }

    /// <summary>All that steps named, each once.</summary>
    private static string? Evidence(PaperReading at)
    {
        var all = at.Steps.Select(step => at.Free("evidence", step)).OfType<string>().Distinct(StringComparer.Ordinal);
        return PaperReading.OrNull(string.Join(at.Texts["list.semicolon"], all));
    }
}
