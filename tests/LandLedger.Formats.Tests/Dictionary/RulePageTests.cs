using LandLedger.Formats.Dictionary;
using LandLedger.Formats.Tests.Tables;

namespace LandLedger.Formats.Tests.Dictionary;

public sealed class RulePageTests
{
    [Fact]
    public void The_page_of_rules_is_what_the_program_judges_by()
    {
        var path = SharedData.Repository("docs", "rules.md");
        var page = RulePage.Write();
        if (Environment.GetEnvironmentVariable("LANDLEDGER_WRITE") == "1")
            File.WriteAllText(path, page);
        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == page,
            "docs/rules.md is stale; write it anew with: LANDLEDGER_WRITE=1 ./test"
        );
    }

    /// <summary>Order 53: art. 2 and 14, as rules.md of the law prints them.</summary>
    [Fact]
    public void Every_number_stands_with_its_days_article_and_trust()
    {
        var lines = RulePage.Write().Split('\n');

        Assert.Contains(
            lines,
            line =>
                line.StartsWith("| `idle.developed-share` |", StringComparison.Ordinal)
                && line.Contains("| 1/3 share | 2012-07-01 |  |", StringComparison.Ordinal)
        );
        Assert.Contains(
            lines,
            line =>
                line.StartsWith("| `idle.fee-share` |", StringComparison.Ordinal)
                && line.Contains("| 0.2 share | 2012-07-01 |", StringComparison.Ordinal)
        );
    }
}
