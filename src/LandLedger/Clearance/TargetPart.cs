using LandLedger.Acreage;

namespace LandLedger.Clearance;

/// <summary>How far a target of a year is reached.</summary>
/// <param name="Target">Null for the plots that no target of the breakdown is about.</param>
/// <param name="Line">Of the plots that it is about.</param>
public sealed record TargetLine(YearTarget? Target, ClearanceLine Line)
{
    /// <summary>Plots that are still to be cleared; 0 when reached, null where none are set.</summary>
    public int? PlotsLeft => Target?.Target.Plots is { } plots ? Math.Max(0, plots - Line.Cleared.Plots) : null;

    /// <summary>Stated mu that are still to be cleared; 0 when reached, null where none are set.</summary>
    public decimal? MuLeft => Target?.Target.Mu is { } mu ? Math.Max(0, mu - Line.Cleared.Stated.Mu) : null;

    /// <summary>Null where nothing is set.</summary>
    public bool? IsReached => Target?.Target.IsReached(Line);
}

/// <summary>
/// The targets that are bounded by the same things, such as those of each unit: each plot of the stock stands in one line, so that the lines close with
/// the stock.
/// </summary>
/// <param name="By">Of category, measure and unit in this order; empty for the target of the whole stock.</param>
/// <param name="Lines">In the order of the file; what no target is about comes last, where there is such.</param>
public sealed record TargetPart(IReadOnlyList<string> By, IReadOnlyList<TargetLine> Lines)
{
    /// <summary>What its targets add up to; null where one sets no plots.</summary>
    public int? Plots => Set.All(set => set.Plots is not null) ? Set.Sum(set => set.Plots!.Value) : null;

    /// <summary>The same in mu.</summary>
    public decimal? Mu => Set.All(set => set.Mu is not null) ? Set.Sum(set => set.Mu!.Value) : null;

    private IEnumerable<ClearanceTarget> Set => Lines.Select(line => line.Target?.Target).OfType<ClearanceTarget>();
}

/// <summary>Makes the lines of the targets of a year, as plots are added.</summary>
internal sealed class TargetParts
{
    private readonly List<(IReadOnlyList<string> By, YearTarget[] Targets, ClearanceLine[] Lines)> _parts;

    public TargetParts(IEnumerable<YearTarget> targets) =>
        _parts = [
            .. targets
                .GroupBy(target => string.Join(' ', target.By), StringComparer.Ordinal)
                .OrderBy(part => part.First().By.Count)
                .Select(part => (part.First().By, part.ToArray(), Empty(part.Count() + 1))),
        ];

    public void Add(Category category, string? measure, string? unit, in AcreageSum sum, ClearanceOutcome outcome)
    {
        foreach (var (_, targets, lines) in _parts)
        {
            var at = Array.FindIndex(targets, target => target.Holds(category, measure, unit));
            ref var line = ref lines[at < 0 ? targets.Length : at];
            line = line.With(sum, outcome);
        }
    }

    public IReadOnlyList<TargetPart> Done() =>
        [
            .. _parts.Select(part => new TargetPart(
                part.By,
                [
                    .. part.Targets.Select((target, i) => new TargetLine(target, part.Lines[i])),
                    .. part.Lines[^1].Stock.Plots > 0
                        ? [new TargetLine(null, part.Lines[^1])]
                        : Array.Empty<TargetLine>(),
                ]
            )),
        ];

    private static ClearanceLine[] Empty(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => ClearanceLines.Empty(null))];
}
