using System.Text;
using LandLedger.Rules;

namespace LandLedger.Tests.Rules;

public class RuleSetsTests
{
    private const string Own = """
        { "id": "county", "version": "1", "title": { "zh": "本县", "en": "County" }, "rules": ["idle.not-started"], "numbers": ["order-53", "house-defaults"],
          "own": { "instrument": "house-defaults", "numbers": [NUMBERS] } }
        """;

    [Fact]
    public void Shipped_packages_load_and_every_number_and_clause_names_a_known_instrument()
    {
        Assert.Equal("default", RuleSets.All[0].Id);
        foreach (var rules in RuleSets.All)
        {
            Assert.NotEmpty(rules.Thresholds);
            Assert.All(rules.Thresholds, n => Assert.NotEmpty(n.Source.Article));
            Assert.All(rules.Thresholds, n => Assert.Contains(n.Source.Instrument, rules.Instruments.Keys));
            Assert.All(rules.Clauses.Values, c => Assert.Contains(c.Instrument, rules.Instruments.Keys));
        }
    }

    [Theory]
    [InlineData("default", "2026.1")]
    [InlineData("default@2026.1", "2026.1")]
    [InlineData("default@2025.1", "2025.1")]
    [InlineData("default@2025.2", null)]
    [InlineData("default@", null)]
    [InlineData("order-53@2025.1", null)]
    public void A_package_is_found_by_its_id_as_of_today_or_in_the_version_asked_for(string asked, string? version)
    {
        RuleSet[] all = [.. RuleSets.All, RuleSets.Default with { Version = "2025.1" }];

        Assert.Equal(version, RuleSets.Find(asked, all)?.Version);
    }

    [Fact]
    public void One_third_is_exact()
    {
        var third = RuleSets.Default.On(new(2024, 1, 1)).Find("idle.developed-share")!;
        Assert.Equal((1m, 3m), (third.Numerator, third.Denominator));
        Assert.False(third.IsAbove(10m, 30m));
        Assert.True(third.IsAbove(9.9999999999m, 30m));
        Assert.False(third.IsAbove(0.1m, 0.3m));
    }

    /// <summary>As read (or not) for the domain notes: 5, 20 and 7 working days unverified; half of the area read in a public copy.</summary>
    [Theory]
    [InlineData("procedure.hearing-request-days", 5, Unit.WorkingDay, Trust.Unverified, "2020-03-20")]
    [InlineData("procedure.hearing-days", 20, Unit.WorkingDay, Trust.Unverified, "2020-03-20")]
    [InlineData("procedure.hearing-notice-days", 7, Unit.WorkingDay, Trust.Unverified, "2020-03-20")]
    [InlineData("stock.resupply-share", 0.5, Unit.Share, Trust.Read, "2024-11-07")]
    public void Numbers_that_no_rule_reads_yet_are_there_with_their_trust(
        string id,
        double value,
        Unit unit,
        Trust trust,
        string from
    )
    {
        var since = DateOnly.ParseExact(from, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.All(
            RuleSets.All,
            rules =>
            {
                Assert.Null(rules.On(since.AddDays(-1)).Find(id));
                var number = rules.On(since).Find(id)!;
                Assert.Equal(((decimal)value, unit, trust), (number.Value, number.Unit, number.Source.Trust));
            }
        );
    }

    [Fact]
    public void No_number_is_in_force_on_the_day_before_the_order()
    {
        Assert.Null(RuleSets.Default.On(new(2012, 6, 30)).Find("idle.full-years"));
        Assert.Equal(1, RuleSets.Default.On(new(2012, 7, 1)).Find("idle.full-years")!.Whole);
    }

    [Fact]
    public void An_own_number_replaces_the_other_on_its_days_only()
    {
        var (rules, problems) = Read(Number("2024-01-01", "2024-12-31", "0.05"));
        Assert.Empty(problems);
        Assert.Equal(0.01m, rules!.On(new(2023, 12, 31)).Find("area.tolerance-share")!.Value);
        Assert.Equal(0.05m, rules.On(new(2024, 1, 1)).Find("area.tolerance-share")!.Value);
        Assert.Equal(0.05m, rules.On(new(2024, 12, 31)).Find("area.tolerance-share")!.Value);
        Assert.Equal(0.01m, rules.On(new(2025, 1, 1)).Find("area.tolerance-share")!.Value);
    }

    [Fact]
    public void Overlapping_own_numbers_are_refused()
    {
        var two = Number("2024-01-01", "2024-12-31", "0.05") + "," + Number("2024-12-31", null, "0.06");
        Assert.Contains(
            new RuleProblem("overlap", "own.numbers", "area.tolerance-share 2024-12-31"),
            Read(two).Problems
        );
    }

    [Fact]
    public void A_gap_between_own_numbers_is_refused()
    {
        var two = Number("2001-01-01", "2001-12-31", "0.05") + "," + Number("2002-01-02", "2002-02-01", "0.06");
        Assert.Contains(new RuleProblem("gap", "own.numbers", "area.tolerance-share 2002-01-01"), Read(two).Problems);
    }

    [Theory]
    [InlineData("\"unit\": \"share\"", "\"unit\": \"mu\"", "wrong-unit", "own.numbers[0].unit")]
    [InlineData("\"unit\": \"share\"", "\"unit\": \"furlong\"", "unknown-unit", "own.numbers[0].unit")]
    [InlineData("area.tolerance-share", "area.tolerance", "unknown-number", "own.numbers[0].id")]
    [InlineData("area.tolerance-share", "area.tolerance-share/C13", "unknown-sector", "own.numbers[0].id")]
    [InlineData("area.tolerance-share", "area.tolerance-share/xx", "unknown-sector", "own.numbers[0].id")]
    [InlineData(
        "\"numbers\": [{",
        "\"clauses\": { \"measure.idle-free\": { \"article\": \"9\", \"trust\": \"I\" } }, \"numbers\": [{",
        "unknown-clause",
        "own.clauses.measure.idle-free"
    )]
    [InlineData("\"article\": \"3\",", "", "missing-member", "own.numbers[0].article")]
    [InlineData("\"trust\": \"I\"", "\"trust\": \"X\"", "bad-trust", "own.numbers[0].trust")]
    [InlineData("\"value\": 0.05", "\"value\": \"1/0\"", "bad-value", "own.numbers[0].value")]
    [InlineData("\"value\": 0.05", "\"value\": -1", "bad-value", "own.numbers[0].value")]
    [InlineData("\"value\": 0.05", "\"value\": 20", "bad-share", "own.numbers[0].value")]
    [InlineData("\"value\": 0.05", "\"value\": \"3/2\"", "bad-share", "own.numbers[0].value")]
    [InlineData("2024-01-01", "2024-13-01", "bad-date", "own.numbers[0].from")]
    [InlineData("2024-12-31", "2023-12-31", "ends-before", "own.numbers[0].to")]
    [InlineData("[\"idle.not-started\"]", "[\"idle.never\"]", "unknown-rule", "rules[0]")]
    [InlineData("[\"idle.not-started\"]", "[]", "no-rule", "rules")]
    [InlineData("[\"order-53\"", "[\"order-54\"", "unknown-instrument", "numbers[0]")]
    [InlineData("\"instrument\": \"house-defaults\"", "\"instrument\": \"x\"", "unknown-instrument", "own.instrument")]
    [InlineData("\"rules\"", "\"rulez\"", "unknown-member", "rulez")]
    [InlineData("\"version\": \"1\",", "", "missing-member", "version")]
    public void A_fault_is_named_with_its_place(string right, string wrong, string code, string place)
    {
        var text = Own.Replace("NUMBERS", Number("2024-01-01", "2024-12-31", "0.05"), StringComparison.Ordinal);
        Assert.Contains(right, text, StringComparison.Ordinal);
        var (rules, problems) = ReadText(text.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(rules);
        Assert.Contains(problems, p => p.Code == code && p.Place == place);
        Assert.All(problems, p => Assert.DoesNotContain('{', p.In(Language.Chinese)));
    }

    [Theory]
    [InlineData("idle.fee-share", "20", "share", "bad-share")]
    [InlineData("idle.fee-share", "1", "share", null)]
    [InlineData("idle.full-years", "0", "year", "bad-period")]
    [InlineData("idle.full-years", "2024", "year", "bad-period")]
    [InlineData("idle.full-years", "\"1/2\"", "year", "bad-period")]
    [InlineData("procedure.notice-days", "30.5", "day", "bad-period")]
    [InlineData("procedure.notice-days", "100000", "day", "bad-period")]
    [InlineData("procedure.lawsuit-months", "6", "month", null)]
    [InlineData("low.floor-area-ratio.floor", "100", "ratio", "out-of-range")]
    [InlineData("low.tax-per-mu.floor", "300000000", "yuan-per-mu", "out-of-range")]
    [InlineData("low.tax-per-mu.floor", "30000", "yuan/mu", null)]
    [InlineData("low.tax-per-mu.floor", "-1", "yuan-per-mu", "bad-value")]
    public void A_number_that_none_of_its_unit_can_be_is_refused(string id, string value, string unit, string? code)
    {
        var number = Number("2024-01-01", null, value)
            .Replace("area.tolerance-share", id, StringComparison.Ordinal)
            .Replace("\"share\"", $"\"{unit}\"", StringComparison.Ordinal);
        Assert.Equal(code, Read(number).Problems.SingleOrDefault()?.Code);
    }

    [Fact]
    public void Units_are_named_as_pages_write_them()
    {
        var problem = Assert.Single(
            Read(Number("2024-01-01", null, "1").Replace("\"share\"", "\"furlong\"", StringComparison.Ordinal)).Problems
        );
        Assert.Contains("yuan/mu", problem.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("-per-", problem.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fee_by_a_share_of_the_county_cites_the_county_from_the_day_on_which_it_counts()
    {
        var package = """
            { "id": "county", "version": "1", "title": { "zh": "本县", "en": "County" }, "rules": ["idle.not-started"], "numbers": ["order-53", "house-defaults"],
              "instruments": [{ "id": "county-3", "title": { "zh": "本县细则", "en": "County rules" }, "issuer": { "zh": "县政府", "en": "County" },
                "number": { "zh": "3号", "en": "3" }, "inForce": "2024-01-01", "trust": "R" }],
              "own": { "instrument": "county-3", "clauses": {}, "numbers": [
                { "id": "idle.fee-share", "value": 0.1, "unit": "share", "from": "2024-01-01", "to": null, "article": "9", "trust": "R" }] } }
            """;
        var plot = new Plot
        {
            Number = "1",
            Stage = SupplyStage.Supplied,
            Grant = new() { AgreedStart = new(2022, 6, 1), Price = Money.FromWanYuan(100) },
            Progress = new() { Begun = false },
            Delays = [new() { Kind = DelayKind.Holder, Established = true }],
        };

        var rules = ReadText(package).Rules!;
        var before = Assert.Single(new Evaluator(rules, new(2023, 12, 31)).Evaluate(plot).Measures);
        var after = Assert.Single(new Evaluator(rules, new(2024, 1, 1)).Evaluate(plot).Measures);
        Assert.Equal(
            (200_000m, "order-53", "14(1)"),
            (before.Amount!.Value.Yuan, before.Clause.Instrument, before.Clause.Article)
        );
        Assert.Equal(
            (100_000m, "county-3", "9"),
            (after.Amount!.Value.Yuan, after.Clause.Instrument, after.Clause.Article)
        );

        var both = package.Replace(
            "\"clauses\": {}",
            "\"clauses\": { \"measure.idle-fee\": { \"article\": \"8\", \"trust\": \"R\" } }",
            StringComparison.Ordinal
        );
        var own = Assert.Single(new Evaluator(ReadText(both).Rules!, new(2024, 1, 1)).Evaluate(plot).Measures);
        Assert.Equal("8", own.Clause.Article);
        var early = Assert.Single(new Evaluator(ReadText(both).Rules!, new(2023, 12, 31)).Evaluate(plot).Measures);
        Assert.Equal(("order-53", "14(1)"), (early.Clause.Instrument, early.Clause.Article));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"id\":1}")]
    [InlineData("{\"id\":\"a\",\"id\":\"b\"}")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("{\"id\":\"x\",\"rules\":{},\"numbers\":7,\"own\":[]}")]
    public void What_is_no_package_is_refused_and_never_throws(string text)
    {
        var (rules, problems) = ReadText(text);
        Assert.Null(rules);
        Assert.NotEmpty(problems);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("taizhou-2025")]
    public void No_package_of_a_county_goes_by_the_id_of_one_that_comes_with_the_program(string id)
    {
        var text = Own.Replace("NUMBERS", "", StringComparison.Ordinal);
        Assert.NotNull(ReadText(text).Rules);
        var (rules, problems) = ReadText(text.Replace("\"county\"", $"\"{id}\"", StringComparison.Ordinal));
        Assert.Null(rules);
        var problem = Assert.Single(problems);
        Assert.Equal(("id-taken", "id", id), (problem.Code, problem.Place, problem.Value));
    }

    [Theory]
    [InlineData("idle.take-back-years", 1, "idle.take-back-years 1 ≤ idle.full-years 1")]
    [InlineData("idle.full-years", 2, "idle.take-back-years 2 ≤ idle.full-years 2")]
    [InlineData("idle.take-back-years", 2, null)]
    public void Land_is_taken_back_after_a_longer_period_than_that_of_the_fee(string id, int years, string? said)
    {
        var number = Number("2024-01-01", "2024-12-31", $"{years}")
            .Replace("area.tolerance-share", id, StringComparison.Ordinal)
            .Replace("\"share\"", "\"year\"", StringComparison.Ordinal);
        var problem = Read(number).Problems.SingleOrDefault();
        Assert.Equal(said is null ? null : "not-longer", problem?.Code);
        Assert.Equal(said, problem?.Value);
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"id\":\"b\"}", "member-twice")]
    [InlineData("{\"id\":\"\\ud800\"}", "not-text-file")]
    public void What_the_reader_of_JSON_gives_no_place_for_is_said_of_the_file(string text, string code)
    {
        var problem = Assert.Single(ReadText(text).Problems);
        Assert.Equal(code, problem.Code);
        Assert.StartsWith("文件：", problem.In(Language.Chinese), StringComparison.Ordinal);
    }

    private static (RuleSet? Rules, IReadOnlyList<RuleProblem> Problems) Read(string numbers) =>
        ReadText(Own.Replace("NUMBERS", numbers, StringComparison.Ordinal));

    private static (RuleSet? Rules, IReadOnlyList<RuleProblem> Problems) ReadText(string text) =>
        RuleSets.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static string Number(string from, string? to, string value) =>
        $$"""
            { "id": "area.tolerance-share", "value": {{value}}, "unit": "share", "from": "{{from}}",
              "to": {{(to is null ? "null" : $"\"{to}\"")}}, "article": "3", "trust": "I" }
            """;
}
