using LandLedger.Cases;

namespace LandLedger.Stores.Contract;

/// <summary>Steps of cases, each with every fact that it needs.</summary>
public static class SampleSteps
{
    /// <summary>Later than all of them.</summary>
    public static readonly StepRecording Recording = new()
    {
        At = new(2026, 11, 30, 9, 30, 0, 123, TimeSpan.FromHours(8)),
        By = "李录",
    };

    public static CaseStep Of(string procedure, string kind, DateOnly day, params (string Id, Fact Fact)[] facts)
    {
        var rule = Procedures.Find(procedure)!.FindStep(kind)!;
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

    private static Fact Plain(AskedFact asked, DateOnly day) =>
        asked.Type switch
        {
            AskType.Day => Fact.Of(day.AddDays(60)),
            AskType.Money => Fact.Of(1_000_000.25m, Unit.Yuan),
            AskType.Area => Fact.Of(12.5m, Unit.Mu),
            AskType.Flag => Fact.Of(false),
            AskType.Text => Fact.Of("如实记载，“引号” 'a' 𠮷"),
            AskType.Document => Fact.Of("自然资〔2026〕8号"),
            _ => Fact.Of(asked.Codes[0]),
        };
}
