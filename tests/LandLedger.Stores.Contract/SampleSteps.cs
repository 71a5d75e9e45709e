using LandLedger.Cases;
using LandLedger.Tests.Cases;

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

    /// <summary>Texts and money are such as stores may spoil.</summary>
    public static CaseStep Of(string procedure, string kind, DateOnly day, params (string Id, Fact Fact)[] facts)
    {
        var known = Procedures.Shipped.Find(procedure)!;
        var hard = known.FindStep(kind)!.Asks.Where(asked => asked.IsNeeded).Select(asked => (asked.Id, Hard(asked)));
        return Steps.Of(known, kind, day, [.. hard.Where(fact => fact.Item2.IsKnown), .. facts]);
    }

    private static Fact Hard(AskedFact asked) =>
        asked.Type switch
        {
            AskType.Money => Fact.Of(1_000_000.25m, Unit.Yuan),
            AskType.Text => Fact.Of("如实记载，“引号” 'a' 𠮷"),
            _ => Fact.Unknown,
        };
}
