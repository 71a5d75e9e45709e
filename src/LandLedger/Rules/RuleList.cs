using LandLedger.Fields;
using LandLedger.Rules.LowEfficiency;

namespace LandLedger.Rules;

/// <summary>Every rule there is, written down by hand. A package picks from it by id and sets the order of judgement.</summary>
public static class RuleList
{
    public static IReadOnlyList<IRule> All { get; } =
    [
        new IdleLand.NotStarted(),
        new IdleLand.Suspended(),
        new UseChange.UseChanged(),
        new TaxPerMu(),
        new TaxPerMuGuide(),
        new TaxPerMuShare(),
        new FloorAreaRatioLow(),
        new FloorAreaRatioIndex(),
        new CompletionOverdue(),
        new InvestmentShortfall(),
        new Stopped(),
        new UnsafeBuilding(),
        new ProhibitedSector(),
        new SafetyOrEnvironment(),
        new WatchTaxPerMu(),
        new WatchSlowGrowth(),
        new WatchPowerUse(),
    ];

    private static readonly HashSet<string> ClauseKeys =
    [
        .. All.SelectMany(rule => rule.Clauses),
        .. Exemptions.All.Select(exemption => exemption.Id),
        .. Enum.GetValues<MeasureKind>().Select(kind => "measure." + Codes.Of(kind)),
    ];

    public static IRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);

    /// <summary>Whether any rule, exemption or measure rests on the clause of that key.</summary>
    public static bool HasClause(string key) => ClauseKeys.Contains(key);

    /// <summary>The number of that id, with or without a sector, if any rule or part of the program reads it.</summary>
    public static NumberKey? FindNumber(string id) =>
        LawNumbers
            .All.Concat(All.SelectMany(rule => rule.Numbers))
            .Concat(Exemptions.All.SelectMany(exemption => exemption.Numbers))
            .FirstOrDefault(key => key.Id == NumberKey.Plain(id));
}
