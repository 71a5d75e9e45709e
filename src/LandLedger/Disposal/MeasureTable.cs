using LandLedger.Rules;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Disposal;

/// <summary>From class and cause to what may be done (处置方式), one line a class.</summary>
internal sealed class MeasureTable
{
    private readonly IdleMeasures? _idle;
    private readonly Measure[] _deadline = [];

    public MeasureTable(Thresholds numbers)
    {
        if (numbers.Rules.Rules.All(rule => rule.Leads != Category.Idle))
            return;
        _idle = new(numbers);
        _deadline = [new(MeasureKind.DeadlineToBuild, numbers.Clause("measure.deadline-to-build"))];
    }

    /// <summary>The measures that are open for a plot; empty for one in order.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="category">Its class.</param>
    /// <param name="idle">How it is idle, where it is.</param>
    /// <param name="deciding">The finding that gave the class, where one did.</param>
    /// <param name="startOverdue">Past the start day and not begun, for less than the full year.</param>
    public IReadOnlyList<Measure> Of(
        Plot plot,
        Category category,
        Idleness? idle,
        Finding? deciding,
        bool startOverdue
    ) =>
        category switch
        {
            Category.Idle => _idle!.Of(plot, idle!.Value),
            Category.UseChanged => [],
            Category.LowEfficiency => [],
            Category.Undetermined => [new(MeasureKind.CompleteFacts, deciding!.Clause)],
            Category.InOrder when startOverdue => _deadline,
            _ => [],
        };
}
