namespace LandLedger;

/// <summary>The unit that a number is in once it is a fact. Files may use others; the import turns them into these.</summary>
public enum Unit
{
    None,
    Mu,
    SquareMetre,
    Yuan,
    YuanPerMu,

    /// <summary>A share of one: 0.25 is 25 %.</summary>
    Share,
    Ratio,
    Year,
    Month,
    Day,
    Count,
    KilowattHour,
    TonneCoalEquivalent,
    Person,

    /// <summary>A day on which offices work; statutory holidays and weekends do not count.</summary>
    WorkingDay,
}
