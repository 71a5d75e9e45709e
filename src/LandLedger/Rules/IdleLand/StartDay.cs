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
/// The day on which building should begin (动工开发日期): the last supplement in force that states one, else the contract, else
/// the day of delivery and the years of art. 22, else unknown. The agreed day of delivery is no delivery.
/// <see cref="Former"/> is the day that a supplement moved.
/// </summary>
internal readonly record struct StartDay(DateOnly? Day, StartBasis Basis, DateOnly? Former)
{
    public static StartDay Of(Plot plot, Thresholds numbers)
    {
        var grant = plot.Grant;
        var found = Contract(grant, numbers);
        for (var i = 0; i < grant.Supplements.Count; i++)
        {
            var supplement = grant.Supplements[i];
            if (supplement.AgreedStart is { } day && InForce(supplement, numbers.AsOf))
                found = new(day, StartBasis.Supplement, found.Day);
        }
        return found;
    }

    public static bool InForce(Supplement supplement, DateOnly asOf) =>
        supplement.SignedOn is not { } signed || signed <= asOf;

    private static StartDay Contract(Grant grant, Thresholds numbers)
    {
        if (grant.AgreedStart is { } agreed)
            return new(agreed, StartBasis.Agreed, null);
        return grant.ActualDelivery is { } delivery && numbers.Find(LawNumbers.DeemedStartYears) is { } years
            ? new(FullYears.LastDay(delivery, years.Whole), StartBasis.Deemed, null)
            : default;
    }
}
