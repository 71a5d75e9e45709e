namespace LandLedger.Appraisal.Scoring;

/// <summary>Ends and sums of the values of a group that count.</summary>
/// <param name="addsFigures">Whether the figures are added up beside the values.</param>
internal struct ValueRange(IndicatorRatio ratio, bool addsFigures)
{
    private int _count;
    private decimal _sum;
    private decimal _over;
    private decimal _under;

    public decimal? Least { get; private set; }

    public decimal? Greatest { get; private set; }

    public void Add(decimal value, FirmFigures firm)
    {
        _count++;
        _sum += value;
        if (Least is not { } least || value < least)
            Least = value;
        if (Greatest is not { } greatest || value > greatest)
            Greatest = value;
        if (!addsFigures)
            return;
        _over += firm.Of(ratio.Over)!.Value;
        _under += firm.Of(ratio.Under)!.Value;
    }

    /// <summary>The benchmark of an indicator; null where it is not known, or none is needed.</summary>
    public readonly decimal? Benchmark(Indicator indicator, IReadOnlyDictionary<IndicatorKind, decimal>? lastYear) =>
        indicator.Benchmark switch
        {
            null => null,
            { Kind: BenchmarkKind.Given } given => given.Number,
            { Kind: BenchmarkKind.LastYearMean } mean => lastYear is not null
            && lastYear.TryGetValue(indicator.Kind, out var former)
                ? former * mean.Number
                : null,
            _ when _count == 0 => null,
            { Kind: BenchmarkKind.GroupMean } => _sum / _count,
            { Kind: BenchmarkKind.GroupTotal } => _over / _under * ratio.Scale,
            _ => Greatest,
        };
}
