using LandLedger.Acreage;

namespace LandLedger.Disposal;

/// <summary>What a list or map rests on: the rules, the day, and which data, in words of the caller (file, imports).</summary>
public sealed record ListBasis(string Package, string Version, DateOnly AsOf, string? Data = null)
{
    public static ListBasis Of(Rules.RuleSet rules, DateOnly asOf, string? data = null) =>
        new(rules.Id, rules.Version, asOf, data);
}

/// <summary>Plots and mu of one class or measure.</summary>
public readonly record struct DisposalTotal<T>(T Of, AcreageSum Sum);

/// <summary>
/// A disposal list (处置清单): rows by class, district and plot number, and what they add up to. A plot stands in one class but
/// may stand under several measures, so only the classes add up to the whole.
/// </summary>
public sealed class DisposalList
{
    private DisposalList(ListBasis basis, Texts texts, DisposalRow[] rows)
    {
        Basis = basis;
        Texts = texts;
        Rows = rows;
        ByCategory =
        [
            .. rows.GroupBy(row => row.Evaluation.Category)
                .OrderBy(group => Rank(group.Key))
                .Select(group => new DisposalTotal<Category>(group.Key, Sum(group))),
        ];
        ByMeasure =
        [
            .. rows.SelectMany(row => row.Evaluation.Measures.Select(m => (m.Kind, m.IfCause)).Distinct(), Pair)
                .GroupBy(pair => pair.Measure, pair => pair.Row)
                .OrderBy(group => group.Key.IfCause is not null)
                .ThenBy(group => group.Key.Kind)
                .ThenBy(group => group.Key.IfCause)
                .Select(group => new DisposalTotal<(MeasureKind, Cause?)>(group.Key, Sum(group))),
        ];
        Total = Sum(rows);
    }

    /// <summary>
    /// What a list shows unless classes are asked for: every plot for which something is to be done now, whatever its class (a plot in
    /// order that is late to start has a deadline to build).
    /// </summary>
    public static bool CallsForAct(Evaluation evaluation) =>
        evaluation.Measures.Any(measure => measure.IfCause is null);

    public ListBasis Basis { get; }

    public Texts Texts { get; }

    public IReadOnlyList<DisposalRow> Rows { get; }

    public IReadOnlyList<DisposalTotal<Category>> ByCategory { get; }

    /// <summary>Measures open now come first; then those that a cause still to be established would open.</summary>
    public IReadOnlyList<DisposalTotal<(MeasureKind Kind, Cause? IfCause)>> ByMeasure { get; }

    public AcreageSum Total { get; }

    /// <summary>Rounded whole less the rounded classes.</summary>
    public Remainder Remainder(int decimals) => Acreage.Remainder.Of(ByCategory.Select(total => total.Sum), decimals);

    /// <summary>Puts the evaluations of one run in order and adds them up.</summary>
    /// <param name="categories">Which classes to list; null lists all, none what <see cref="CallsForAct"/>.</param>
    public static DisposalList Of(
        IEnumerable<Evaluation> evaluations,
        ListBasis basis,
        Texts texts,
        IReadOnlyCollection<Category>? categories = null
    ) =>
        new(
            basis,
            texts,
            [
                .. evaluations
                    .Where(evaluation =>
                        categories is null
                        || (categories.Count == 0 ? CallsForAct(evaluation) : categories.Contains(evaluation.Category))
                    )
                    .OrderBy(evaluation => Rank(evaluation.Category))
                    .ThenBy(evaluation => evaluation.Plot.Zone ?? "\uffff", StringComparer.Ordinal)
                    .ThenBy(evaluation => evaluation.Plot.Number, StringComparer.Ordinal)
                    .ThenBy(evaluation => evaluation.Plot.County, StringComparer.Ordinal)
                    .Select(evaluation => new DisposalRow(evaluation, texts)),
            ]
        );

    /// <summary>The order of the list: what must be acted on first.</summary>
    private static int Rank(Category category) =>
        category switch
        {
            Category.Idle => 0,
            Category.UseChanged => 1,
            Category.LowEfficiency => 2,
            Category.Undetermined => 3,
            Category.NotSupplied => 4,
            Category.Reserve => 5,
            _ => 6,
        };

    private static (DisposalRow Row, (MeasureKind Kind, Cause? IfCause) Measure) Pair(
        DisposalRow row,
        (MeasureKind, Cause?) measure
    ) => (row, measure);

    private static AcreageSum Sum(IEnumerable<DisposalRow> rows) =>
        rows.Aggregate(default(AcreageSum), (sum, row) => sum + AcreageSum.Of(row.Plot));
}
