namespace LandLedger.Service.Tests;

/// <summary>Always says the same time, in UTC; what is measured runs on.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => now;
}
