using LandLedger.Fields;

namespace LandLedger.Rules;

/// <summary>
/// The bench at which rules judge: one plot, one day, the numbers of that day, and a notebook of conditions that is reused from
/// plot to plot. Not thread-safe; one for each worker.
/// </summary>
public sealed class Judgement
{
    private Condition[] _noted = new Condition[16];
    private int _count;

    public Judgement(Thresholds numbers) => Numbers = numbers;

    public Thresholds Numbers { get; }

    public DateOnly AsOf => Numbers.AsOf;

    public Plot Plot { get; private set; } = null!;

    /// <summary>How the plot is idle; set by the idle rule that is met.</summary>
    public IdleLand.Idleness? Idleness { get; set; }

    /// <summary>Past its start day and not begun, but for less than the full year; set by the idle rule.</summary>
    public bool StartOverdue { get; set; }

    /// <summary>The clause of a key that the rule lists.</summary>
    public LawReference Clause(string key) => Numbers.Clause(key);

    public void Open(Plot plot)
    {
        Plot = plot;
        Idleness = null;
        StartOverdue = false;
        _count = 0;
    }

    /// <summary>Notes a condition and hands its outcome back.</summary>
    public Outcome Note(
        string id,
        Outcome outcome,
        in Fact value,
        in Fact limit,
        LawReference clause,
        IReadOnlyList<INeeded>? missing = null
    )
    {
        if (_count == _noted.Length)
            Array.Resize(ref _noted, _count * 2);
        _noted[_count++] = new(id, outcome, value, limit, clause, missing ?? []);
        return outcome;
    }

    /// <summary>Takes the conditions noted so far for the finding of one rule.</summary>
    internal Condition[] TakeConditions()
    {
        var taken = _noted.AsSpan(0, _count).ToArray();
        _count = 0;
        return taken;
    }
}
