using LandLedger.Cases;
using LandLedger.Formats.Papers;
using LandLedger.Rules;
using LandLedger.Tests.Cases;

namespace LandLedger.Formats.Tests.Papers;

/// <summary>
/// One plot and its cases: to be begun by 1 September 2024, not begun when looked at, so idle from 2 September 2025 on and for less than two
/// years in 2026; bought for 12,345,678.90 yuan, of which a fifth is 2,469,135.78.
/// </summary>
internal static class PaperCase
{
    public static readonly Plot Plot = new()
    {
        County = "360732",
        Number = "A-1",
        Holder = "兴国甲<科技>有限公司",
        Location = "城东片区1号路南",
        Stage = SupplyStage.Supplied,
        GrantedUse = new("工业用地", null, LandUseSystem.NameOnly, UseGroup.Industrial),
        StatedArea = Area.FromMu(33.33m),
        Grant = new()
        {
            SupplyWay = "挂牌出让",
            ContractNumber = "36202300001",
            SupervisionNumber = "3607322023B00018",
            SignedOn = Day.Of("2023-05-10"),
            Price = Money.FromYuan(12_345_678.90m),
            AgreedStart = Day.Of("2024-09-01"),
            AgreedCompletion = Day.Of("2026-09-01"),
        },
        Progress = new() { ObservedOn = Day.Of("2026-02-20"), Begun = false },
    };

    public static readonly PaperOffice Office = new()
    {
        Authority = "兴国县自然资源局",
        Contact = "李办",
        Phone = "0797-5300000",
        Address = "兴国县红军路1号",
        HolderAddress = "兴国县城东路8号",
        HearingPlace = "本局三楼会议室",
        ReconsiderationBody = "兴国县人民政府",
        Court = "兴国县人民法院",
        PaymentWay = "向国家税务总局兴国县税务局申报缴纳",
        Deadline = Day.Of("2026-06-30"),
        TalkTime = "9时30分",
        TalkPlace = "管委会会议室",
        TalkHost = "赵主任",
        TalkRecorder = "钱记",
    };

    /// <summary>The holder with the address that the office has, too.</summary>
    public static readonly (string, Fact) Address = ("address", Fact.Of("兴国甲<科技>有限公司，兴国县城东路8号"));

    /// <summary>The whole way to a fee; each paper is made by one of its steps.</summary>
    public static readonly Case Fee = Steps.Walk("idle", Way("idle-fee", "decide-fee"));

    public static readonly Case TakeBack = Steps.Walk("idle", Way("recover-without-compensation", "decide-take-back"));

    public static readonly Case Talk = Steps.Walk(
        "low-efficiency",
        ("list", "2026-03-02", []),
        (
            "first-talk",
            "2026-03-10",
            [
                ("document", Fact.Of("约〔2026〕3号")),
                ("attendants", Fact.Of("赵主任、孙总")),
                ("promises", Fact.Of("承诺六月底前动工。\n逾期退回保证金。")),
            ]
        ),
        ("urge", "2026-03-20", [("document", Fact.Of("催〔2026〕1号"))])
    );

    /// <summary>The step of a case that makes a paper, and the evaluation of the plot on its day, by what had been found by then.</summary>
    public static PaperSource Source(Case one, PaperKind kind, Plot? plot = null)
    {
        var step = one.Steps.Last(step => one.Procedure.FindStep(step.Kind)!.Paper == kind);
        var then = Case.Replay(one.Plot, one.Procedure, one.Steps.TakeWhile(taken => taken != step).Append(step)).Case!;
        var judged = (plot ?? Plot) with { Delays = then.Delays };
        return new()
        {
            Case = one,
            Step = step,
            Evaluation = new Evaluator(RuleSets.Default, step.Day).Evaluate(judged),
            Office = Office,
        };
    }

    /// <summary>All eight, each with a source that has every fact.</summary>
    public static PaperSource Source(PaperKind kind) =>
        kind switch
        {
            PaperKind.TakeBackDecision => Source(TakeBack, kind, LongIdle),
            PaperKind.UrgingNotice or PaperKind.TalkRecord => Source(Talk, kind),
            _ => Source(Fee, kind),
        };

    /// <summary>The same land, to be begun a year earlier: idle for two years from 2 September 2025 on.</summary>
    private static Plot LongIdle => Plot with { Grant = Plot.Grant with { AgreedStart = Day.Of("2023-09-01") } };

    private static (string, string, (string, Fact)[])[] Way(string measure, string decision) =>
        [
            (
                "suspect",
                "2026-03-02",
                [("suspicion", Fact.Of("巡查发现至今未动工。")), ("evidence", Fact.Of("巡查照片3张"))]
            ),
            (
                "notify",
                "2026-03-20",
                [("document", Fact.Of("兴自然资调〔2026〕8号")), Address, ("papers-day", Fact.Of(Day.Of("2026-04-20")))]
            ),
            ("serve", "2026-03-23", []),
            ("answer", "2026-04-10", [("statement", Fact.Of("资金未到位"))]),
            ("find-holder", "2026-04-20", Found(measure)),
            ("publish-holder", "2026-04-21", []),
            ("plan-holder", "2026-04-27", [("document", Fact.Of("案〔2026〕2号")), ("measure", Fact.Of(measure))]),
            (
                "approve-holder",
                "2026-05-06",
                [("document", Fact.Of("兴府〔2026〕5号")), ("approver", Fact.Of("兴国县人民政府"))]
            ),
            ("tell-hearing", "2026-05-07", [("document", Fact.Of("听〔2026〕4号"))]),
            ("lapse-hearing", "2026-05-14", []),
            (decision, "2026-05-15", Decided(decision)),
        ];

    private static (string, Fact)[] Found(string measure) =>
        [
            ("document", Fact.Of("兴自然资认〔2026〕6号")),
            ("idle-since", Fact.Of(Day.Of(measure == "idle-fee" ? "2025-09-02" : "2024-09-02"))),
        ];

    private static (string, Fact)[] Decided(string decision) =>
        decision == "decide-fee"
            ? [("document", Fact.Of("兴自然资费〔2026〕1号")), ("amount", Fact.Of(2_469_135.78m, Unit.Yuan))]
            : [("document", Fact.Of("兴自然资收〔2026〕1号"))];
}
