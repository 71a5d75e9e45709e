using LandLedger.Acreage;
using LandLedger.Fields;

namespace LandLedger.Disposal;

/// <summary>Plots and mu of one class or measure.</summary>
public readonly record struct DisposalTotal<T>(T Of, AcreageSum Sum);

/// <summary>
/// What judged plots add up to, counted as they come. A plot stands in one class but may stand under several measures, so only
/// the classes add up to the whole.
/// </summary>
public sealed class DisposalTotals
{
    private readonly Dictionary<Category, AcreageSum> _categories = [];
    private readonly Dictionary<(MeasureKind Kind, Cause? IfCause), AcreageSum> _measures = [];
    private readonly Dictionary<INeeded, int> _missing = [];

    /// <summary>In the order of the list.</summary>
    public IReadOnlyList<DisposalTotal<Category>> ByCategory =>
        [
            .. _categories
                .OrderBy(pair => DisposalOrder.Rank(pair.Key))
                .Select(pair => new DisposalTotal<Category>(pair.Key, pair.Value)),
        ];

    /// <summary>Measures open now come first; then those that a cause still to be established would open.</summary>
    public IReadOnlyList<DisposalTotal<(MeasureKind Kind, Cause? IfCause)>> ByMeasure =>
        [
            .. _measures
                .OrderBy(pair => pair.Key.IfCause is not null)
                .ThenBy(pair => pair.Key.Kind)
                .ThenBy(pair => pair.Key.IfCause)
                .Select(pair => new DisposalTotal<(MeasureKind, Cause?)>(pair.Key, pair.Value)),
        ];

    /// <summary>How many plots are undetermined for want of each field of theirs or number of the package, the most wanted first.</summary>
    public IReadOnlyList<(INeeded Needed, int Plots)> ByMissing =>
        [
            .. _missing
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key.Id, StringComparer.Ordinal)
                .Select(pair => (pair.Key, pair.Value)),
        ];

    public AcreageSum Total { get; private set; }

    public void Add(Evaluation evaluation)
    {
        var sum = AcreageSum.Of(evaluation.Plot);
        Total += sum;
        _categories[evaluation.Category] = _categories.GetValueOrDefault(evaluation.Category) + sum;
        AddMeasures(evaluation.Measures, sum);
        foreach (var needed in evaluation.Missing)
            _missing[needed] = _missing.GetValueOrDefault(needed) + 1;
    }

    /// <summary>A plot counts once under each measure.</summary>
    private void AddMeasures(IReadOnlyList<Measure> measures, AcreageSum sum)
    {
        for (var i = 0; i < measures.Count; i++)
        {
            var measure = (measures[i].Kind, measures[i].IfCause);
            var again = false;
            for (var k = 0; k < i && !again; k++)
                again = measure == (measures[k].Kind, measures[k].IfCause);
            if (!again)
                _measures[measure] = _measures.GetValueOrDefault(measure) + sum;
        }
    }

    /// <summary>Adds what other plots add up to.</summary>
    public void Add(DisposalTotals others)
    {
        Total += others.Total;
        foreach (var (category, sum) in others._categories)
            _categories[category] = _categories.GetValueOrDefault(category) + sum;
        foreach (var (measure, sum) in others._measures)
            _measures[measure] = _measures.GetValueOrDefault(measure) + sum;
        foreach (var (needed, plots) in others._missing)
            _missing[needed] = _missing.GetValueOrDefault(needed) + plots;
    }

    /// <summary>Rounded whole less the rounded classes.</summary>
    public Remainder Remainder(int decimals) => Acreage.Remainder.Of(_categories.Values, decimals);
}
