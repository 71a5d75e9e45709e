namespace LandLedger.Rules.IdleLand;

/// <summary>Reads a yes/no beside a day as it stood on a day: the day implies yes, but not before it came.</summary>
internal static class Happened
{
    public static Outcome By(DateOnly asOf, bool? flag, DateOnly? on) =>
        on is { } day ? Outcomes.Of(day <= asOf) : Outcomes.Of(flag);

    public static Fact Value(bool? flag, DateOnly? on) => on is null ? Fact.Of(flag) : Fact.Of(on);
}
