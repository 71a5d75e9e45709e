using LandLedger.Import;

namespace LandLedger.PostGis.Tests;

/// <summary>Which texts mean a database, and what is said of those that are not understood: never a piece of the password.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("Host=db;Database=park", true)]
    [InlineData("host = db ; database = park", true)]
    [InlineData("Server=db;Database=park", true)]
    [InlineData("Database=park", true)]
    [InlineData("Hots=db;Database=park", true)]
    [InlineData("postgres://officer:secret@db/park", true)]
    [InlineData("postgresql://db/park", true)]
    [InlineData("park.gpkg", false)]
    [InlineData("/data/park;2025.gpkg", false)]
    [InlineData("/data/a=b.gpkg", false)]
    [InlineData("C:\\data\\park.gpkg", false)]
    [InlineData("", false)]
    public void A_text_means_a_database_or_a_file(string text, bool database) =>
        Assert.Equal(database, DatabaseAddress.IsMeant(text));

    [Theory]
    [InlineData("Host=db;Database=park;Username=officer;Password=secret")]
    [InlineData("Host=db;Database=park;Password=\"se;cret\"")]
    public void An_address_is_shown_as_the_name_of_the_database(string text) =>
        Assert.Equal("park", $"{DatabaseAddress.Parse(text)}");

    [Theory]
    [InlineData("Host=db;Database=park;Pasword=secret", "address", "3")]
    [InlineData("Host=db;Database=park;Password=a;secret", "address", "4")]
    [InlineData("Host=db;Port=secret;Database=park", "address", "2")]
    [InlineData("postgres://officer:secret@db/park", "address", "1")]
    [InlineData("Database=park;Password=secret", "address-part", "Host")]
    [InlineData("Host=db;Password=secret", "address-part", "Database")]
    public void What_is_not_understood_is_told_by_its_place(string text, string code, string part)
    {
        var trouble = Assert.Throws<StoreException>(() => DatabaseAddress.Parse(text));

        Assert.Equal((code, part), (trouble.Code, trouble.Arguments["part"]));
        foreach (var said in new[] { $"{trouble}", trouble.In(Texts.Chinese), trouble.In(Texts.English) })
            Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_address_says_goes_before_what_we_would_ask_for()
    {
        var asked = "Host=db;Database=park;Command Timeout=7;Application Name=审批;Options=-c statement_timeout=9s";

        var connection = DatabaseAddress.Parse(asked).Connection("public");

        Assert.Equal((7, "审批"), (connection.CommandTimeout, connection.ApplicationName));
        Assert.EndsWith("-c statement_timeout=9s", connection.Options, StringComparison.Ordinal);
        Assert.StartsWith("-c statement_timeout=5min", connection.Options, StringComparison.Ordinal);
    }
}
