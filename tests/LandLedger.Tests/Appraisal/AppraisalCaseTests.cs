using LandLedger.Appraisal;
using LandLedger.Fields;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LandLedger.Tests.Appraisal;

/// <summary>Runs every case under <c>tests/cases/appraisal</c>; what is expected there was worked out by hand.</summary>
public class AppraisalCaseTests
{
    private static readonly Dictionary<string, AppraisalFile> Files = Read();

    public static TheoryData<string, string> Cases() =>
        [.. Files.SelectMany(file => file.Value.Cases.Select(one => (file.Key, one.Name)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case(string path, string name)
    {
        var file = Files[path];
        var one = file.Cases.Single(other => other.Name == name);
        var appraisal = Run(file, one);
        var byName = appraisal.Firms.ToDictionary(score => score.Firm.Name);

        Assert.NotEmpty(one.Expect.Keys.Concat(one.Groups.Keys));
        foreach (var (code, expect) in one.Expect)
        {
            foreach (var (part, value) in expect)
            {
                var actual = Said.Of(byName[code], part);
                Assert.True(Said.Fits(value, actual), $"{code} {part}: {value} expected, {actual ?? "none"} found");
            }
        }
        foreach (var (group, counts) in one.Groups)
            Assert.Equal(counts, Counts(appraisal.Groups.Single(result => result.Group.Id == group)));
        AppraisalCheck.Closes(appraisal);
    }

    [Fact]
    public void There_are_enough_cases_and_names_tell_them_apart()
    {
        Assert.All(
            Files.Values,
            file => Assert.Equal(file.Cases.Count, file.Cases.Select(one => one.Name).Distinct().Count())
        );
        Assert.InRange(Files.Values.Sum(file => file.Cases.Count), 40, 1000);
    }

    private static ParkAppraisal Run(AppraisalFile file, AppraisalCase one)
    {
        var package = PackageReading.Package(file.Package);
        if (file.Year is { } year)
            package = package.For(year);
        var common = file.Common.Where(figure => !one.Common.ContainsKey(figure.Key)).Concat(one.Common).ToDictionary();
        List<FirmFigures> firms = [.. one.Firms.Select(firm => CaseFirm.Of(firm.Key, common, firm.Value))];
        for (var at = 1; at <= one.Row; at++)
            firms.Add(CaseFirm.Of($"F{at:000}", common, new() { ["stated_sum"] = $"{one.Row - at + 1}" }));
        return new Appraiser(
            package,
            [.. file.Prices.Select(id => AppraisalPackages.FindPrices(id)!)],
            one.LastYear.ToDictionary(
                mean => CodeText.Parse<IndicatorKind>(mean.Key),
                mean => CaseFirm.Number(mean.Value)
            )
        ).Appraise(firms);
    }

    private static string Counts(GroupResult group) =>
        string.Join(' ', group.Counts) + (group.Ungraded > 0 ? $" / {group.Ungraded}" : "");

    private static Dictionary<string, AppraisalFile> Read()
    {
        var yaml = new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .WithDuplicateKeyChecking()
            .Build();
        return Directory
            .EnumerateFiles(TestFiles.Case("appraisal"), "*.yaml")
            .Order(StringComparer.Ordinal)
            .ToDictionary(
                path => Path.GetFileName(path),
                path => yaml.Deserialize<AppraisalFile>(File.ReadAllText(path))
            );
    }
}
