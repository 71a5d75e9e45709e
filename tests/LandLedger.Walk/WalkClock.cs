namespace LandLedger.Walk;

/// <summary>The clock of the walk, on China's time: each step is recorded a second after the one before, on its own day or later.</summary>
internal sealed class WalkClock : TimeProvider
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);
    private DateTimeOffset _now = DateTimeOffset.MinValue;

    public override TimeZoneInfo LocalTimeZone { get; } =
        TimeZoneInfo.CreateCustomTimeZone("walk", Offset, "walk", "walk");

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    /// <summary>Nine in the morning of a day, where that is not over yet.</summary>
    public void Reach(DateOnly day)
    {
        var morning = new DateTimeOffset(day, new(9, 0), Offset);
        _now = morning > _now ? morning : _now.AddSeconds(1);
    }
}
