using LandLedger.Fields;
using LandLedger.Metrics;
using LandLedger.Rules;
using LandLedger.Rules.LowEfficiency;
using LandLedger.Tests.Cases;

namespace LandLedger.Tests.Rules;

public class ExplanationTests
{
    private static readonly LawReference Clause = new("order-53", "2(1)", Trust.Unverified);

    private static readonly Fact[] Facts =
    [
        Fact.Unknown,
        Fact.Of(new DateOnly(2024, 2, 29)),
        Fact.Of(0.3m, Unit.Share),
        Fact.Of(Money.FromWanYuan(1234)),
        Fact.Of("plan-change"),
        Fact.Of(true),
    ];

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void Every_condition_has_a_sentence_without_a_hole(Language language)
    {
        var texts = LandLedger.Texts.In(language);
        var keys = texts.Keys.Where(key => key.StartsWith("condition.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(keys);
        foreach (var key in keys)
        {
            var end = key.LastIndexOf('.');
            var outcome = Enum.GetValues<Outcome>().Single(o => Codes.Of(o) == key[(end + 1)..]);
            foreach (var fact in Facts)
            {
                var condition = new Condition(key["condition.".Length..end], outcome, fact, fact, Clause, []);
                var sentence = Sentence.Of(condition, new Plot { Number = "1" }, texts);
                Assert.NotEqual(key, sentence);
                Assert.DoesNotContain('{', sentence);
            }
        }
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void Every_rule_and_measure_and_unit_and_outcome_has_its_words(Language language)
    {
        var texts = LandLedger.Texts.In(language);
        Assert.All(RuleList.All, rule => Assert.NotNull(texts.Find("rule." + rule.Id)));
        Assert.All(Enum.GetValues<MeasureKind>(), kind => Assert.NotNull(texts.Find("measure." + Codes.Of(kind))));
        Assert.All(Enum.GetValues<Outcome>(), outcome => Assert.NotNull(texts.Find("outcome." + Codes.Of(outcome))));
        Assert.All(
            RuleList.All.SelectMany(rule => rule.Numbers).Concat(Exemptions.All.SelectMany(e => e.Numbers)),
            number => Assert.NotNull(texts.Find("number." + number.Id))
        );
        Assert.All(
            Enum.GetValues<Unit>().Except([Unit.None, Unit.Share, Unit.Ratio]),
            unit => Assert.NotNull(texts.Find("unit." + CodeText.Of(unit)))
        );
        Assert.All(
            Enum.GetValues<DelayKind>().Except([DelayKind.Unknown]),
            kind => Assert.NotNull(texts.Find("word." + CodeText.Of(kind)))
        );
    }

    /// <summary>A plot of which nothing is recorded but its use: five rules of the package are judged only where recorded.</summary>
    [Fact]
    public void Of_a_rule_that_is_not_judged_each_thing_not_recorded_is_said_once()
    {
        var plot = new Plot
        {
            Number = "1",
            Stage = SupplyStage.Supplied,
            GrantedUse = LandUses.Find("工业用地", null),
        };
        var lines = Explanation
            .Of(new Evaluator(RuleSets.Default, new(2026, 6, 30)).Evaluate(plot), Language.Chinese)
            .Lines;

        Assert.Equal(
            ["  ○ 是否停工停产没有记录", "  ○ 固定资产投资、约定投资总额没有记录", "  ○ 实际竣工日期没有记录"],
            [.. Under("停工停产：未判").Skip(1), .. Under("投资不足：未判").Skip(2)]
        );

        IEnumerable<string> Under(string finding) =>
            lines
                .SkipWhile(line => !line.StartsWith(finding, StringComparison.Ordinal))
                .Skip(1)
                .TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
                .Select(line => line.Split('；')[0]);
    }

    [Theory]
    [InlineData("2024-02-28", false)]
    [InlineData("2024-03-01", true)]
    public void Days_that_cannot_follow_each_other_are_named_once_they_are_on_record(string asOf, bool named)
    {
        var plot = new Plot
        {
            Number = "1",
            Stage = SupplyStage.Supplied,
            Grant = new() { SignedOn = new(2024, 3, 1), AgreedStart = new(2023, 3, 1) },
            Progress = new() { BegunOn = new(2025, 1, 1), CompletedOn = new(2024, 12, 1) },
        };
        var evaluation = new Evaluator(RuleSets.Default, CasePlot.Day(asOf)!.Value).Evaluate(plot);
        Assert.Equal(
            named ? ["待核实：约定动工日期 2023-03-01 早于 合同签订日期 2024-03-01"] : [],
            Explanation
                .Of(evaluation, Language.Chinese)
                .Lines.Where(line => line.Contains("早于", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Every_case_is_explained_in_both_languages_without_a_hole()
    {
        foreach (var file in CaseFiles.All.Values)
        {
            foreach (var one in file.Cases)
            {
                var evaluator = new Evaluator(CaseFiles.Package(file.Package), CasePlot.Day(one.AsOf)!.Value);
                var evaluation = evaluator.Evaluate(CasePlot.Of(file, one));
                foreach (var language in Enum.GetValues<Language>())
                {
                    var lines = Explanation.Of(evaluation, language).Lines;
                    Assert.True(lines.Count > 3);
                    Assert.All(lines, line => Assert.DoesNotContain('{', line));
                    Assert.All(lines, line => Assert.DoesNotContain("condition.", line, StringComparison.Ordinal));
                }
            }
        }
    }

    [Fact]
    public void An_officer_reads_day_limit_article_and_fee()
    {
        var plot = new Plot
        {
            Number = "城东-17",
            Stage = SupplyStage.Supplied,
            Grant = new() { AgreedStart = new(2023, 3, 1), Price = Money.FromWanYuan(1234.5m) },
            Progress = new() { Begun = false },
            Delays = [new() { Kind = DelayKind.Holder, Established = true }],
        };
        var evaluation = new Evaluator(RuleSets.Default, new(2024, 3, 2)).Evaluate(plot);

        var chinese = Explanation.Of(evaluation, Language.Chinese).Lines;
        Assert.Equal("地块城东-17，截至2024年3月2日：闲置", chinese[0]);
        Assert.Equal("自2024年3月2日起闲置，闲置原因：企业原因", chinese[2]);
        Assert.Contains("  ✓ 应于2023年3月1日动工，依据：合同约定", chinese);
        Assert.Contains(
            "  ✓ 自应动工之日起的期限（含已认定的顺延）到2024年3月1日届满，截至2024年3月2日已经超过",
            chinese
        );
        Assert.Contains("处置：征缴土地闲置费2,469,000元（《闲置土地处置办法》第十四条（一））", chinese);

        var english = Explanation.Of(evaluation, Language.English).Lines;
        Assert.Equal("Plot 城东-17 as of 2024-03-02: idle", english[0]);
        Assert.Contains(english, line => line.EndsWith("art. 14(1))", StringComparison.Ordinal));
    }

    [Fact]
    public void What_decided_comes_first_and_a_plot_not_begun_is_not_said_to_have_resumed()
    {
        var plot = new Plot
        {
            Number = "城东-18",
            Stage = SupplyStage.Supplied,
            StatedArea = Area.FromMu(29.7m),
            Grant = new() { AgreedStart = new(2023, 3, 1) },
            Progress = new() { Begun = false, Suspended = false },
        };
        var lines = Explanation
            .Of(new Evaluator(RuleSets.Default, new(2024, 3, 2)).Evaluate(plot), Language.Chinese)
            .Lines;

        var others = lines.ToList().IndexOf("其余各条：");
        Assert.Contains("面积：文件面积29.70亩，量算面积未记录", lines);
        Assert.InRange(
            lines.ToList().FindIndex(line => line.StartsWith("处置：", StringComparison.Ordinal)),
            5,
            others
        );
        Assert.Contains(lines.Skip(others), line => line == "  — 按现有资料尚未动工（台账动工栏：否）");
        Assert.DoesNotContain(
            lines,
            line =>
                line.Contains("复工", StringComparison.Ordinal)
                && line.StartsWith("  — 没有中止", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_a_deadline_to_begin_rests_on_stands_before_the_other_rules()
    {
        var plot = new Plot
        {
            Number = "城东-19",
            Stage = SupplyStage.Supplied,
            Grant = new() { AgreedStart = new(2023, 3, 1) },
            Progress = new() { Begun = false },
        };
        var evaluation = new Evaluator(CaseFiles.Package("order-53"), new(2023, 6, 30)).Evaluate(plot);
        var lines = Explanation.Of(evaluation, Language.Chinese).Lines.ToList();

        var late = lines.IndexOf("  ✓ 应于2023年3月1日动工，至2023年6月30日尚未动工");
        Assert.InRange(late, 1, lines.IndexOf("其余各条："));
        Assert.Contains(
            "  — 自应动工之日起的期限（含已认定的顺延）到2024年3月1日届满，截至2023年6月30日尚未超过",
            lines
        );
        Assert.Contains("标记：逾期未动工、依据待核实", lines);
    }

    [Fact]
    public void Figures_shared_out_from_firms_come_with_their_year_their_area_and_the_rule()
    {
        // 600,000 yuan by 20 mu are 30,000 a mu.
        var plot = new Plot
        {
            Number = "1",
            StatedArea = Area.FromMu(20),
            Years =
            [
                new()
                {
                    Year = 2025,
                    Basis = YearBasis.Shared,
                    SharedBy = SharingKeys.DeclaredShare | SharingKeys.LandArea,
                    Tax = Money.FromYuan(600_000),
                },
            ],
        };
        var evaluator = new Evaluator(RuleSets.Default, new(2026, 6, 30));

        var shared = Explanation.Of(evaluator.Evaluate(plot), Language.Chinese).Lines;
        Assert.Contains("亩均税收30,000元/亩（2025年企业数据，按申报比例分摊、按用地面积分摊；除以文件面积）", shared);
        Assert.Contains("分摊规则：" + LandLedger.Texts.Chinese["sharing.rule"], shared);

        var stated = plot with { Years = [plot.Years[0] with { Basis = YearBasis.Stated }] };
        var lines = Explanation.Of(evaluator.Evaluate(stated), Language.English).Lines;
        Assert.Contains("Tax per mu 30,000 yuan/mu (2025, by stated area)", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("Sharing rule", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_that_the_county_has_not_given_is_named_with_its_id()
    {
        var file = CaseFiles.All["low-efficiency/jinhua.yaml"];
        var evaluation = new Evaluator(CaseFiles.Package(file.Package), new(2026, 6, 30)).Evaluate(
            CasePlot.Of(file, file.Cases[0])
        );
        var named = "行业容积率标准（规则包标准值，编号 low.exempt.sector-ratio.floor）";

        var chinese = Explanation.Of(evaluation, Language.Chinese).Lines;
        Assert.Contains($"缺少：{named}", chinese);
        Assert.Contains(
            chinese,
            line =>
                line.StartsWith(
                    $"  ? 县里尚未给出{named}，请补入规则包；本行业（C13）能否例外无法判断",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            "Missing: floor-area ratio asked of the sector (number low.exempt.sector-ratio.floor of the package)",
            Explanation.Of(evaluation, Language.English).Lines
        );
        var column = LandLedger.Disposal.DisposalColumns.All.Single(column => column.Id == "missing");
        var missing = column.Of(new(evaluation, LandLedger.Texts.Chinese));
        Assert.Equal("low.exempt.sector-ratio.floor", missing.Text);
        Assert.Equal(named, column.Words(missing, LandLedger.Texts.Chinese));
    }

    [Fact]
    public void A_share_just_under_its_limit_does_not_look_like_the_limit()
    {
        // 9,999,999.99 of 40,000,000 is 24.999999975 %.
        var condition = new Condition(
            "idle.invested-share",
            Outcome.Met,
            Fact.Of(9_999_999.99m / 40_000_000m, Unit.Share),
            Fact.Of(0.25m, Unit.Share),
            Clause,
            []
        );
        var sentence = Sentence.Of(condition, new Plot { Number = "1" }, LandLedger.Texts.Chinese);
        Assert.Equal("已投资额占总投资额的24.99999998%，不足25%", sentence);
    }

    [Theory]
    [InlineData("2(2)", "第二条（二）", "art. 2(2)")]
    [InlineData("10", "第十条", "art. 10")]
    [InlineData("12(3)", "第十二条（三）", "art. 12(3)")]
    [InlineData("12(3)(1)", "第十二条（三）（一）", "art. 12(3)(1)")]
    [InlineData("30", "第三十条", "art. 30")]
    [InlineData("56", "第五十六条", "art. 56")]
    [InlineData("110", "第一百一十条", "art. 110")]
    [InlineData("204", "第二百零四条", "art. 204")]
    [InlineData("1260", "第1260条", "art. 1260")]
    [InlineData("工业（一）", "工业（一）", "industrial land (1)")]
    public void Articles_are_written_as_laws_print_them_without_saying_paragraph_or_item(
        string article,
        string chinese,
        string english
    )
    {
        var clause = new LawReference("order-53", article, Trust.Read);
        Assert.Equal(chinese, Sentence.Article(clause, LandLedger.Texts.Chinese));
        Assert.Equal(english, Sentence.Article(clause, LandLedger.Texts.English));
    }

    [Fact]
    public void One_third_is_said_as_such_and_an_unverified_clause_says_so()
    {
        var condition = new Condition(
            "idle.developed-share",
            Outcome.Met,
            Fact.Of(0.333m, Unit.Share),
            Fact.Of(1m / 3m, Unit.Share),
            Clause,
            []
        );
        Assert.Equal(
            "已开发面积占应开发面积的33.3%，不足三分之一",
            Sentence.Of(condition, new Plot { Number = "1" }, LandLedger.Texts.Chinese)
        );
        Assert.Equal(
            "《闲置土地处置办法》第二条（一）（未见原文，待核实）",
            Sentence.Of(Clause, RuleSets.Default, LandLedger.Texts.Chinese)
        );
    }

    /// <summary>Each evaluator makes clauses of its own, so that a service would keep texts without end.</summary>
    [Fact]
    public void The_text_of_a_clause_is_kept_once_however_often_the_clause_is_made()
    {
        var rules = RuleSets.Default;
        var clause = rules.Clause("measure.extend-start");
        var text = Sentence.Of(clause with { Trust = Trust.Unverified }, rules, Texts.Chinese);

        Assert.Same(text, Sentence.Of(clause with { Trust = Trust.Unverified }, rules, Texts.Chinese));
    }
}
