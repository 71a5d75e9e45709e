using LandLedger.Cases;
using LandLedger.Formats.Papers;
using LandLedger.Tests.Cases;

namespace LandLedger.Formats.Tests.Papers;

/// <summary>Papers of land that is not idle, papers that were annulled, papers in English.</summary>
public sealed class LocalPaperTests
{
    public static TheoryData<string, PaperKind> Local
    {
        get
        {
            var all = new TheoryData<string, PaperKind>();
            foreach (var procedure in (string[])["low-efficiency", "use-changed"])
            {
                all.Add(procedure, PaperKind.HearingNotice);
                all.Add(procedure, PaperKind.TakeBackDecision);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Local))]
    public void Papers_of_other_land_do_not_rest_on_the_law_of_idle_land(string procedure, PaperKind kind)
    {
        var plot = PaperCase.Plot with
        {
            Progress = new()
            {
                BegunOn = Day.Of("2024-08-01"),
                CompletedOn = Day.Of("2025-06-01"),
                Completed = true,
            },
        };
        var source = PaperCase.Source(TakenBack.Of(procedure), kind, plot);
        var text = Draft(kind, source);
        Assert.DoesNotContain("闲置土地处置办法", text, StringComparison.Ordinal);
        if (kind == PaperKind.HearingNotice)
            Assert.Contains("《自然资源听证规定》第＿＿条（未见原文，待核实）", text, StringComparison.Ordinal);
        else
            Assert.Contains(
                "60天（待核实）内向兴国县人民政府申请行政复议，或者自收到之日起6个月（待核实）内向兴国县人民法院",
                text,
                StringComparison.Ordinal
            );
    }

    [Fact]
    public void A_paper_whose_decision_was_annulled_bears_that_on_top_and_is_else_the_same()
    {
        var served = Steps.Then(PaperCase.Fee, "serve-fee", "2026-05-18");
        var annulled = Steps.Then(
            Steps.Then(served, "appeal", "2026-06-01"),
            "appeal-annulled",
            "2026-07-01",
            ("document", Fact.Of("复决〔2026〕9号"))
        );
        var before = Docx.Paragraphs(Docx.Written(PaperKind.FeeDecision, PaperCase.Source(PaperKind.FeeDecision)));
        var after = Docx.Paragraphs(
            Docx.Written(PaperKind.FeeDecision, PaperCase.Source(annulled, PaperKind.FeeDecision))
        );
        Assert.Equal("【已撤销：2026年7月1日由“复议或诉讼撤销决定”撤销（复决〔2026〕9号）】", after[0]);
        Assert.Equal(before, after[1..]);
        var hearing = PaperCase.Source(annulled, PaperKind.HearingNotice);
        Assert.DoesNotContain("已撤销", Draft(PaperKind.HearingNotice, hearing), StringComparison.Ordinal);
    }

    [Fact]
    public void A_take_back_is_copied_to_every_mortgagee_of_the_ledger()
    {
        var source = PaperCase.Source(PaperKind.TakeBackDecision);
        Assert.Contains(
            "抄送抵押权人：无（未设抵押）。",
            Draft(PaperKind.TakeBackDecision, source),
            StringComparison.Ordinal
        );
        var plot = source.Evaluation.Plot with
        {
            Charges =
            [
                Mortgage("1", "兴国示例银行", released: null),
                Mortgage("2", "江西示例信用社", released: null),
                Mortgage("3", "旧银行", released: "2026-01-05"),
            ],
        };
        var mortgaged = PaperCase.Source(PaperCase.TakeBack, PaperKind.TakeBackDecision, plot);
        Assert.Contains(
            "抄送抵押权人：兴国示例银行、江西示例信用社。",
            Draft(PaperKind.TakeBackDecision, mortgaged),
            StringComparison.Ordinal
        );
    }

    public static TheoryData<PaperKind> Kinds => [.. Enum.GetValues<PaperKind>()];

    /// <summary>What is left of Chinese is what somebody recorded.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_English_paper_has_no_Chinese_but_the_facts(PaperKind kind)
    {
        var source = PaperCase.Source(kind) with { Language = Language.English };
        var text = string.Join('\n', Docx.Paragraphs(Docx.Written(kind, source)));
        string[] recorded =
        [
            .. source.Case.Steps.SelectMany(step => step.Facts.Values.Select(fact => fact.Text).OfType<string>()),
            .. (
                (string?[])
                    [
                        source.Office.Authority,
                        source.Office.Address,
                        source.Office.Contact,
                        source.Office.Court,
                        source.Office.HearingPlace,
                        source.Office.HolderAddress,
                        source.Office.PaymentWay,
                        source.Office.ReconsiderationBody,
                        source.Office.TalkHost,
                        source.Office.TalkPlace,
                        source.Office.TalkRecorder,
                        source.Office.TalkTime,
                        source.Evaluation.Plot.Holder,
                        source.Evaluation.Plot.Location,
                        source.Evaluation.Plot.GrantedUse!.Name,
                        source.Evaluation.Plot.Grant.SupplyWay,
                    ]
            ).OfType<string>(),
        ];
        foreach (var fact in recorded.Select(fact => fact.TrimEnd('。')).OrderByDescending(fact => fact.Length))
            text = text.Replace(fact, "", StringComparison.Ordinal);
        Assert.DoesNotMatch("[\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef]", text);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.Contains("For reading only", text, StringComparison.Ordinal);
    }

    private static Charge Mortgage(string certificate, string mortgagee, string? released) =>
        new()
        {
            Certificate = certificate,
            Mortgagee = mortgagee,
            RegisteredOn = Day.Of("2025-01-02"),
            ReleasedOn = released is null ? null : Day.Of(released),
        };

    private static string Draft(PaperKind kind, PaperSource source) =>
        string.Join('\n', Docx.Paragraphs(Paper.Write(kind, source, asDraft: true).File!));
}
