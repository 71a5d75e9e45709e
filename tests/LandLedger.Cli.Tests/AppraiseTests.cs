using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

/// <summary>Firms of a store are appraised by what the store has: a firm below scale has all that Huangyan asks of it.</summary>
public sealed class AppraiseTests : IDisposable
{
    private const string Firms =
        "企业名称,地块编号,年度,税收（万元）,用电量（千瓦时）,占用土地面积（亩）,是否规上\n"
        + "甲,Y-1,2022,57.966,1000000,5,否\n"
        + "乙,Y-1,2022,115.932,1000000,5,否\n"
        + "丙,Y-1,2022,100,,5,否\n"
        + "丁,Y-1,2022,100,1000000,5,\n";

    private readonly Scratch _scratch = new();
    private readonly string _store;

    public AppraiseTests()
    {
        _store = _scratch["park.gpkg"];
        var plots = _scratch.Write("plots.csv", "地块编号,面积（亩）\nY-1,20\n");
        var firms = _scratch.Write("firms.csv", Firms);
        CommandRun.Of("import", plots, firms, "--store", _store, "--on", "2023-06-30").Expect(0);
    }

    [Fact]
    public void The_table_has_the_groups_and_a_sentence_a_firm()
    {
        var told = Appraised().Out;
        Assert.Contains("huangyan-2022@2026.1", told, StringComparison.Ordinal);
        Assert.Contains("乙（乙）在规模以下工业企业中得346.4541分，第1名", told, StringComparison.Ordinal);
        Assert.Contains("甲（甲）在规模以下工业企业中得173.227分，第2名", told, StringComparison.Ordinal);
        Assert.Contains("丁（丁）不能归入任何评价组：是否规上不明", told, StringComparison.Ordinal);
    }

    [Fact]
    public void One_firm_is_explained_indicator_by_indicator()
    {
        Assert.Contains(
            "亩均税收：11.5932万元/亩÷基准值11.5932＝1，权重50，得50分",
            Appraised("--firm", "甲").Out,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "缺少用电量，评价办法没有写明怎样计分",
            Appraised("--firm", "丙").Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_answer_is_given_as_JSON_and_CSV_too()
    {
        var json = JsonNode.Parse(Appraised("--format", "json").Out)!;
        var firm = json["firms"]!.AsArray().Single(one => (string?)one!["name"] == "甲")!;
        Assert.Equal((2, "ranked", null), ((int)firm["rank"]!, (string?)firm["outcome"], firm["grade"]));
        Assert.Contains("groups[1].bands", json["unsaid"]!.AsArray().Select(place => (string?)place));
        Assert.Contains(
            "甲,甲,规模以下工业企业,173.2270408163265",
            Appraised("--format", "csv").Out,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("没有评价办法“nowhere”", "2022", "nowhere")]
    [InlineData("该办法评价的是2022年度，不是2023年", "2023", "huangyan-2022")]
    [InlineData("--year 的“22”不是年份", "22", "huangyan-2022")]
    [InlineData("库中没有企业“戊”", "2022", "huangyan-2022", "--firm", "戊")]
    [InlineData("没有价格表“nowhere”", "2022", "huangyan-2022", "--prices", "nowhere")]
    public void What_cannot_be_is_told(string said, string year, string package, params string[] more) =>
        Assert.Contains(
            said,
            CommandRun
                .Of(["appraise", "--store", _store, "--year", year, "--package", package, .. more])
                .Expect(2)
                .Error,
            StringComparison.Ordinal
        );

    public void Dispose() => _scratch.Dispose();

    private CommandRun Appraised(params string[] more) =>
        CommandRun
            .Of(["appraise", "--store", _store, "--year", "2022", "--package", "huangyan-2022", .. more])
            .Expect(0);
}
