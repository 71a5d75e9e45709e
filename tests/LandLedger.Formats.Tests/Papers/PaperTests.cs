using LandLedger.Cases;
using LandLedger.Formats.Papers;
using LandLedger.Rules;
using LandLedger.Tests.Cases;

namespace LandLedger.Formats.Tests.Papers;

/// <summary>What stands in each paper, told by hand; amounts and days worked out on paper.</summary>
public sealed class PaperTests
{
    public static TheoryData<PaperKind> Kinds => [.. Enum.GetValues<PaperKind>()];

    private static string Text(PaperKind kind, PaperSource? source = null) =>
        string.Join('\n', Docx.Paragraphs(Docx.Written(kind, source ?? PaperCase.Source(kind))));

    private static void Has(PaperKind kind, params string[] words)
    {
        var text = Text(kind);
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_paper_is_whole_keeps_to_the_schema_and_names_who_when_which_plot_and_by_which_rules(
        PaperKind kind
    )
    {
        var text = Text(kind);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.DoesNotContain("【", text, StringComparison.Ordinal);
        Assert.DoesNotContain("。。", text, StringComparison.Ordinal);
        Assert.Contains(Texts.Chinese["paper." + Fields.CodeText.Of(kind)], text, StringComparison.Ordinal);
        Assert.Contains("兴国县自然资源局", text, StringComparison.Ordinal);
        Assert.Contains("兴国甲<科技>有限公司", text, StringComparison.Ordinal);
        Assert.Contains("地块编号：A-1", text, StringComparison.Ordinal);
        // 33.33 mu by 2000/3 m².
        Assert.Contains("33.33亩（22,220平方米，文件面积）", text, StringComparison.Ordinal);
        Assert.Contains("（default，版本2026.1，", text, StringComparison.Ordinal);
        var clause = kind is PaperKind.UrgingNotice or PaperKind.TalkRecord ? "（" : "《闲置土地处置办法》第";
        Assert.Contains("依据：", text, StringComparison.Ordinal);
        Assert.Contains(clause, text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_source_gives_the_same_bytes_with_one_fixed_time(PaperKind kind)
    {
        var file = Docx.Written(kind, PaperCase.Source(kind));
        Assert.Equal(file, Docx.Written(kind, PaperCase.Source(kind)));
        Assert.All(Docx.Times(file), time => Assert.Equal(new DateTime(1980, 1, 1), time.DateTime));
    }

    [Fact]
    public void The_investigation_notice_states_suspicion_grounds_days_and_duties() =>
        Has(
            PaperKind.InvestigationNotice,
            "兴自然资调〔2026〕8号",
            "（地址：兴国县城东路8号）",
            "挂牌出让，合同或决定书编号36202300001，电子监管号3607322023B00018，2023年5月10日签订",
            "约定动工开发日期2024年9月1日，约定竣工日期2026年9月1日",
            "巡查发现至今未动工。",
            "应于2024年9月1日动工，依据：合同约定；核查日2026年2月20日时未动工；"
                + "自应动工之日起的期限（含已认定的顺延）到2025年9月1日届满，截至2026年3月20日已经超过（《闲置土地处置办法》第二条（一））",
            "自收到本通知书之日起30天内",
            "提交材料日期为2026年4月20日",
            "你单位的权利和义务",
            "《闲置土地处置办法》第六条",
            "2026年3月20日"
        );

    [Fact]
    public void The_finding_states_cause_and_conclusion() =>
        Has(
            PaperKind.FindingDecision,
            "截至2026年2月20日核查，尚未动工",
            "到2025年9月1日届满，截至2026年4月20日已经超过；企业自身原因（起始：",
            "你单位的说明：资金未到位。",
            "闲置原因：企业原因（企业自身原因）。",
            "该宗地自2025年9月2日起构成闲置土地，属超过动工开发日期满规定期限未动工开发的情形",
            "《闲置土地处置办法》第九条（未见原文，待核实）"
        );

    [Fact]
    public void The_fee_decision_states_the_amount_in_figures_and_capitals_and_marks_the_period_nobody_verified() =>
        Has(
            PaperKind.FeeDecision,
            "土地价款：12,345,678.90元（大写：人民币壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角）",
            "征缴比例：20%",
            "征缴金额：2,469,135.78元（大写：人民币贰佰肆拾陆万玖仟壹佰叁拾伍元柒角捌分）",
            "《闲置土地处置办法》第十四条（一）；《闲置土地处置办法》第十六条（未见原文，待核实）",
            "2026年4月20日《闲置土地认定书》（兴自然资认〔2026〕6号）认定",
            "证据材料：巡查照片3张",
            "2026年5月6日经兴国县人民政府批准（兴府〔2026〕5号）",
            "使用权人在规定期限内未申请听证",
            "30天内缴清。缴款方式：向国家税务总局兴国县税务局申报缴纳",
            "60天内向兴国县人民政府申请行政复议",
            "6个月（待核实）内向兴国县人民法院提起行政诉讼",
            "2026年5月15日"
        );

    [Fact]
    public void The_take_back_decision_states_both_years_the_mortgage_and_the_deregistration() =>
        Has(
            PaperKind.TakeBackDecision,
            "处置方式：无偿收回",
            "自2024年9月2日起构成闲置土地",
            "到2025年9月1日届满",
            "抵押：未设抵押",
            "30天内办理国有建设用地使用权注销登记",
            "《闲置土地处置办法》第十四条（二）"
        );

    [Fact]
    public void The_hearing_notice_states_the_decision_intended_and_the_five_working_days() =>
        Has(
            PaperKind.HearingNotice,
            "征缴土地闲置费，金额2,469,135.78元（大写：人民币贰佰肆拾陆万玖仟壹佰叁拾伍元柒角捌分）",
            "5个工作日（待核实）内",
            "听证地点：本局三楼会议室",
            "《自然资源听证规定》听证申请期限（未见原文，待核实）"
        );

    [Fact]
    public void Plan_talk_and_urging_state_what_they_are_about()
    {
        Has(PaperKind.DisposalPlan, "案〔2026〕2号", "征缴土地闲置费，金额2,469,135.78元", "未设抵押");
        Has(
            PaperKind.TalkRecord,
            "赵主任、孙总",
            "承诺六月底前动工。\n逾期退回保证金。",
            "记录人：钱记",
            "约谈（据工作总结，待核实）"
        );
        Has(PaperKind.UrgingNotice, "请于2026年6月30日前（含当日）按照合同约定动工", "催建（软件默认口径，待核实）");
        // Order 53 is the law of idle land: the papers of other procedures do not rest on it.
        Assert.DoesNotContain("第十三条", Text(PaperKind.UrgingNotice), StringComparison.Ordinal);
    }

    /// <summary>A case whose holder did not answer, up to the finding of a cause of the authority.</summary>
    private static Case FoundAuthority(params (string Id, Fact Fact)[] said) =>
        Steps.Walk(
            "idle",
            ("suspect", "2026-03-02", []),
            ("notify", "2026-03-20", [PaperCase.Address]),
            ("serve", "2026-03-23", []),
            ("no-answer", "2026-04-23", []),
            ("find-authority", "2026-04-24", said)
        );

    [Fact]
    public void A_supplement_in_force_a_government_cause_and_a_stop_are_told()
    {
        var one = FoundAuthority(
            ("idle-since", Fact.Of(Day.Of("2026-02-02"))),
            ("delay-kind", Fact.Of("plan-change")),
            ("delay-from", Fact.Of(Day.Of("2024-10-01"))),
            ("delay-to", Fact.Of(Day.Of("2024-12-31"))),
            ("cause-body", Fact.Of("兴国县城乡规划局")),
            ("partly-developed", Fact.Of(true))
        );
        var plot = PaperCase.Plot with
        {
            Grant = PaperCase.Plot.Grant with
            {
                Supplements =
                [
                    new() { SignedOn = Day.Of("2024-08-01"), AgreedStart = Day.Of("2024-11-01") },
                    new() { SignedOn = Day.Of("2026-04-25"), AgreedStart = Day.Of("2027-01-01") },
                ],
            },
            Progress = new()
            {
                BegunOn = Day.Of("2024-11-15"),
                Suspended = true,
                SuspendedOn = Day.Of("2025-02-01"),
                DevelopedArea = Area.FromMu(5),
                DevelopableArea = Area.FromMu(30),
            },
        };
        var (file, _) = Paper.Write(
            PaperKind.FindingDecision,
            PaperCase.Source(one, PaperKind.FindingDecision, plot),
            asDraft: true
        );
        var text = string.Join('\n', Docx.Paragraphs(file!));
        Assert.Contains("2024年8月1日补充协议约定动工开发日期2024年11月1日", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2027年", text, StringComparison.Ordinal);
        Assert.Contains(
            "政府原因（规划修改），自2024年10月1日起，至2024年12月31日止，造成闲置的机关：兴国县城乡规划局",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "已于2024年11月15日动工，已开发5.00亩，应开发30.00亩，自2025年2月1日起中止开发建设",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("属已动工开发后中止开发建设的情形", text, StringComparison.Ordinal);
        Assert.Contains("使用权人逾期未提交说明", text, StringComparison.Ordinal);
    }

    /// <summary>The change of plan took 92 days; the rest, from 2 December 2025 to 24 April 2026, has no cause.</summary>
    [Fact]
    public void A_finding_of_a_cause_for_some_days_names_the_days_that_are_left()
    {
        var one = FoundAuthority(
            ("idle-since", Fact.Of(Day.Of("2025-12-03"))),
            ("delay-kind", Fact.Of("plan-change")),
            ("delay-from", Fact.Of(Day.Of("2024-10-01"))),
            ("delay-to", Fact.Of(Day.Of("2024-12-31")))
        );
        var plot = PaperCase.Plot with
        {
            Progress = new() { ObservedOn = Day.Of("2026-04-20"), Begun = false },
        };
        var text = Text(PaperKind.FindingDecision, PaperCase.Source(one, PaperKind.FindingDecision, plot));
        // 29 days of December, 31 28 31 and 24.
        Assert.Contains(
            "至2024年12月31日止，造成闲置的机关：如实记载，已认定的原因只及于所列时间，自2025年12月3日起其余143天的闲置原因尚未查明，"
                + "原因尚未查明的是2025年12月3日至2026年4月24日（均含）",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_steps_say_after_the_paper_does_not_count()
    {
        var paid = Steps.Then(
            Steps.Then(PaperCase.Fee, "serve-fee", "2026-05-18"),
            "pay-part",
            "2026-06-10",
            ("amount", Fact.Of(5m, Unit.Yuan))
        );
        Assert.Equal(
            Docx.Written(PaperKind.FeeDecision, PaperCase.Source(PaperKind.FeeDecision)),
            Docx.Written(PaperKind.FeeDecision, PaperCase.Source(paid, PaperKind.FeeDecision))
        );
    }

    /// <summary>A class that is set on the day of the paper, but by a later step.</summary>
    [Fact]
    public void A_class_that_a_later_step_sets_or_takes_back_does_not_count()
    {
        var planned = Case.Replay(PaperCase.Fee.Plot, PaperCase.Fee.Procedure, PaperCase.Fee.Steps.Take(7)).Case!;
        (string, Fact)[] set =
        [
            ("document", Fact.Of("会〔2026〕1号")),
            ("set-class", Fact.Of("low-efficiency")),
            ("computed-class", Fact.Of("idle")),
        ];
        var later = Steps.Then(planned, "override", "2026-04-27", set);
        Assert.Equal(
            Docx.Written(PaperKind.DisposalPlan, PaperCase.Source(planned, PaperKind.DisposalPlan)),
            Docx.Written(PaperKind.DisposalPlan, PaperCase.Source(later, PaperKind.DisposalPlan))
        );
    }

    /// <summary>Begun, stopped and seen after the notice of 20 March 2026.</summary>
    [Fact]
    public void What_happened_after_the_day_of_the_paper_is_not_in_it()
    {
        var plot = PaperCase.Plot with
        {
            Grant = PaperCase.Plot.Grant with { SignedOn = Day.Of("2026-03-21") },
            Progress = new()
            {
                ObservedOn = Day.Of("2026-06-20"),
                BegunOn = Day.Of("2026-05-01"),
                SuspendedOn = Day.Of("2026-06-01"),
                Suspended = true,
            },
        };
        var source = PaperCase.Source(PaperCase.Fee, PaperKind.FindingDecision, plot);
        var text = string.Join(
            '\n',
            Docx.Paragraphs(Paper.Write(PaperKind.FindingDecision, source, asDraft: true).File!)
        );
        Assert.Contains("尚未动工", text, StringComparison.Ordinal);
        Assert.All(
            (string[])["于2026年5月1日", "自2026年6月1日", "截至2026年6月20日"],
            day => Assert.DoesNotContain(day, text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_paper_may_be_made_by_a_step_that_is_about_to_be_taken()
    {
        var heard = Case.Replay(PaperCase.Fee.Plot, PaperCase.Fee.Procedure, PaperCase.Fee.Steps.SkipLast(1)).Case!;
        var source = PaperCase.Source(PaperKind.FeeDecision) with { Case = heard };
        Assert.Equal(
            Docx.Written(PaperKind.FeeDecision, PaperCase.Source(PaperKind.FeeDecision)),
            Docx.Written(PaperKind.FeeDecision, source)
        );
    }

    [Fact]
    public void The_package_that_judged_is_named_with_its_version()
    {
        var source = PaperCase.Source(PaperKind.FeeDecision);
        var rules = RuleSets.Find("order-53")!;
        var judged = new Evaluator(rules, source.Step.Day).Evaluate(source.Evaluation.Plot);
        Assert.Contains(
            $"（order-53，版本{rules.Version}，",
            Text(PaperKind.FeeDecision, source with { Evaluation = judged }),
            StringComparison.Ordinal
        );
    }
}
