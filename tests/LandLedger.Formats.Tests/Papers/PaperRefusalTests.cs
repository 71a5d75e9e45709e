using LandLedger.Cases;
using LandLedger.Formats.Papers;
using LandLedger.Tests.Cases;

namespace LandLedger.Formats.Tests.Papers;

/// <summary>A paper that lacks a fact, or says two things at once, is not written; a draft shows where.</summary>
public sealed class PaperRefusalTests
{
    private static PaperSource WithPlot(PaperSource source, Func<Plot, Plot> change) =>
        source with
        {
            Evaluation = new Rules.Evaluator(source.Evaluation.Rules, source.Evaluation.AsOf).Evaluate(
                change(source.Evaluation.Plot)
            ),
        };

    /// <summary>The same case with one fact of a step taken out, or put in another's place.</summary>
    private static PaperSource WithFact(PaperSource source, string id, Fact fact)
    {
        var steps = source
            .Case.Steps.Select(step =>
                step.Facts.ContainsKey(id)
                    ? step with
                    {
                        Facts = step
                            .Facts.Select(one => one.Key == id ? new(id, fact) : one)
                            .Where(one => one.Value.IsKnown)
                            .ToDictionary(StringComparer.Ordinal),
                    }
                    : step
            )
            .ToList();
        var at = source.Case.Steps.ToList().IndexOf(source.Step);
        // A step that its procedure would not take stands outside the case, as one about to be taken.
        var (replayed, _) = Case.Replay(source.Case.Plot, source.Case.Procedure, steps);
        var one = replayed ?? Case.Replay(source.Case.Plot, source.Case.Procedure, source.Case.Steps.Take(at)).Case!;
        return source with { Case = one, Step = steps[at] };
    }

    private static PaperProblem Only(PaperKind kind, PaperSource source)
    {
        var (file, problems) = Paper.Write(kind, source);
        Assert.Null(file);
        Assert.All(problems, problem => Assert.DoesNotContain('{', problem.In(Language.Chinese)));
        Assert.All(problems, problem => Assert.DoesNotContain('{', problem.In(Language.English)));
        return Assert.Single(problems);
    }

    public static TheoryData<PaperKind, string> OfOffice =>
        new()
        {
            { PaperKind.InvestigationNotice, "contact" },
            { PaperKind.InvestigationNotice, "phone" },
            { PaperKind.FindingDecision, "office-address" },
            { PaperKind.FeeDecision, "reconsideration-body" },
            { PaperKind.FeeDecision, "court" },
            { PaperKind.FeeDecision, "payment-way" },
            { PaperKind.TakeBackDecision, "court" },
            { PaperKind.HearingNotice, "hearing-place" },
            { PaperKind.UrgingNotice, "deadline" },
            { PaperKind.TalkRecord, "talk-time" },
            { PaperKind.TalkRecord, "talk-place" },
            { PaperKind.TalkRecord, "talk-host" },
            { PaperKind.TalkRecord, "talk-recorder" },
        };

    [Theory]
    [MemberData(nameof(OfOffice))]
    public void What_the_office_did_not_give_is_named_and_never_left_blank(PaperKind kind, string fact)
    {
        var office = PaperCase.Office;
        office = fact switch
        {
            "contact" => office with { Contact = null },
            "phone" => office with { Phone = " " },
            "office-address" => office with { Address = null },
            "reconsideration-body" => office with { ReconsiderationBody = null },
            "court" => office with { Court = null },
            "payment-way" => office with { PaymentWay = null },
            "hearing-place" => office with { HearingPlace = null },
            "deadline" => office with { Deadline = null },
            "talk-time" => office with { TalkTime = null },
            "talk-place" => office with { TalkPlace = null },
            "talk-host" => office with { TalkHost = null },
            _ => office with { TalkRecorder = null },
        };
        var problem = Only(kind, PaperCase.Source(kind) with { Office = office });
        Assert.Equal(("fact-missing", fact), (problem.Code, problem.Place));
        Assert.Contains(Texts.Chinese["paper-fact." + fact], problem.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains(fact, problem.In(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("兴国某公司，兴国县城东路8号", false)]
    [InlineData("兴国某公司，埠头乡工业大道1号", true)]
    public void An_address_of_the_office_is_no_other_than_that_of_the_case(string recorded, bool differs)
    {
        var source = WithFact(PaperCase.Source(PaperKind.InvestigationNotice), "address", Fact.Of(recorded));
        if (!differs)
        {
            Assert.Empty(Paper.Write(PaperKind.InvestigationNotice, source).Problems);
            return;
        }
        var problem = Only(PaperKind.InvestigationNotice, source);
        Assert.Equal(("fact-differs", "holder-address"), (problem.Code, problem.Place));
        Assert.Contains(recorded, problem.In(Language.Chinese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("holder")]
    [InlineData("location")]
    [InlineData("area")]
    [InlineData("use")]
    [InlineData("supply")]
    [InlineData("agreed-days")]
    public void What_nobody_knows_of_the_plot_is_named(string fact)
    {
        var source = WithPlot(
            PaperCase.Source(PaperKind.InvestigationNotice),
            plot =>
                fact switch
                {
                    "holder" => plot with { Holder = null },
                    "location" => plot with { Location = null },
                    "area" => plot with { StatedArea = null },
                    "use" => plot with { GrantedUse = null },
                    "supply" => plot with { Grant = plot.Grant with { SupplyWay = null } },
                    _ => plot with { Grant = plot.Grant with { AgreedStart = null, AgreedCompletion = null } },
                }
        );
        var problem = Only(PaperKind.InvestigationNotice, source);
        Assert.Equal(("fact-missing", fact), (problem.Code, problem.Place));
    }

    [Theory]
    [InlineData(PaperKind.InvestigationNotice, "suspicion", "suspicion")]
    [InlineData(PaperKind.InvestigationNotice, "papers-day", "papers-day")]
    [InlineData(PaperKind.FindingDecision, "statement", "statement")]
    [InlineData(PaperKind.FeeDecision, "evidence", "evidence")]
    [InlineData(PaperKind.FeeDecision, "approver", "approval")]
    [InlineData(PaperKind.DisposalPlan, "mortgaged", "mortgage")]
    [InlineData(PaperKind.TalkRecord, "attendants", "attendants")]
    [InlineData(PaperKind.TalkRecord, "promises", "promises")]
    [InlineData(PaperKind.UrgingNotice, "document", "number")]
    public void What_no_step_said_is_named(PaperKind kind, string fact, string named)
    {
        var source = PaperCase.Source(kind);
        var steps = source
            .Case.Steps.Select(step => step with { Facts = step.Facts.Where(one => one.Key != fact).ToDictionary() })
            .ToList();
        var at = source.Case.Steps.ToList().IndexOf(source.Step);
        var (file, problems) = Paper.Write(kind, source with { Case = Untold(source.Case, steps), Step = steps[at] });
        Assert.Null(file);
        Assert.Equal(["fact-missing"], problems.Select(problem => problem.Code).Distinct());
        Assert.Contains(named, problems.Select(problem => problem.Place));
    }

    [Fact]
    public void A_draft_marks_each_gap_and_tells_it_all_the_same()
    {
        var source = PaperCase.Source(PaperKind.FeeDecision);
        source = source with { Office = source.Office with { Court = null, PaymentWay = null } };
        var (file, problems) = Paper.Write(PaperKind.FeeDecision, source, asDraft: true);
        Assert.Equal(["payment-way", "court"], problems.Select(problem => problem.Place));
        var text = string.Join('\n', Docx.Paragraphs(file!));
        Assert.Contains("缴款方式：【待补：缴款方式】。", text, StringComparison.Ordinal);
        Assert.Contains("内向【待补：管辖法院】提起行政诉讼", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fee_that_price_and_share_do_not_give_is_told_with_theirs()
    {
        var source = WithFact(PaperCase.Source(PaperKind.FeeDecision), "amount", Fact.Of(2_400_000m, Unit.Yuan));
        var problem = Only(PaperKind.FeeDecision, source);
        Assert.Equal(("fact-differs", "amount"), (problem.Code, problem.Place));
        Assert.Equal(
            "2,400,000元（大写：人民币贰佰肆拾万元整）【不符：按价款和比例计算为2,469,135.78元】",
            problem.Value
        );
        var (file, _) = Paper.Write(PaperKind.FeeDecision, source, asDraft: true);
        Assert.Contains(problem.Value, string.Join('\n', Docx.Paragraphs(file!)), StringComparison.Ordinal);

        // With the reason that the step gives, the decision stands and says both.
        var (reasoned, none) = Paper.Write(
            PaperKind.FeeDecision,
            source with
            {
                Step = source.Step with { Reason = "价款部分退还" },
            }
        );
        Assert.Empty(none);
        Assert.Contains(
            "2,400,000元（大写：人民币贰佰肆拾万元整）（按价款和比例计算为2,469,135.78元；另定数额的理由：价款部分退还）",
            string.Join('\n', Docx.Paragraphs(reasoned!)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_finding_of_another_day_or_of_land_that_is_not_idle_by_the_rules_is_told()
    {
        var source = PaperCase.Source(PaperKind.FindingDecision);
        var day = Only(PaperKind.FindingDecision, WithFact(source, "idle-since", Fact.Of(Day.Of("2025-10-02"))));
        Assert.Equal(("idle-since", "2025年10月2日【不符：系统判定为2025年9月2日】"), (day.Place, day.Value));
        var begun = WithPlot(
            source,
            plot =>
                plot with
                {
                    Progress = new()
                    {
                        Permit = true,
                        BegunOn = Day.Of("2024-08-01"),
                        ObservedOn = Day.Of("2026-02-20"),
                    },
                }
        );
        var (file, problems) = Paper.Write(PaperKind.FindingDecision, begun);
        Assert.Null(file);
        Assert.Contains("conclusion", problems.Select(problem => problem.Place));
    }

    [Fact]
    public void A_measure_that_the_rules_do_not_leave_open_is_told()
    {
        // Idle for less than two years: a fee, no take-back.
        var source = WithPlot(
            PaperCase.Source(PaperKind.TakeBackDecision),
            plot => plot with { Grant = plot.Grant with { AgreedStart = Day.Of("2024-09-01") } }
        );
        var (_, problems) = Paper.Write(PaperKind.TakeBackDecision, source);
        var measure = Assert.Single(problems, problem => problem.Place == "measure");
        Assert.Equal("无偿收回【不符：系统未列出该处置方式】", measure.Value);
    }

    [Fact]
    public void Papers_are_not_asked_for_before_the_holders_days_are_over()
    {
        var early = WithFact(
            PaperCase.Source(PaperKind.InvestigationNotice),
            "papers-day",
            Fact.Of(Day.Of("2026-04-18"))
        );
        // 30 days after 20 March.
        var problem = Only(PaperKind.InvestigationNotice, early);
        Assert.Equal(("papers-day", "2026年4月18日【不符：2026年4月19日】"), (problem.Place, problem.Value));
    }

    [Fact]
    public void A_step_that_makes_another_paper_and_an_evaluation_of_another_plot_are_refused()
    {
        Assert.Equal("step-other", Only(PaperKind.FeeDecision, PaperCase.Source(PaperKind.HearingNotice)).Code);
        var other = WithPlot(PaperCase.Source(PaperKind.FeeDecision), plot => plot with { Number = "A-2" });
        var problem = Only(PaperKind.FeeDecision, other);
        Assert.Equal(("other-plot", "360732:A-1"), (problem.Code, problem.Value));
    }

    /// <summary>A case as a file of another procedure would make it: its steps say less than those of the one that ships.</summary>
    private static Case Untold(Case one, IReadOnlyList<CaseStep> steps)
    {
        var procedure = one.Procedure with
        {
            Steps =
            [
                .. one.Procedure.Steps.Select(step =>
                    step with
                    {
                        Asks = [.. step.Asks.Select(a => a with { IsNeeded = false })],
                        IsDelayEstablished = false,
                    }
                ),
            ],
        };
        var (replayed, refusal) = Case.Replay(one.Plot, procedure, steps);
        Assert.Null(refusal?.In(Language.English));
        return replayed!;
    }
}
