using System.Collections.Immutable;
using LandLedger.Rules;

namespace LandLedger.Disposal;

/// <summary>What may be done about land put to another use: a deadline to correct it, and taking the land back.</summary>
internal sealed class UseMeasures(Thresholds numbers)
{
    /// <summary>Keys of the clauses that these measures rest on.</summary>
    public static IReadOnlyList<string> Clauses { get; } = ["measure.deadline-to-correct", "measure.take-back"];

    public ImmutableArray<Measure> Open { get; } =
    [
        new(MeasureKind.DeadlineToCorrect, numbers.Clause(Clauses[0])),
        new(MeasureKind.TakeBack, numbers.Clause(Clauses[1])),
    ];
}
