namespace LandLedger.Rules;

/// <summary>Every rule there is, written down by hand. A package picks from it by id and sets the order of judgement.</summary>
public static class RuleList
{
    public static IReadOnlyList<IRule> All { get; } = [new IdleLand.NotStarted(), new IdleLand.Suspended()];

    public static IRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);

    /// <summary>The number of that id, if any rule or part of the program reads it.</summary>
    public static NumberKey? FindNumber(string id) =>
        LawNumbers.All.FirstOrDefault(key => key.Id == id)
        ?? All.SelectMany(rule => rule.Numbers).FirstOrDefault(key => key.Id == id);
}
