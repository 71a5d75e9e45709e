using System.Globalization;
using LandLedger.Cases;
using LandLedger.People;

namespace LandLedger.Tests.People;

public sealed class ScopeTests
{
    [Theory]
    [InlineData("[[],[]]", "", null, true)]
    [InlineData("[[\"331100\"],[]]", "331100", null, true)]
    [InlineData("[[\"331100\"],[]]", "331101", "东区", false)]
    [InlineData("[[\"331100\"],[]]", "", "东区", false)]
    [InlineData("[[],[\"东区\"]]", "", "东区", true)]
    [InlineData("[[],[\"东区\"]]", "331100", null, false)]
    [InlineData("[[\"331100\",\"331101\"],[\"东区\"]]", "331101", "东区", true)]
    [InlineData("[[\"331100\"],[\"东区\"]]", "331101", "东区", false)]
    [InlineData("[[\"331100\"],[\"东区\"]]", "331100", "西区", false)]
    public void A_plot_is_in_a_scope_when_its_county_and_its_zone_are(
        string scope,
        string county,
        string? zone,
        bool holds
    ) => Assert.Equal(holds, Scope.Parse(scope).Holds(county, zone));

    [Fact]
    public void A_scope_is_the_same_whatever_the_order_of_its_names()
    {
        var scope = new Scope(["331101", "331100", "331101"], ["西区", "东\"区"]);

        Assert.Equal(new Scope(["331100", "331101"], ["东\"区", "西区"]), scope);
        Assert.Equal(scope, Scope.Parse(scope.ToString()));
        Assert.Equal("[[\"331100\",\"331101\"],[\"东\\\"区\",\"西区\"]]", scope.ToString());
        Assert.NotEqual(Scope.All, scope);
        Assert.True(Scope.All.IsAll);
        Assert.False(scope.IsAll);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("[[],[],[]]")]
    [InlineData("[[1],[]]")]
    [InlineData("[[null],[]]")]
    [InlineData("[null,[]]")]
    [InlineData("null")]
    public void A_text_that_is_no_scope_is_never_one_of_all_plots(string text) =>
        Assert.Throws<FormatException>(() => Scope.Parse(text));

    [Theory]
    [InlineData("2026-01-01", null, "2026-01-01", true)]
    [InlineData("2026-01-02", null, "2026-01-01", false)]
    [InlineData("2026-01-01", "2026-01-31", "2026-01-31", true)]
    [InlineData("2026-01-01", "2026-01-31", "2026-02-01", false)]
    public void A_token_is_good_from_its_first_day_to_its_last(string since, string? until, string on, bool good)
    {
        var token = new Token
        {
            Sha256 = "",
            User = new("王办", Role.Officer),
            Since = DateOnly.ParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Until = until is null ? null : DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            MadeBy = "管理员",
            MadeAt = DateTimeOffset.UnixEpoch,
        };

        Assert.Equal(good, token.IsGood(DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.False((token with { RevokedAt = DateTimeOffset.UnixEpoch }).IsGood(token.Since));
    }

    [Fact]
    public void A_secret_is_known_by_its_beginning_and_kept_by_its_digest()
    {
        var secret = TokenSecret.Of(new byte[32]);

        Assert.Equal("ll_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", secret);
        Assert.Equal("ed3710b502f29e91f906347b88fdc30e", TokenSecret.Digest(secret)[..32]);
        Assert.Throws<ArgumentException>(() => TokenSecret.Of(new byte[31]));
    }

    [Theory]
    [InlineData("王办", true)]
    [InlineData("O'Brien, Kate", true)]
    [InlineData("", false)]
    [InlineData(" 王办", false)]
    [InlineData("王\n办", false)]
    public void A_name_is_one_line(string text, bool isName)
    {
        Assert.Equal(isName, Token.IsName(text));
        Assert.False(Token.IsName(text + '\ud800'));
        Assert.False(Token.IsName(text.PadRight(Token.LongestName + 1, 'x')));
    }
}
