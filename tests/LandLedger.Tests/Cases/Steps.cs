using LandLedger.Cases;
using LandLedger.Import;

namespace LandLedger.Tests.Cases;

/// <summary>Steps with every fact that they need, plain ones unless others are given.</summary>
internal static class Steps
{
    public static readonly PlotKey Plot = new("360732", "A-1");

    public static CaseStep Of(Procedure procedure, string kind, DateOnly day, params (string Id, Fact Fact)[] facts)
    {
        var rule = procedure.FindStep(kind)!;
        var said = rule
            .Asks.Where(asked => asked.IsNeeded)
            .ToDictionary(asked => asked.Id, asked => Plain(asked, day), StringComparer.Ordinal);
        foreach (var (id, fact) in facts)
            said[id] = fact;
        return new()
        {
            Kind = kind,
            Day = day,
            Who = "王办",
            Role = Role.Officer,
            Reason = rule.IsReasonNeeded ? "依申请" : null,
            Facts = said,
        };
    }

    /// <summary>Takes steps one after another; each has to be allowed.</summary>
    public static Case Walk(string procedure, params (string Kind, string Day, (string, Fact)[] Facts)[] steps)
    {
        var known = Procedures.Shipped.Find(procedure)!;
        Case? walked = null;
        foreach (var (kind, day, facts) in steps)
            walked = walked is null
                ? Allowed(Case.Open(Plot, known, Of(known, kind, Day.Of(day), facts), HolidayCalendar.Default))
                : Then(walked, kind, day, facts);
        return walked!;
    }

    public static Case Then(Case walked, string kind, string day, params (string, Fact)[] facts) =>
        Allowed(walked.Take(Of(walked.Procedure, kind, Day.Of(day), facts), HolidayCalendar.Default));

    public static StepRefusal Refused(Case walked, string kind, string day, params (string, Fact)[] facts) =>
        Refused(walked.Take(Of(walked.Procedure, kind, Day.Of(day), facts), HolidayCalendar.Default));

    public static StepRefusal Refused((Case? Case, StepRefusal? Refusal) result)
    {
        Assert.Null(result.Case);
        Assert.DoesNotContain('{', result.Refusal!.In(Language.Chinese));
        Assert.DoesNotContain('{', result.Refusal.In(Language.English));
        return result.Refusal;
    }

    private static Case Allowed((Case? Case, StepRefusal? Refusal) result)
    {
        Assert.True(result.Refusal is null, result.Refusal?.In(Language.English));
        return result.Case!;
    }

    private static Fact Plain(AskedFact asked, DateOnly day) =>
        asked.Type switch
        {
            AskType.Day => Fact.Of(day.AddDays(asked.HasHappened ? -60 : 60)),
            AskType.Money => Fact.Of(1_000_000m, Unit.Yuan),
            AskType.Area => Fact.Of(12.5m, Unit.Mu),
            AskType.Flag => Fact.Of(false),
            AskType.Text => Fact.Of("如实记载"),
            AskType.Document => Fact.Of("自然资〔2026〕8号"),
            _ => Fact.Of(asked.Codes[0]),
        };
}
