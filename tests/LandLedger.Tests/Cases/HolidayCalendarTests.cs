using System.Text;
using LandLedger.Cases;
using LandLedger.Rules;

namespace LandLedger.Tests.Cases;

public sealed class HolidayCalendarTests
{
    /// <summary>As the circulars of the State Council print them.</summary>
    [Theory]
    [InlineData("2026-01-01", false)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-03", false)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-15", false)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2025-09-28", true)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-11", true)]
    [InlineData("2024-02-09", true)]
    [InlineData("2024-02-18", true)]
    [InlineData("2024-10-12", true)]
    [InlineData("2023-10-06", false)]
    [InlineData("2023-10-07", true)]
    [InlineData("2022-12-31", false)]
    [InlineData("2022-10-08", true)]
    [InlineData("2021-05-04", false)]
    [InlineData("2021-05-08", true)]
    [InlineData("2026-06-06", false)]
    [InlineData("2026-06-08", true)]
    [InlineData("2020-12-31", null)]
    [InlineData("2027-01-04", null)]
    public void Offices_work_as_the_circulars_say(string day, bool? works) =>
        Assert.Equal(works, HolidayCalendar.Default.IsWorkingDay(Day.Of(day)));

    /// <summary>
    /// Working days of a year: 365 or 366 less weekends less the statutory days off on other days. 250 is the usual count (11 statutory
    /// days), 248 or so since 2025 (13 of them).
    /// </summary>
    [Theory]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_payroll_tables_count(int year, int days) =>
        Assert.Equal(
            days,
            Enumerable
                .Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
                .Count(n => HolidayCalendar.Default.IsWorkingDay(new DateOnly(year, 1, 1).AddDays(n)) == true)
        );

    [Fact]
    public void Every_year_names_its_source_and_says_that_nobody_checked_it() =>
        Assert.All(
            HolidayCalendar.Default.Years,
            year =>
            {
                Assert.Contains(
                    year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    year.Source["zh"],
                    StringComparison.Ordinal
                );
                Assert.Equal(Trust.Unverified, year.Trust);
            }
        );

    [Fact]
    public void A_county_may_give_years_of_its_own()
    {
        var (own, problems) = Read(Year("2027", "2027-01-01", "2027-01-03", "2027-01-09"));
        Assert.Empty(problems);
        var both = HolidayCalendar.Default.With(own!);
        Assert.False(both.IsWorkingDay(new(2027, 1, 1)));
        Assert.True(both.IsWorkingDay(new(2027, 1, 9)));
        Assert.True(both.IsWorkingDay(new(2026, 1, 4)));
        Assert.Null(own!.IsWorkingDay(new(2026, 1, 4)));
    }

    [Theory]
    [InlineData("2027", "2027-01-03", "2027-01-01", "2027-01-09", "ends-before", "years[0].off[0].to")]
    [InlineData("2027", "2026-12-31", "2027-01-03", "2027-01-09", "other-year", "years[0].off[0]")]
    [InlineData("2027", "2027-01-01", "2027-01-03", "2027-01-08", "not-weekend", "years[0].worked[0]")]
    [InlineData("2027", "2027-01-01", "2027-01-03", "2027-01-03", "off-and-worked", "years[0].worked[0]")]
    [InlineData("2027", "2027-01-01", "2027-01-03", "2028-01-08", "other-year", "years[0].worked[0]")]
    [InlineData("2027", "2027-01-01", "2027-01-32", "2027-01-09", "bad-date", "years[0].off[0].to")]
    [InlineData("\"2027\"", "2027-01-01", "2027-01-03", "2027-01-09", "bad-year", "years[0].year")]
    public void A_fault_is_named_with_its_place(
        string year,
        string from,
        string to,
        string worked,
        string code,
        string place
    )
    {
        var (calendar, problems) = Read(Year(year, from, to, worked));
        Assert.Null(calendar);
        var problem = Assert.Single(problems);
        Assert.Equal((code, place), (problem.Code, problem.Place));
        Assert.DoesNotContain('{', problem.In(Language.Chinese));
    }

    private static (HolidayCalendar?, IReadOnlyList<RuleProblem>) Read(string text) =>
        HolidayCalendar.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static string Year(string year, string from, string to, string worked) =>
        $$"""
            { "years": [{ "year": {{year}}, "source": { "zh": "县里通知", "en": "County" }, "trust": "R",
              "off": [{ "from": "{{from}}", "to": "{{to}}" }], "worked": ["{{worked}}"] }] }
            """;
}
