namespace LandLedger.Appraisal;

/// <summary>What can cost a firm its grade (一票否决事项).</summary>
public enum EventKind : byte
{
    SafetyAccident,
    EnvironmentPenalty,
    TaxFraud,
    RefusedData,
    IllegalConstruction,
}

/// <summary>Such an event, in the calendar year in which it was established.</summary>
public readonly record struct FirmEvent(EventKind Kind, int Year);

/// <summary>The grade that a firm had in a year; null where it was found to have none.</summary>
public readonly record struct YearGrade(int Year, Grade? Grade);
