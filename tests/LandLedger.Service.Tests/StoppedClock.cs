namespace LandLedger.Service.Tests;

/// <summary>Always says the same time, in UTC; what is measured runs on.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => now;
}

/// <summary>Every time that is set with it is over at once.</summary>
internal sealed class HastyClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        callback(state);
        return base.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
