namespace LandLedger.Formats.Json;

/// <summary>Units as they stand in JSON.</summary>
public static class UnitCodes
{
    /// <summary>Null for a value without unit: a day, a yes or no, a text.</summary>
    public static string? Of(Unit unit) =>
        unit switch
        {
            Unit.None => null,
            Unit.Mu => "mu",
            Unit.SquareMetre => "m2",
            Unit.Yuan => "yuan",
            Unit.YuanPerMu => "yuan/mu",
            Unit.Share => "share",
            Unit.Ratio => "ratio",
            Unit.Year => "year",
            Unit.Month => "month",
            Unit.Day => "day",
            Unit.Count => "count",
            Unit.KilowattHour => "kWh",
            Unit.TonneCoalEquivalent => "tce",
            Unit.Person => "person",
            Unit.WorkingDay => "working-day",
            _ => throw new ArgumentOutOfRangeException(nameof(unit)),
        };
}
