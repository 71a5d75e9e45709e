using LandLedger.Metrics;
using LandLedger.Rules;

namespace LandLedger.Fields;

/// <summary>
/// The codes of what an evaluation says, as they stand in JSON, maps and lists; looked up without allocation. They are the
/// kebab-case names of <see cref="CodeText"/>.
/// </summary>
public static class Codes
{
    private static readonly string[] Categories = Table<Category>();
    private static readonly string[] Causes = Table<Cause>();
    private static readonly string[] Measures = Table<MeasureKind>();
    private static readonly string[] Verdicts = Table<Outcome>();
    private static readonly string[] Bases = Table<AreaBasis>();
    private static readonly string[] PerMuOutcomes = Table<PerMuOutcome>();
    private static readonly string[] Trusts = Table<Trust>();
    private static readonly string[] Stages = Table<SupplyStage>();
    private static readonly string[] Uses = Table<UseGroup>();
    private static readonly string[] YearBases = Table<YearBasis>();
    private static readonly string?[] FlagLists = new string[1 << (Enum.GetValues<PlotFlags>().Length - 1)];
    private static readonly string?[] SharingLists = new string[1 << (Enum.GetValues<SharingKeys>().Length - 1)];

    public static string Of(Category value) => Categories[(int)value];

    public static string Of(Cause value) => Causes[(int)value];

    public static string Of(MeasureKind value) => Measures[(int)value];

    public static string Of(Outcome value) => Verdicts[(int)value];

    public static string Of(AreaBasis value) => Bases[(int)value];

    public static string Of(YearBasis value) => YearBases[(int)value];

    public static string Of(PerMuOutcome value) => PerMuOutcomes[(int)value];

    public static string Of(Trust value) => Trusts[(int)value];

    /// <summary>Null while the stage is unknown.</summary>
    public static string? Of(SupplyStage value) => value == SupplyStage.Unknown ? null : Stages[(int)value];

    /// <summary>Null while the group is unknown.</summary>
    public static string? Of(UseGroup value) => value == UseGroup.Unknown ? null : Uses[(int)value];

    /// <summary>The codes of all flags that are set, comma between them; empty when none is.</summary>
    public static string Of(PlotFlags value) => Listed<PlotFlags>(FlagLists, (int)value);

    /// <summary>The codes of all keys that are set, comma between them; empty when none is.</summary>
    public static string Of(SharingKeys value) => Listed<SharingKeys>(SharingLists, (int)value);

    private static string[] Table<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(CodeText.Of)];

    /// <summary>The codes of a set of flags, joined when first asked for; the members are None, then one bit after another.</summary>
    private static string Listed<T>(string?[] lists, int set)
        where T : struct, Enum =>
        lists[set] ??= string.Join(',', CodeText.All(typeof(T)).Skip(1).Where((_, bit) => (set >> bit & 1) == 1));
}
