using LandLedger.Streams;

namespace LandLedger.Disposal;

/// <summary>
/// What the plots of a park add up to, and those that come first in a list. Only these are kept, however many plots there are;
/// stretches are summed up where they are judged.
/// </summary>
public sealed class DisposalSummary
{
    private static readonly Comparer<Evaluation> LastFirst = Comparer<Evaluation>.Create(
        (left, right) => DisposalOrder.Instance.Compare(right, left)
    );

    private readonly PriorityQueue<Evaluation, Evaluation> _first = new(LastFirst);
    private readonly int _most;

    /// <summary>The last of the first ones, as soon as there are enough; only ever replaced by an earlier one.</summary>
    private volatile Evaluation? _last;

    private DisposalSummary(int most) => _most = most;

    public DisposalTotals Totals { get; } = new();

    /// <summary>In the order of the list; plots in order for which nothing is to be done are left out.</summary>
    public IEnumerable<Evaluation> First =>
        _first.UnorderedItems.Select(item => item.Element).Order(DisposalOrder.Instance);

    /// <summary>How many plots follow the first ones.</summary>
    public int More { get; private set; }

    /// <summary>Sums up all plots and keeps so many of them at most.</summary>
    public static DisposalSummary Of(Stretched<Evaluation> evaluations, int most)
    {
        var whole = new DisposalSummary(most);
        foreach (var part in evaluations.Through(stretch => (DisposalSummary[])[whole.PartOf(stretch)]))
        {
            whole.Totals.Add(part.Totals);
            whole.More += part.More;
            foreach (var (evaluation, _) in part._first.UnorderedItems)
                whole.Keep(evaluation);
            whole._last = whole._first.Count < most ? null : whole._first.Peek();
        }
        return whole;
    }

    /// <summary>A stretch summed up by itself; plots that come after all that the whole keeps already are only counted.</summary>
    private DisposalSummary PartOf(IEnumerable<Evaluation> stretch)
    {
        var part = new DisposalSummary(_most);
        foreach (var evaluation in stretch)
        {
            part.Totals.Add(evaluation);
            if (evaluation.CountsAs == Category.InOrder && !DisposalList.CallsForAct(evaluation))
                continue;
            if (_last is { } last && DisposalOrder.Instance.Compare(evaluation, last) > 0)
                part.More++;
            else
                part.Keep(evaluation);
        }
        return part;
    }

    private void Keep(Evaluation evaluation)
    {
        if (_first.Count < _most)
        {
            _first.Enqueue(evaluation, evaluation);
            return;
        }
        More++;
        _first.EnqueueDequeue(evaluation, evaluation);
    }
}
