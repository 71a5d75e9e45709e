using LandLedger.Formats.Dictionary;
using LandLedger.Formats.Tests.Tables;

namespace LandLedger.Formats.Tests.Dictionary;

public sealed class ProcedurePageTests
{
    [Fact]
    public void The_page_of_procedures_is_what_cases_follow()
    {
        var path = SharedData.Repository("docs", "procedures.md");
        var page = ProcedurePage.Write();
        if (Environment.GetEnvironmentVariable("LANDLEDGER_WRITE") == "1")
            File.WriteAllText(path, page);
        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == page,
            "docs/procedures.md is stale; write it anew with: LANDLEDGER_WRITE=1 ./test"
        );
    }

    /// <summary>Order 53 arts 5 and 17, and art. 15 whose text nobody read.</summary>
    [Theory]
    [InlineData("| `answer` |", "| 30天 30 days |", "第五条", "`read`")]
    [InlineData("| `hearing-request` |", "| 5个工作日 5 working days |", "听证申请期限", "`unverified`")]
    [InlineData("| `serve-fee` |", "开始 starts `payment`", "第十七条", "`read`")]
    [InlineData("| `tell-hearing` |", "听证告知书", "第十五条", "`unverified`")]
    public void Steps_and_periods_stand_with_their_article_and_trust(string begins, params string[] says)
    {
        var line = ProcedurePage.Write().Split('\n').First(line => line.StartsWith(begins, StringComparison.Ordinal));
        Assert.All(says, said => Assert.Contains(said, line, StringComparison.Ordinal));
    }
}
