namespace LandLedger.Rules.IdleLand;

/// <summary>What the day on which building should begin is taken from.</summary>
internal enum StartBasis
{
    None,
    Agreed,
    Supplement,
    Deemed,
}

/// <summary>
/// The day on which building should begin (动工开发日期): the agreed one, else the day of delivery and the years of art. 22, else
/// unknown. The agreed day of delivery is no delivery.
/// </summary>
/// <param name="Day">The day, the later one where two may count.</param>
/// <param name="Basis">What it is taken from.</param>
/// <param name="Former">The day that a supplement moved.</param>
/// <param name="Earlier">The day that counts if a supplement without a day of signing does not, or the other way round; else null.</param>
internal readonly record struct StartDay(DateOnly? Day, StartBasis Basis, DateOnly? Former, DateOnly? Earlier)
{
    public static StartDay Of(Plot plot, Thresholds numbers)
    {
        var grant = plot.Grant;
        var agreed = AgreedDay.Start(ByContract(grant, numbers), grant, numbers.AsOf);
        var basis =
            agreed.Day is null ? StartBasis.None
            : agreed.BySupplement ? StartBasis.Supplement
            : grant.AgreedStart is null ? StartBasis.Deemed
            : StartBasis.Agreed;
        return new(agreed.Day, basis, agreed.Former, agreed.Earlier);
    }

    /// <summary>Before any supplement.</summary>
    public static DateOnly? ByContract(Grant grant, Thresholds numbers) => grant.AgreedStart ?? Deemed(grant, numbers);

    private static DateOnly? Deemed(Grant grant, Thresholds numbers) =>
        grant.ActualDelivery is { } delivery && numbers.Find(LawNumbers.DeemedStartYears) is { } years
            ? FullYears.LastDay(delivery, years.Whole)
            : null;
}
