using System.Collections.Immutable;
using LandLedger.Rules;

namespace LandLedger.Disposal;

/// <summary>
/// From what makes land low-efficiency to what may be done, one line a rule; a plot gets what any of its met rules opens, each once, in the
/// order of the four answers 充能扩产, 改造升级, 腾笼换鸟, 依法收回. Little tax alone is no ground to take land back.
/// </summary>
internal sealed class LowMeasures
{
    private static readonly MeasureKind[] Order =
    [
        MeasureKind.DeadlineToComplete,
        MeasureKind.DeadlineToResume,
        MeasureKind.DeadlineToCorrect,
        MeasureKind.Expand,
        MeasureKind.Upgrade,
        MeasureKind.ReplaceOccupant,
        MeasureKind.TakeBack,
    ];

    private static readonly Dictionary<string, int> ByRule = new(StringComparer.Ordinal)
    {
        ["low.tax-per-mu"] = Bits(MeasureKind.Upgrade, MeasureKind.ReplaceOccupant),
        ["low.tax-per-mu-guide"] = Bits(MeasureKind.Upgrade, MeasureKind.ReplaceOccupant),
        ["low.tax-per-mu-share"] = Bits(MeasureKind.Upgrade, MeasureKind.ReplaceOccupant),
        ["low.floor-area-ratio"] = Bits(MeasureKind.Expand, MeasureKind.Upgrade),
        ["low.floor-area-ratio-index"] = Bits(MeasureKind.Expand, MeasureKind.Upgrade),
        ["low.investment-shortfall"] = Bits(MeasureKind.Expand, MeasureKind.Upgrade),
        ["low.completion-overdue"] = Bits(MeasureKind.DeadlineToComplete, MeasureKind.TakeBack),
        ["low.stopped"] = Bits(MeasureKind.DeadlineToResume, MeasureKind.TakeBack),
        ["low.unsafe-building"] = Bits(MeasureKind.Upgrade),
        ["low.prohibited-sector"] = Bits(MeasureKind.ReplaceOccupant, MeasureKind.TakeBack),
        ["low.safety-or-environment"] = Bits(MeasureKind.DeadlineToCorrect, MeasureKind.ReplaceOccupant),
    };

    private readonly Measure[] _each;
    private readonly ImmutableArray<Measure>[] _byBits = new ImmutableArray<Measure>[1 << Order.Length];

    public LowMeasures(Thresholds numbers) =>
        _each = [.. Order.Select((kind, i) => new Measure(kind, numbers.Clause(Clauses[i])))];

    /// <summary>Keys of all clauses that these measures rest on, in the order above; a rule on low efficiency lists them.</summary>
    public static IReadOnlyList<string> Clauses { get; } =
    [.. Order.Select(kind => "measure." + Fields.Codes.Of(kind))];

    public ImmutableArray<Measure> Of(ReadOnlySpan<Finding> findings)
    {
        var bits = 0;
        for (var i = 0; i < findings.Length; i++)
        {
            if (findings[i].Verdict == Outcome.Met && ByRule.TryGetValue(findings[i].Rule, out var opened))
                bits |= opened;
        }
        ref var opens = ref _byBits[bits];
        if (opens.IsDefault)
            opens = [.. _each.Where((_, i) => (bits & (1 << i)) != 0)];
        return opens;
    }

    private static int Bits(params ReadOnlySpan<MeasureKind> kinds)
    {
        var bits = 0;
        foreach (var kind in kinds)
            bits |= 1 << Array.IndexOf(Order, kind);
        return bits;
    }
}
