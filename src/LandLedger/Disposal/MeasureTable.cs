using System.Collections.Immutable;
using LandLedger.Rules;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Disposal;

/// <summary>From class and cause to what may be done (处置方式), one line a class.</summary>
internal sealed class MeasureTable
{
    private readonly IdleMeasures? _idle;
    private readonly UseMeasures? _use;
    private readonly LowMeasures? _low;
    private readonly ImmutableArray<Measure> _watch;
    private readonly ImmutableArray<Measure> _start;

    public MeasureTable(Thresholds numbers)
    {
        _idle = Finds(Category.Idle) ? new(numbers) : null;
        _use = Finds(Category.UseChanged) ? new(numbers) : null;
        _low = Finds(Category.LowEfficiency) ? new(numbers) : null;
        _watch = WhereStated(MeasureKind.KeySupervision);
        _start = WhereStated(MeasureKind.DeadlineToBuild);

        bool Finds(Category category) => numbers.Rules.Rules.Any(rule => rule.Leads == category);

        ImmutableArray<Measure> WhereStated(MeasureKind kind) =>
            numbers.Rules.Clauses.ContainsKey("measure." + Fields.Codes.Of(kind))
                ? [new(kind, numbers.Clause("measure." + Fields.Codes.Of(kind)))]
                : [];
    }

    /// <summary>
    /// The measures that are open for a plot. One in order has a measure only when it is past its start day and has not begun (build by
    /// a deadline); one on the watch list is supervised beside whatever else is done.
    /// </summary>
    /// <param name="plot">The plot.</param>
    /// <param name="category">Its class.</param>
    /// <param name="idle">How it is idle, where it is.</param>
    /// <param name="deciding">The finding that gave the class, where one did.</param>
    /// <param name="findings">All findings.</param>
    /// <param name="flags">What else is true of the plot.</param>
    public ImmutableArray<Measure> Of(
        Plot plot,
        Category category,
        Idleness? idle,
        Finding? deciding,
        ReadOnlySpan<Finding> findings,
        PlotFlags flags
    )
    {
        var measures = category switch
        {
            Category.Idle => _idle!.Of(plot, idle!.Value),
            Category.UseChanged => _use!.Open,
            Category.LowEfficiency => _low!.Of(findings),
            Category.Undetermined => [new(MeasureKind.CompleteFacts, deciding!.Value.Clause)],
            Category.InOrder when flags.HasFlag(PlotFlags.StartOverdue) => _start,
            _ => [],
        };
        return !flags.HasFlag(PlotFlags.Watch) ? measures
            : measures.Length == 0 ? _watch
            : [.. measures, .. _watch];
    }
}
