using LandLedger.Rules.IdleLand;

namespace LandLedger.Tests.Rules;

/// <summary>Idle from 1 March to 30 June 2024: 31 + 30 + 31 + 30 = 122 days.</summary>
public sealed class NetDaysTests
{
    private static readonly DateOnly Since = new(2024, 3, 1);
    private static readonly DateOnly AsOf = new(2024, 6, 30);

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static int? Net(params Delay[] delays) => NetDays.Of(delays, Since, AsOf);

    private static Delay Delay(
        string? from,
        string? to,
        DelayKind kind = DelayKind.Petition,
        bool? established = true
    ) =>
        new()
        {
            Kind = kind,
            From = from is null ? null : Day(from),
            To = to is null ? null : Day(to),
            Established = established,
        };

    [Fact]
    public void Without_delays_all_days_count() => Assert.Equal(122, Net());

    [Theory]
    [InlineData("2024-04-01", "2024-04-10", 112)]
    [InlineData("2024-01-01", "2024-03-05", 117)]
    [InlineData("2024-06-21", "2024-12-31", 112)]
    [InlineData("2024-06-21", null, 112)]
    [InlineData("2023-01-01", null, 0)]
    [InlineData("2023-01-01", "2024-02-29", 122)]
    [InlineData("2024-07-01", null, 122)]
    [InlineData(null, "2024-02-29", 122)]
    public void Days_of_the_authority_are_taken_off(string? from, string? to, int net) =>
        Assert.Equal(net, Net(Delay(from, to)));

    [Fact]
    public void A_day_of_two_delays_is_taken_off_once() =>
        Assert.Equal(
            112,
            Net(Delay("2024-04-01", "2024-04-08"), Delay("2024-04-05", "2024-04-10", DelayKind.ForceMajeure))
        );

    [Fact]
    public void What_the_holder_caused_or_was_denied_takes_nothing() =>
        Assert.Equal(
            122,
            Net(
                Delay("2024-04-01", "2024-04-10", DelayKind.Holder),
                Delay("2024-05-01", "2024-05-10", established: false)
            )
        );

    [Fact]
    public void What_nobody_decided_or_dated_leaves_the_days_open()
    {
        Assert.Null(Net(Delay("2024-04-01", "2024-04-10", established: null)));
        Assert.Null(Net(Delay("2024-04-01", "2024-04-10", DelayKind.Unknown)));
        Assert.Null(Net(Delay(null, "2024-04-10")));
        Assert.Null(Net(Delay("2024-04-10", "2024-04-01")));
        Assert.Equal(122, Net(Delay("2024-07-01", "2024-07-10", established: null)));
    }
}
