using LandLedger.Appraisal;
using LandLedger.Fields;

namespace LandLedger.Tests.Appraisal;

public class AppraisalExplanationTests
{
    [Fact]
    public void Every_word_that_an_explanation_can_need_is_there()
    {
        string[] keys =
        [
            .. Keys<AppraisalReason>("reason"),
            .. Keys<AppraisalOutcome>("outcome"),
            .. Keys<ScoreOutcome>("score").Where(key => key != "appraisal.score.scored"),
            .. Keys<ScoreForm>("score"),
            .. Keys<ScoreAnswer>("policy"),
            .. Keys<ValueOutcome>("found"),
            .. Keys<FirmFigure>("figure"),
            .. Keys<IndicatorKind>("indicator"),
            .. Keys<IndicatorKind>("unit"),
            .. Keys<EventKind>("event"),
            .. Keys<ExclusionKind>("unjudged"),
            .. Keys<Carrier>("carrier"),
            .. Keys<PriceOutcome>("price"),
        ];
        Assert.DoesNotContain(keys, key => Texts.Chinese.Find(key) is null || Texts.English.Find(key) is null);
    }

    [Fact]
    public void A_firm_is_explained_indicator_by_indicator()
    {
        var package = AppraisalPackages.Find("huangyan-2022")!;
        var firm = CaseFirm.Of(
            "91330000000000000A",
            [],
            new()
            {
                ["above"] = "no",
                ["land"] = "5",
                ["tax"] = "57.966",
                ["kwh"] = "1000000",
                ["bonus"] = "2",
            }
        );
        var score = new Appraiser(package).Appraise([firm]).Firms[0];
        Assert.Equal(
            [
                "91330000000000000A（91330000000000000A）在规模以下工业企业中得173.227分，第1名；评价办法没有写明分档，不定等级",
                "亩均税收：11.5932万元/亩÷基准值11.5932＝1，权重50，得50分",
                "单位用电税收：0.5797元/千瓦时÷基准值0.2352＝2.4645，权重50，得123.227分",
                "加分2没有计入：评价办法没有写明加分",
            ],
            AppraisalExplanation.Of(score, package, Language.Chinese)
        );
        Assert.Equal(
            "tax per mu: 11.5932 wan yuan/mu ÷ benchmark 11.5932 = 1, weight 50, 50 points",
            AppraisalExplanation.Of(score, package, Language.English)[1]
        );
    }

    [Fact]
    public void A_choice_to_be_verified_is_marked_where_it_is_used()
    {
        var package = PackageReading.Package("jingde-county.json");
        var firms = new[] { "50", "100" }.Select(tax =>
            CaseFirm.Of(
                tax,
                [],
                new()
                {
                    ["land"] = "10",
                    ["tax"] = tax,
                    ["revenue"] = tax,
                }
            )
        );
        var score = new Appraiser(package).Appraise([.. firms]).Firms[0];
        Assert.EndsWith(
            "（依据待核实）",
            AppraisalExplanation.Of(score, package, Language.Chinese)[1],
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<string> Keys<T>(string part)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => $"appraisal.{part}.{CodeText.Of(value)}");
}
