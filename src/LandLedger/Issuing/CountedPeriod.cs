namespace LandLedger.Issuing;

/// <summary>How the last day of a period was counted (公示期计算).</summary>
/// <param name="Days">The first day, on which it begins, not among them.</param>
/// <param name="IsWorking">Whether working days were counted (工作日), else calendar days (自然日).</param>
/// <param name="Calendar">SHA-256 of the text of the calendar of working days, which the ledger keeps; null where calendar days were counted.</param>
public sealed record CountedPeriod(int Days, bool IsWorking, string? Calendar)
{
    /// <summary>Said for a reader.</summary>
    public string In(Texts texts) =>
        texts.Fill(
            IsWorking ? "list.counted.working" : "list.counted.calendar",
            name => name == "days" ? Days.ToString(System.Globalization.CultureInfo.InvariantCulture) : Calendar
        );
}
