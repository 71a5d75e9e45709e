namespace LandLedger.Appraisal.Scoring;

/// <summary>One indicator over the firms of a group: takes their values, settles what they are held against, gives their points.</summary>
internal sealed class Column(Indicator indicator, int members, int decimals)
{
    private readonly IndicatorRatio _ratio = IndicatorRatio.Of(indicator.Kind);
    private readonly IndicatorValue[] _values = new IndicatorValue[members];
    private ValueRange _range = new(
        IndicatorRatio.Of(indicator.Kind),
        indicator.Benchmark is { Kind: BenchmarkKind.GroupTotal }
    );

    /// <summary>Known once it is settled.</summary>
    public IndicatorBasis Basis { get; private set; } = new(indicator, null, null, null);

    /// <summary>Takes the value of a firm.</summary>
    /// <param name="at">Place of the firm in the group.</param>
    public void Take(int at, FirmFigures firm)
    {
        ref var value = ref _values[at];
        value = _ratio.Of(firm);
        if (Counts(value.Outcome))
            _range.Add(value.Value, firm);
    }

    /// <summary>All values have been taken.</summary>
    public void Settle(IReadOnlyDictionary<IndicatorKind, decimal>? lastYear) =>
        Basis = new(indicator, _range.Benchmark(indicator, lastYear), _range.Least, _range.Greatest);

    /// <summary>Puts in the score of each member, in their order.</summary>
    /// <param name="rows">By member, then by indicator.</param>
    /// <param name="place">Of this indicator.</param>
    public void Score(IndicatorScore[][] rows, int place)
    {
        var scored = 0;
        decimal sum = 0;
        for (var at = 0; at < rows.Length; at++)
        {
            if (!Counts(_values[at].Outcome))
                continue;
            ref var score = ref rows[at][place];
            score = ByFormula(_values[at]);
            if (score.Points is not { } points)
                continue;
            scored++;
            sum += points;
        }
        decimal? mean = scored > 0 ? Rounding.HalfUp(sum / scored, decimals) : null;
        for (var at = 0; at < rows.Length; at++)
        {
            if (!Counts(_values[at].Outcome))
                rows[at][place] = ByPolicy(_values[at], mean);
        }
    }

    /// <summary>Whether a value is scored by the formula, and counts in mean and ends of the group.</summary>
    private bool Counts(ValueOutcome outcome) =>
        outcome == ValueOutcome.Known
        || (outcome == ValueOutcome.Negative && indicator.Negative?.Answer == ScoreAnswer.AsIs);

    private IndicatorScore ByFormula(in IndicatorValue value)
    {
        if (Basis.Factor(value.Value, out var outcome) is not { } factor)
            return new(Basis, outcome, value, null);
        var points = Rounding.HalfUp(indicator.Cap(factor) * indicator.Weight.Value, decimals);
        return new(Basis, outcome, value, points);
    }

    private IndicatorScore ByPolicy(in IndicatorValue value, decimal? mean)
    {
        var (outcome, points) = (value.Outcome, indicator.For(value.Outcome)) switch
        {
            (ValueOutcome.Absurd, _) => (ScoreOutcome.Absurd, (decimal?)null),
            (_, null) => (ScoreOutcome.Unsaid, null),
            (_, { Answer: ScoreAnswer.GroupMean }) => (
                mean is null ? ScoreOutcome.NoMean : ScoreOutcome.ByPolicy,
                mean
            ),
            (_, { Answer: ScoreAnswer.Zero }) => (ScoreOutcome.ByPolicy, 0m),
            (_, { Answer: ScoreAnswer.Penalty, Points: var off }) => (ScoreOutcome.ByPolicy, -off),
            _ => (ScoreOutcome.NoGrade, null),
        };
        return new(Basis, outcome, value, points);
    }
}
