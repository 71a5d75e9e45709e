using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LandLedger.Cases;
using LandLedger.Metrics;

namespace LandLedger;

/// <summary>
/// What the rules say of a plot on a day (评估结果): list row, map feature, report figure and explanation are all read off this
/// one object, so they cannot disagree. Pure: the same plot, day and rule set give the same evaluation.
/// </summary>
public sealed class Evaluation
{
    private Finding[]? _findings;
    private ImmutableArray<Measure> _measures;
    private PerMuFigures? _perMu;

    public required Plot Plot { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>Package id and version that judged.</summary>
    public required Rules.RuleSet Rules { get; init; }

    /// <summary>The class that the rules give (系统判定类别).</summary>
    public required Category Category { get; init; }

    /// <summary>What its open cases say of the plot on the day; null where it has none.</summary>
    public PlotCases? Cases { get; internal set; }

    /// <summary>The class that counts, in lists, sums and colours: the one that a case set, else the one that the rules give;
    /// undetermined where nobody can tell whether a case set one (<see cref="PlotCases.MaySet"/>).</summary>
    public Category CountsAs => Cases?.Counts ?? Category;

    /// <summary>Whether a case set another class than the rules give, or may have set one.</summary>
    public bool IsSetApart => CountsAs != Category || Cases is { MaySet.Count: > 0 };

    public PlotFlags Flags { get; init; }

    /// <summary>Cause of idleness; null unless the plot is idle.</summary>
    public Cause? Cause { get; init; }

    /// <summary>First day on which the plot counts as idle, when it is idle and that day is known.</summary>
    public DateOnly? IdleSince { get; init; }

    /// <summary>All rules of the set in order of judgement.</summary>
    public required ImmutableArray<Finding> Findings
    {
        get => ImmutableCollectionsMarshal.AsImmutableArray(_findings ??= By!.FindingsOf(Plot));
        init => _findings = ImmutableCollectionsMarshal.AsArray(value);
    }

    /// <summary>Whether a list gives a reason: nothing is said of most plots in order, or not yet supplied.</summary>
    internal bool HasReason => Says(Category, Flags);

    internal static bool Says(Category category, PlotFlags flags) =>
        category is not (Category.InOrder or Category.NotSupplied or Category.Reserve)
        || (flags & (PlotFlags.StartOverdue | PlotFlags.Watch)) != PlotFlags.None;

    /// <summary>One bit for each rule of the package, by its place, that did not judge the plot.</summary>
    internal ulong NotJudged { get; init; }

    /// <summary>One bit for each rule that a list names as a reason, by its place, and the highest bit; 0 until a list has asked.</summary>
    internal ulong Deciding { get; set; }

    /// <summary>Who judges once more when findings that were not kept are asked for.</summary>
    internal Rules.Evaluator? By { get; init; }

    /// <summary>
    /// The measures that are open. They rest on the class that the rules give: where a case set another one, those of that class are not open,
    /// and the class set opens none by itself; supervision stays. Where one may have set another class nobody can tell whether they are open.
    /// </summary>
    public required ImmutableArray<Measure> Measures
    {
        get => IsSetApart ? [.. _measures.Where(measure => measure.Kind == MeasureKind.KeySupervision)] : _measures;
        init => _measures = value;
    }

    /// <summary>The measures that are not open because a case set another class than the one that they rest on.</summary>
    public ImmutableArray<Measure> ClosedMeasures =>
        IsSetApart ? [.. _measures.Where(measure => measure.Kind != MeasureKind.KeySupervision)] : [];

    /// <summary>Decimals that a figure per mu is shown with, so that it does not look like a limit that it is not.</summary>
    internal int DecimalsOf(decimal perMu) =>
        By?.PerMuLimits.Decimals(perMu) ?? Rounding.Decimals(perMu, LandLedger.Rules.PerMuLimits.Usual);

    /// <summary>By the area that the package divides by; worked out when it is asked for.</summary>
    public PerMuFigures PerMu => _perMu ??= PlotFigures.Of(Plot, Rules.PerMuBasis, AsOf);

    /// <summary>Fields of the plot and numbers of the package whose absence keeps the plot undetermined; empty otherwise.</summary>
    public IReadOnlyList<Fields.INeeded> Missing { get; init; } = [];
}
