using LandLedger.Rules;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Disposal;

/// <summary>From class and cause to what may be done (处置方式), one line a class.</summary>
internal sealed class MeasureTable
{
    private readonly IdleMeasures? _idle;

    public MeasureTable(Thresholds numbers) =>
        _idle = numbers.Rules.Rules.Any(rule => rule.Leads == Category.Idle) ? new(numbers) : null;

    /// <summary>The measures that are open for a plot; empty for one in order.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="category">Its class.</param>
    /// <param name="idle">How it is idle, where it is.</param>
    /// <param name="deciding">The finding that gave the class, where one did.</param>
    public IReadOnlyList<Measure> Of(Plot plot, Category category, Idleness? idle, Finding? deciding) =>
        category switch
        {
            Category.Idle => _idle!.Of(plot, idle!.Value),
            Category.UseChanged => [],
            Category.LowEfficiency => [],
            Category.Undetermined => [new(MeasureKind.CompleteFacts, deciding!.Clause)],
            _ => [],
        };
}
