using LandLedger.Appraisal;
using LandLedger.Rules;

namespace LandLedger.Tests.Appraisal;

public class AppraisalPackagesTests
{
    [Fact]
    public void Packages_and_price_tables_that_come_with_the_program_can_be_read()
    {
        Assert.Equal(
            ["huaian-2024", "huangyan-2021", "huangyan-2022", "jingde", "wenling-zones-2022"],
            AppraisalPackages.All.Select(package => package.Id)
        );
        Assert.Equal(
            [
                "linhai-2022",
                "qingdao",
                "shandong-2022",
                "suqian-2022",
                "taicang-2018",
                "zhejiang-land-use-tax",
                "zhejiang-power",
            ],
            AppraisalPackages.Prices.Select(table => table.Id)
        );
    }

    /// <summary>Weights and benchmarks as the notices print them.</summary>
    [Theory]
    [InlineData("huangyan-2022", "above", "30 24.097, 20 136.16, 20 2.694, 10 4929.81, 10 18.14, 10 0.0302")]
    [InlineData("huangyan-2022", "below", "50 11.5932, 50 0.2352")]
    [InlineData("huangyan-2021", "above", "30 26.01, 20 132.27, 20 2.54, 10 4861.08, 10 17.45, 10 0.0305")]
    [InlineData("huangyan-2021", "below", "50 16.601058, 50 0.236565")]
    [InlineData("huaian-2024", "above", "45 2, 35 2, 20 2")]
    public void Weights_and_benchmarks_are_those_of_the_notice(string id, string group, string printed)
    {
        var indicators = AppraisalPackages.Find(id)!.Groups.Single(one => one.Id == group).Indicators!;
        Assert.Equal(
            printed,
            string.Join(
                ", ",
                indicators.Select(one => FormattableString.Invariant($"{one.Weight.Value} {one.Benchmark!.Number}"))
            )
        );
    }

    [Fact]
    public void What_a_source_does_not_say_is_listed_and_so_is_what_is_to_be_verified()
    {
        var huangyan = AppraisalPackages.Find("huangyan-2022")!;
        Assert.Contains("groups[0].bands", huangyan.Unsaid);
        Assert.Contains("vetoes", huangyan.Unsaid);
        Assert.Contains("groups[0].indicators[0].max", huangyan.Unsaid);
        Assert.DoesNotContain("groups[0].indicators[3].missing", huangyan.Unsaid);
        Assert.Equal(["ties"], huangyan.ToVerify);
        Assert.Contains("groups[0].bands.rounding", AppraisalPackages.Find("huaian-2024")!.ToVerify);
        Assert.Contains("year", AppraisalPackages.Find("jingde")!.Unsaid);
    }

    [Fact]
    public void A_package_by_sectors_has_a_group_for_each_of_them()
    {
        var groups = AppraisalPackages.Find("wenling-zones-2022")!.Groups;
        Assert.Equal(10, groups.Count);
        Assert.Equal("above/sector-1", groups[0].Id);
    }

    public static TheoryData<string, string?, string, string> Faults() =>
        new()
        {
            { "id", "\"huangyan-2022\"", "appraisal-taken", "id" },
            { "year", "1999", "bad-year", "year" },
            { "decimals", null, "missing-member", "decimals" },
            { "decimals", "16", "bad-count", "decimals" },
            { "extra", "1", "unknown-member", "extra" },
            { "ties.by", "[\"tax-per-mu\"]", "ties-left-open", "ties.by" },
            { "ties.by", "[\"name\", \"credit-code\"]", "unknown-code", "ties.by[0]" },
            { "ties.trust", "\"X\"", "bad-trust", "ties.trust" },
            { "groups", "[]", "no-group", "groups" },
            { "groups.0.scale", "\"big\"", "unknown-code", "groups[0].scale" },
            { "groups.1.scale", "\"all\"", "groups-meet", "groups[1]" },
            { "groups.1.id", "\"above\"", "twice", "groups[1]" },
            { "groups.0.minLand", "{\"value\":-1,\"trust\":\"R\"}", "bad-number", "groups[0].minLand.value" },
            { "groups.0.indicators", "[]", "no-indicator", "groups[0].indicators" },
            { "groups.0.indicators.0.weight.value", "31", "weights-not-full", "groups[0].indicators" },
            { "groups.0.indicators.0.weight.value", "0", "bad-number", "groups[0].indicators[0].weight.value" },
            { "groups.0.indicators.1.kind", "\"tax-per-mu\"", "twice", "groups[0].indicators[1].kind" },
            { "groups.0.indicators.0.benchmark", "null", "missing-member", "groups[0].indicators[0].benchmark" },
            { "groups.0.indicators.0.benchmark.value", "0", "bad-number", "groups[0].indicators[0].benchmark.value" },
            { "groups.0.indicators.0.benchmark.factor", "2", "needless", "groups[0].indicators[0].benchmark.factor" },
            {
                "groups.0.indicators.0.min",
                "{\"value\":9,\"trust\":\"R\"}",
                "floor-above-cap",
                "groups[0].indicators[0].min"
            },
            {
                "groups.0.indicators.0.missing",
                "{\"answer\":\"as-is\",\"trust\":\"R\"}",
                "nothing-as-is",
                "groups[0].indicators[0].missing.answer"
            },
            {
                "groups.0.indicators.0.missing",
                "{\"answer\":\"penalty\",\"trust\":\"R\"}",
                "missing-member",
                "groups[0].indicators[0].missing.points"
            },
            { "groups.0.formula", "null", "no-formula", "groups[0].indicators[0].formula" },
            {
                "groups.0.formula",
                "{\"form\":\"min-max\",\"trust\":\"R\"}",
                "missing-member",
                "groups[0].formula.base"
            },
            { "groups.0.bands.grades", "[]", "no-band", "groups[0].bands.grades" },
            { "groups.0.bands.grades.0.upTo", "0.9", "bounds-out-of-order", "groups[0].bands.grades[1].upTo" },
            { "groups.0.bands.grades.3.upTo", "0.99", "bands-not-closed", "groups[0].bands.grades[3].upTo" },
            { "groups.0.bands.grades.1.upTo", "null", "bound-missing", "groups[0].bands.grades[1].upTo" },
            { "groups.0.bands.grades.1.grade", "\"A\"", "grades-out-of-order", "groups[0].bands.grades[1].grade" },
            { "groups.0.bands.grades.1.grade", "\"E\"", "unknown-code", "groups[0].bands.grades[1].grade" },
            { "groups.0.bands.rounding", null, "missing-member", "groups[0].bands.rounding" },
            { "exclusions.0.sectors", "[]", "no-sector", "exclusions[0].sectors" },
            { "exclusions.0.sectors", "[\"C13\"]", "bad-sector", "exclusions[0].sectors[0]" },
            { "exclusions.1.years", "0", "bad-count", "exclusions[1].years" },
            { "vetoes.0.event", "\"gossip\"", "unknown-code", "vetoes[0].event" },
            { "vetoes.0.years", "1.5", "bad-count", "vetoes[0].years" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_refused_with_its_place_and_words(string place, string? value, string code, string at)
    {
        var problems = PackageReading.Spoilt("county.json", place, value);
        var problem = Assert.Single(problems, one => one.Code == code && one.Place == at);
        Assert.Contains(at, problem.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains(at, problem.In(Language.English), StringComparison.Ordinal);
        Assert.DoesNotContain("{", problem.In(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_JSON_is_refused() =>
        Assert.Equal("not-json", Assert.Single(PackageReading.Read("{").Problems).Code);
}
