using LandLedger.Import.Cells;

namespace LandLedger.Tests.Import;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2019年06月27日")]
    [InlineData("2019年6月27号")]
    [InlineData("2019-6-27")]
    [InlineData("2019/06/27")]
    [InlineData("2019.6.27")]
    [InlineData("20190627")]
    [InlineData("２０１９－６－２７")]
    [InlineData("二〇一九年六月二十七日")]
    [InlineData("二零一九年六月二十七日")]
    [InlineData("2019-06-27 00:00:00")]
    [InlineData("2019-06-27T08:30:00Z")]
    [InlineData("2019年6月27日 9:05")]
    [InlineData(" 2019 年 6 月 27 日 ")]
    public void Every_form_of_a_day_is_that_day(string text)
    {
        Assert.Equal(DateReading.Day, DateText.Read(text, out var day));
        Assert.Equal(new DateOnly(2019, 6, 27), day);
    }

    [Theory]
    [InlineData("二〇一九年十月十日", 10, 10)]
    [InlineData("二〇一九年十二月三十一日", 12, 31)]
    [InlineData("二〇一九年一月二十日", 1, 20)]
    [InlineData("二〇一九年十一月十一日", 11, 11)]
    public void Tens_in_Chinese_numerals_are_counted(string text, int month, int day)
    {
        Assert.Equal(DateReading.Day, DateText.Read(text, out var read));
        Assert.Equal(new DateOnly(2019, month, day), read);
    }

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("1900/1/0")]
    [InlineData("1899-12-30")]
    [InlineData("1901-01-01")]
    [InlineData("0001-01-01 00:00:00")]
    [InlineData("0000-00-00")]
    public void A_stand_in_for_no_date_is_unknown(string text) =>
        Assert.Equal(DateReading.Unknown, DateText.Read(text, out _));

    [Theory]
    [InlineData("2019")]
    [InlineData("2019年")]
    [InlineData("2019年底")]
    [InlineData("2019年6月")]
    [InlineData("2019-06")]
    [InlineData("2019年6月中旬")]
    [InlineData("201906")]
    public void A_year_or_month_is_not_made_a_day(string text) =>
        Assert.Equal(DateReading.Incomplete, DateText.Read(text, out _));

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2023-13-01")]
    [InlineData("2023-04-31")]
    [InlineData("23-04-01")]
    [InlineData("01/02/2023")]
    [InlineData("44562")]
    [InlineData("2023-1/2")]
    [InlineData("2023月")]
    [InlineData("合同签订后一年")]
    [InlineData("")]
    public void No_day_is_guessed(string text) => Assert.Equal(DateReading.Invalid, DateText.Read(text, out _));

    [Theory]
    [InlineData("1948-12-31")]
    [InlineData("2101-01-01")]
    [InlineData("2124-01-05")]
    public void A_day_that_exists_beyond_the_years_of_facts_is_out_of_range(string text) =>
        Assert.Equal(DateReading.OutOfRange, DateText.Read(text, out _));

    [Fact]
    public void The_leap_day_of_2000_exists()
    {
        Assert.Equal(DateReading.Day, DateText.Read("2000-02-29", out var day));
        Assert.Equal(new DateOnly(2000, 2, 29), day);
    }
}
