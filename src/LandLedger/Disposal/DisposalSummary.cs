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

    private DisposalSummary(int most) => _most = most;

    public DisposalTotals Totals { get; } = new();

    /// <summary>In the order of the list; plots in order are left out.</summary>
    public IEnumerable<Evaluation> First =>
        _first.UnorderedItems.Select(item => item.Element).Order(DisposalOrder.Instance);

    /// <summary>How many plots follow the first ones.</summary>
    public int More { get; private set; }

    /// <summary>Sums up all plots and keeps so many of them at most.</summary>
    public static DisposalSummary Of(Stretched<Evaluation> evaluations, int most)
    {
        var whole = new DisposalSummary(most);
        foreach (var part in evaluations.Through(stretch => (DisposalSummary[])[Of(stretch, most)]))
        {
            whole.Totals.Add(part.Totals);
            whole.More += part.More;
            foreach (var (evaluation, _) in part._first.UnorderedItems)
                whole.Keep(evaluation);
        }
        return whole;
    }

    private static DisposalSummary Of(IEnumerable<Evaluation> stretch, int most)
    {
        var part = new DisposalSummary(most);
        foreach (var evaluation in stretch)
        {
            part.Totals.Add(evaluation);
            if (evaluation.Category != Category.InOrder)
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
