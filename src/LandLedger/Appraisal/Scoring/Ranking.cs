namespace LandLedger.Appraisal.Scoring;

/// <summary>Puts firms in one order: more points first, then as the ties say. No two are equal.</summary>
internal sealed class Ranking(Ties ties, int capacity)
{
    private readonly List<Row> _rows = new(capacity);

    public int Count => _rows.Count;

    /// <summary>Takes a firm into the order.</summary>
    /// <param name="at">Place of the firm in the group.</param>
    public void Add(int at, decimal total, FirmFigures firm) =>
        _rows.Add(
            new(
                at,
                total,
                IndicatorRatio.Of(IndicatorKind.TaxPerMu).Of(firm) is var tax && HasValue(tax) ? tax.Value : null,
                firm.Code
            )
        );

    /// <summary>By place in the group, among so many: the place in the order, from 1; 0 of those that are not ranked.</summary>
    public int[] Places(int members)
    {
        _rows.Sort(Compare);
        var places = new int[members];
        for (var rank = 0; rank < _rows.Count; rank++)
            places[_rows[rank].At] = rank + 1;
        return places;
    }

    private static bool HasValue(IndicatorValue value) => value.Outcome is ValueOutcome.Known or ValueOutcome.Negative;

    private int Compare(Row one, Row other)
    {
        var order = other.Total.CompareTo(one.Total);
        for (var i = 0; order == 0 && i < ties.By.Count; i++)
        {
            order =
                ties.By[i] == TieBreak.CreditCode
                    ? string.CompareOrdinal(one.Code, other.Code)
                    : Nullable.Compare(other.TaxPerMu, one.TaxPerMu);
        }
        return order;
    }

    private readonly record struct Row(int At, decimal Total, decimal? TaxPerMu, string Code);
}
