namespace LandLedger.Appraisal.Scoring;

/// <summary>One indicator over the firms of a group: their values, what they are held against, their points.</summary>
internal sealed class Column
{
    private readonly Indicator _indicator;
    private readonly IndicatorValue[] _values;
    private readonly int _decimals;
    private readonly decimal _min;
    private readonly decimal _max;

    public Column(
        Indicator indicator,
        FirmFigures[] firms,
        IReadOnlyDictionary<IndicatorKind, decimal>? lastYear,
        int decimals
    )
    {
        (_indicator, _decimals) = (indicator, decimals);
        var ratio = IndicatorRatio.Of(indicator.Kind);
        _values = new IndicatorValue[firms.Length];
        var count = 0;
        decimal sum = 0,
            over = 0,
            under = 0;
        for (var at = 0; at < firms.Length; at++)
        {
            _values[at] = ratio.Of(firms[at]);
            if (!Counts(_values[at].Outcome))
                continue;
            var value = _values[at].Value;
            (_min, _max) = count == 0 ? (value, value) : (Math.Min(_min, value), Math.Max(_max, value));
            count++;
            sum += value;
            over += firms[at].Of(ratio.Over)!.Value;
            under += firms[at].Of(ratio.Under)!.Value;
        }
        Benchmark = indicator.Benchmark switch
        {
            null => null,
            { Kind: BenchmarkKind.Given } given => given.Number,
            { Kind: BenchmarkKind.LastYearMean } mean => lastYear is not null
            && lastYear.TryGetValue(indicator.Kind, out var former)
                ? former * mean.Number
                : null,
            _ when count == 0 => null,
            { Kind: BenchmarkKind.GroupMean } => sum / count,
            { Kind: BenchmarkKind.GroupTotal } => over / under * ratio.Scale,
            _ => _max,
        };
    }

    public decimal? Benchmark { get; }

    /// <summary>The points of each firm, in the order of the firms.</summary>
    public IndicatorScore[] Scores()
    {
        var scores = new IndicatorScore[_values.Length];
        var scored = 0;
        decimal sum = 0;
        for (var at = 0; at < scores.Length; at++)
        {
            scores[at] = Counts(_values[at].Outcome) ? ByFormula(_values[at]) : default;
            if (scores[at] is not { Outcome: ScoreOutcome.Scored, Points: { } points })
                continue;
            scored++;
            sum += points;
        }
        decimal? mean = scored > 0 ? Rounding.HalfUp(sum / scored, _decimals) : null;
        for (var at = 0; at < scores.Length; at++)
        {
            if (!Counts(_values[at].Outcome))
                scores[at] = ByPolicy(_values[at], mean);
        }
        return scores;
    }

    /// <summary>Whether a value is scored by the formula, and counts in mean and ends of the group.</summary>
    private bool Counts(ValueOutcome outcome) =>
        outcome == ValueOutcome.Known
        || (outcome == ValueOutcome.Negative && _indicator.Negative?.Answer == ScoreAnswer.AsIs);

    private IndicatorScore ByFormula(IndicatorValue value)
    {
        if (Factor(value.Value, out var outcome) is not { } factor)
            return new(_indicator, outcome, value, Shown, null, null, null, null);
        var capped = factor;
        if (_indicator.MinFactor is { } floor && capped < floor.Value)
            capped = floor.Value;
        if (_indicator.MaxFactor is { } cap && capped > cap.Value)
            capped = cap.Value;
        var points = Rounding.HalfUp(capped * _indicator.Weight.Value, _decimals);
        var policy = value.Outcome == ValueOutcome.Negative ? _indicator.Negative : null;
        return new(_indicator, outcome, value, Shown, factor, capped, policy, points);
    }

    private decimal? Factor(decimal value, out ScoreOutcome outcome)
    {
        outcome = ScoreOutcome.Scored;
        if (_indicator.Formula is { Form: ScoreForm.MinMax } minMax)
        {
            if (_min == _max)
                outcome = ScoreOutcome.NoSpread;
            var start = minMax.Base!.Value.Value;
            return _min == _max ? null : (start + (100 - start) * (value - _min) / (_max - _min)) / 100;
        }
        if (Benchmark is not { } benchmark || benchmark <= 0)
        {
            outcome = ScoreOutcome.NoBenchmark;
            return null;
        }
        return _indicator.Formula.Form == ScoreForm.Ratio
            ? value / benchmark
            : _indicator.Formula.From!.Value.Value - value / benchmark;
    }

    private IndicatorScore ByPolicy(IndicatorValue value, decimal? mean)
    {
        var policy = _indicator.For(value.Outcome);
        var (outcome, points) = (value.Outcome, policy) switch
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
        return new(_indicator, outcome, value, Shown, null, null, policy, points);
    }

    private decimal? Shown => _indicator.Formula.Form == ScoreForm.MinMax ? _max : Benchmark;
}
