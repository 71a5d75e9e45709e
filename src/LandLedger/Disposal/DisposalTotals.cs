using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using LandLedger.Acreage;
using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger.Disposal;

/// <summary>Plots and mu of one class or measure.</summary>
public readonly record struct DisposalTotal<T>(T Of, AcreageSum Sum);

/// <summary>
/// What judged plots add up to, counted as they come. A plot stands in one class but may stand under several measures, so only
/// the classes add up to the whole.
/// </summary>
public sealed class DisposalTotals
{
    private static readonly Category[] Categories = Enum.GetValues<Category>();
    private static readonly PlotFlags[] Flags = [.. Enum.GetValues<PlotFlags>().Where(flag => flag != PlotFlags.None)];
    private static readonly MeasureKind[] Kinds = Enum.GetValues<MeasureKind>();
    private static readonly Cause[] Causes = Enum.GetValues<Cause>();

    private readonly AcreageSum[] _categories = new AcreageSum[Categories.Length];

    /// <summary>All kinds that are open now, then all that a first cause would open, and so on.</summary>
    private readonly AcreageSum[] _measures = new AcreageSum[Kinds.Length * (1 + Causes.Length)];
    private readonly AcreageSum[] _flags = new AcreageSum[Flags.Length];
    private readonly Dictionary<(Category Set, Category Computed), AcreageSum> _set = [];
    private readonly Dictionary<INeeded, int> _missing = [];
    private int[] _notJudged = [];
    private IReadOnlyList<string> _rules = [];

    /// <summary>By the class that counts, in the order of the list.</summary>
    public IReadOnlyList<DisposalTotal<Category>> ByCategory =>
        [
            .. Categories
                .Where(category => _categories[(int)category].Plots > 0)
                .OrderBy(DisposalOrder.Rank)
                .Select(category => new DisposalTotal<Category>(category, _categories[(int)category])),
        ];

    /// <summary>Measures open now come first; then those that a cause still to be established would open.</summary>
    public IReadOnlyList<DisposalTotal<(MeasureKind Kind, Cause? IfCause)>> ByMeasure =>
        [
            .. Kinds
                .SelectMany(kind => Causes.Select(cause => (kind, IfCause: (Cause?)cause)).Prepend((kind, null)))
                .Where(measure => _measures[Place(measure.kind, measure.IfCause)].Plots > 0)
                .OrderBy(measure => measure.IfCause is not null)
                .Select(measure => new DisposalTotal<(MeasureKind, Cause?)>(
                    measure,
                    _measures[Place(measure.kind, measure.IfCause)]
                )),
        ];

    /// <summary>What is true beside the class; a plot stands under each of its flags.</summary>
    public IReadOnlyList<DisposalTotal<PlotFlags>> ByFlag =>
        [
            .. Flags
                .Select((flag, i) => new DisposalTotal<PlotFlags>(flag, _flags[i]))
                .Where(total => total.Sum.Plots > 0),
        ];

    /// <summary>Of the plots that a case set a class of: what the rules give, and what was set, in the order of the list.</summary>
    public IReadOnlyList<DisposalTotal<(Category Computed, Category Set)>> BySet =>
        [
            .. _set.OrderBy(pair => DisposalOrder.Rank(pair.Key.Set))
                .ThenBy(pair => DisposalOrder.Rank(pair.Key.Computed))
                .Select(pair => new DisposalTotal<(Category, Category)>((pair.Key.Computed, pair.Key.Set), pair.Value)),
        ];

    /// <summary>Plots that a case holds off lists for certain.</summary>
    public AcreageSum Held { get; private set; }

    /// <summary>Plots of which nobody can tell whether a case holds them off lists; they are in the total.</summary>
    public AcreageSum MayBeHeld { get; private set; }

    /// <summary>What would stand in the list and is kept off it by a case; nothing where holds are listed. Not in the total.</summary>
    public AcreageSum HeldBack { get; init; }

    /// <summary>
    /// How many plots each rule did not judge because the package lets it wait for what is missing; of the rules that did so, in the order
    /// of the package.
    /// </summary>
    public IReadOnlyList<(string Rule, int Plots)> ByRuleNotJudged =>
        [.. _notJudged.Select((plots, i) => (_rules[i], plots)).Where(rule => rule.plots > 0)];

    /// <summary>How many plots the rules leave undetermined for want of each field of theirs or number of the package, the most wanted first.</summary>
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
        _categories[(int)evaluation.CountsAs] += sum;
        AddCases(evaluation, sum);
        AddMeasures(evaluation.Measures, sum);
        AddFlags(evaluation.Flags, sum);
        AddNotJudged(evaluation);
        for (var i = 0; i < evaluation.Missing.Count; i++)
            Miss(evaluation.Missing[i], 1);
    }

    /// <summary>Adds what other plots add up to.</summary>
    public void Add(DisposalTotals others)
    {
        Total += others.Total;
        Add(_categories, others._categories);
        Add(_measures, others._measures);
        Add(_flags, others._flags);
        Held += others.Held;
        MayBeHeld += others.MayBeHeld;
        foreach (var (set, sum) in others._set)
            AddSet(set, sum);
        AddNotJudged(others);
        foreach (var (needed, plots) in others._missing)
            Miss(needed, plots);
    }

    /// <summary>What was added up before, as a list was issued with it; what was wanted for undetermined plots is not told again.</summary>
    internal static DisposalTotals Of(
        AcreageSum total,
        IEnumerable<DisposalTotal<Category>> categories,
        IEnumerable<DisposalTotal<(MeasureKind Kind, Cause? IfCause)>> measures,
        IEnumerable<DisposalTotal<PlotFlags>> flags,
        IEnumerable<DisposalTotal<(Category Computed, Category Set)>> set,
        (AcreageSum Listed, AcreageSum Back, AcreageSum May) held,
        IReadOnlyList<(string Rule, int Plots)> notJudged
    )
    {
        var totals = new DisposalTotals
        {
            Total = total,
            Held = held.Listed,
            HeldBack = held.Back,
            MayBeHeld = held.May,
            _rules = [.. notJudged.Select(one => one.Rule)],
            _notJudged = [.. notJudged.Select(one => one.Plots)],
        };
        foreach (var (category, sum) in categories)
            totals._categories[(int)category] = sum;
        foreach (var (measure, sum) in measures)
            totals._measures[Place(measure.Kind, measure.IfCause)] = sum;
        foreach (var (flag, sum) in flags)
            totals._flags[BitOperations.TrailingZeroCount((int)flag)] = sum;
        foreach (var (classes, sum) in set)
            totals.AddSet((classes.Set, classes.Computed), sum);
        return totals;
    }

    /// <summary>Rounded whole less the rounded classes.</summary>
    public Remainder Remainder(int decimals) => Acreage.Remainder.Of(_categories, decimals);

    private void AddCases(Evaluation evaluation, in AcreageSum sum)
    {
        if (evaluation.Cases is not { } cases)
            return;
        if (cases.IsHeld is not { } held)
            MayBeHeld += sum;
        else if (held)
            Held += sum;
        if (cases.Counts is { } set)
            AddSet((set, evaluation.Category), sum);
    }

    private void AddSet((Category Set, Category Computed) set, in AcreageSum sum) =>
        _set[set] = _set.GetValueOrDefault(set) + sum;

    /// <summary>A plot counts once under each measure.</summary>
    private void AddMeasures(ImmutableArray<Measure> measures, in AcreageSum sum)
    {
        for (var i = 0; i < measures.Length; i++)
        {
            var place = Place(measures[i].Kind, measures[i].IfCause);
            var again = false;
            for (var k = 0; k < i && !again; k++)
                again = place == Place(measures[k].Kind, measures[k].IfCause);
            if (!again)
                _measures[place] += sum;
        }
    }

    private void AddFlags(PlotFlags flags, in AcreageSum sum)
    {
        for (var set = (int)flags; set != 0; set &= set - 1)
            _flags[BitOperations.TrailingZeroCount(set)] += sum;
    }

    private void AddNotJudged(Evaluation evaluation)
    {
        if (_rules.Count == 0)
            Count([.. evaluation.Rules.Rules.Select(rule => rule.Id)]);
        for (var set = evaluation.NotJudged; set != 0; set &= set - 1)
            _notJudged[BitOperations.TrailingZeroCount(set)]++;
    }

    private void AddNotJudged(DisposalTotals others)
    {
        Count(others._rules);
        for (var i = 0; i < others._notJudged.Length; i++)
            _notJudged[i] += others._notJudged[i];
    }

    /// <summary>All that are added up were judged by one package.</summary>
    private void Count(IReadOnlyList<string> rules)
    {
        if (_rules.Count == 0 && rules.Count > 0)
            (_rules, _notJudged) = (rules, new int[rules.Count]);
    }

    private void Miss(INeeded needed, int plots) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_missing, needed, out _) += plots;

    private static void Add(AcreageSum[] sums, AcreageSum[] others)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            if (others[i].Plots > 0)
                sums[i] += others[i];
        }
    }

    private static int Place(MeasureKind kind, Cause? ifCause) =>
        (int)kind + (ifCause is { } cause ? ((int)cause + 1) * Kinds.Length : 0);
}
