using LandLedger.Disposal;
using LandLedger.Rules;

namespace LandLedger.Tests.Disposal;

public sealed class DisposalColumnTests
{
    private static readonly Plot Plot = Sample.Plot("XG-001", 33.33335m, "东区");

    private static Fact Read(string id, Evaluation evaluation) =>
        DisposalColumns.All.Single(column => column.Id == id).Of(new(evaluation, Texts.Chinese));

    [Fact]
    public void Every_column_has_a_title_in_both_languages_and_a_name_of_its_own()
    {
        DisposalColumn[] all = [.. DisposalColumns.Listed, .. DisposalColumns.Judged];

        Assert.Equal(all.Length, all.DistinctBy(column => column.Id).Count());
        Assert.All(all, column => Assert.NotEmpty(column.Title(Texts.Chinese)));
        Assert.All(all, column => Assert.NotEmpty(column.Title(Texts.English)));
    }

    [Fact]
    public void Every_code_that_can_stand_in_a_cell_has_a_word_in_both_languages()
    {
        string[] keys =
        [
            .. Enum.GetValues<Category>().Select(value => "category." + Fields.Codes.Of(value)),
            "rule.start-overdue",
            .. RuleList.All.Select(rule => "rule." + rule.Id),
            .. Enum.GetValues<Cause>().Select(value => "cause." + Fields.Codes.Of(value)),
            .. Enum.GetValues<MeasureKind>().Select(value => "measure." + Fields.Codes.Of(value)),
            .. Enum.GetValues<PlotFlags>()
                .Where(value => value != PlotFlags.None)
                .Select(value => "flag." + Fields.Codes.Of(value)),
            .. Enum.GetValues<Metrics.AreaBasis>().Select(value => "per-mu-area." + Fields.Codes.Of(value)),
            .. Enum.GetValues<YearBasis>().Select(value => "figure." + Fields.Codes.Of(value)),
            .. Enum.GetValues<Metrics.SharingKeys>()
                .Where(value => value != Metrics.SharingKeys.None)
                .Select(value => "shared-by." + Fields.Codes.Of(value)),
        ];

        Assert.All(keys, key => Assert.NotNull(Texts.Chinese.Find(key)));
        Assert.All(keys, key => Assert.NotNull(Texts.English.Find(key)));
    }

    [Fact]
    public void Mu_are_shown_with_four_decimals_half_up()
    {
        Assert.Equal(33.3334m, Read("stated_mu", Sample.Of(Plot)).Number);
    }

    [Theory]
    [InlineData("29999.997", "29999.997")]
    [InlineData("30000.00001", "30000.00001")]
    [InlineData("30000", "30000")]
    [InlineData("29999.994", "29999.99")]
    [InlineData("7333.333333", "7333.33")]
    public void A_figure_per_mu_that_is_not_whole_yuan_never_looks_like_a_limit_that_is(string yuan, string shown)
    {
        var tax = Money.FromYuan(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture));
        var evaluation = Sample.Of(Sample.Plot("XG-001", 1) with { Years = [Sample.Taxed(tax)] });
        Assert.Equal(shown, Read("tax_per_mu", evaluation).ToString());
        var line = Explanation
            .Of(evaluation, Language.English)
            .Lines.First(line => line.StartsWith("Tax per mu ", StringComparison.Ordinal));
        Assert.Contains(" " + Thousands(shown) + " yuan", line, StringComparison.Ordinal);
    }

    /// <summary>"30000.00001" as "30,000.00001": all of them have two groups.</summary>
    private static string Thousands(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        return number.Insert((point < 0 ? number.Length : point) - 3, ",");
    }

    [Fact]
    public void Tax_and_output_each_say_their_own_year_and_origin()
    {
        var plot = Plot with
        {
            Years =
            [
                new() { Year = 2023, Tax = Money.FromWanYuan(10) },
                new()
                {
                    Year = 2024,
                    Output = Money.FromWanYuan(50),
                    Basis = YearBasis.Shared,
                },
            ],
        };
        var evaluation = new Evaluator(RuleSets.Find("default")!, new(2026, 1, 10)).Evaluate(plot);

        Assert.Equal(2023m, Read("per_mu_year", evaluation).Number);
        Assert.Equal("stated", Read("per_mu_figure", evaluation).Text);
        Assert.Equal(2024m, Read("output_year", evaluation).Number);
        Assert.Equal("shared", Read("output_figure", evaluation).Text);
        Assert.False(Read("output_year", Sample.Of(Plot)).IsKnown);
    }

    [Fact]
    public void Days_idle_count_the_first_idle_day_and_the_day_of_the_list()
    {
        // 2 to 31 March 30, April to December 2024 275, 2025 365, January to 22 November 2026 326: 996.
        Assert.Equal(996m, Read("idle_days", Sample.Of(Plot, Category.Idle)).Number);
        Assert.False(Read("idle_days", Sample.Of(Plot)).IsKnown);
    }

    [Fact]
    public void The_fee_is_blank_until_the_cause_is_established()
    {
        var fee = new Measure(MeasureKind.IdleFee, Sample.Article2, Cause.Holder, Money.FromYuan(500_000));

        Assert.False(Read("idle_fee", Sample.Of(Plot, Category.Idle, fee)).IsKnown);
        Assert.Equal(500_000m, Read("idle_fee", Sample.Of(Plot, Category.Idle, fee with { IfCause = null })).Number);
    }

    [Fact]
    public void A_measure_that_waits_for_the_cause_reads_as_such()
    {
        var column = DisposalColumns.All.Single(c => c.Id == "measures_if_cause");
        var fee = new Measure(MeasureKind.IdleFee, Sample.Article2, Cause.Holder);
        var row = new DisposalRow(Sample.Of(Plot, Category.Idle, fee), Texts.Chinese);

        Assert.Equal("holder:idle-fee", column.Of(row).Text);
        Assert.Equal("查明属企业原因的：征缴土地闲置费", column.Words(column.Of(row), Texts.Chinese));
    }

    [Fact]
    public void The_agreed_start_is_the_one_in_force_on_the_day()
    {
        var grant = new Grant
        {
            AgreedStart = new DateOnly(2023, 3, 1),
            Supplements =
            [
                new() { SignedOn = new DateOnly(2024, 1, 1), AgreedStart = new DateOnly(2024, 9, 1) },
                new() { SignedOn = new DateOnly(2026, 12, 1), AgreedStart = new DateOnly(2027, 9, 1) },
            ],
        };

        Assert.Equal(new DateOnly(2024, 9, 1), Read("agreed_start", Sample.Of(Plot with { Grant = grant })).Date);
    }

    [Fact]
    public void Of_contract_and_supplement_without_a_day_of_signing_the_later_start_is_shown_by_which_the_rules_go()
    {
        var grant = new Grant
        {
            AgreedStart = new(2023, 3, 1),
            Supplements = [new() { AgreedStart = new(2024, 1, 1) }],
        };

        Assert.Equal(new DateOnly(2024, 1, 1), Read("agreed_start", Sample.Of(Plot with { Grant = grant })).Date);
    }

    [Fact]
    public void The_rule_shown_is_the_one_that_made_the_class()
    {
        Assert.Equal("idle.not-started", Read("rule", Sample.Of(Plot, Category.Idle)).Text);
        Assert.Equal("low.tax-per-mu", Read("rule", Sample.Of(Plot, Category.Undetermined)).Text);
        Assert.False(Read("rule", Sample.Of(Plot)).IsKnown);
    }

    [Fact]
    public void Reason_and_clause_are_the_sentences_of_the_explanation()
    {
        var evaluation = Sample.Of(Plot, Category.Undetermined);

        var explained = Explanation.Of(evaluation, Language.Chinese).Lines;

        Assert.Contains(explained, line => line.Contains(Read("clause", evaluation).Text!, StringComparison.Ordinal));
        Assert.Equal("《闲置土地处置办法》第二条（一）", Read("clause", evaluation).Text);
        Assert.Contains(explained, line => line.Contains(Read("reason", evaluation).Text!, StringComparison.Ordinal));
    }

    [Fact]
    public void A_late_start_with_deducted_days_gives_the_days_and_the_moved_limit()
    {
        // 1 July 2024 to 30 June 2025 are 365 days: the year after 1 June 2024 ends on 1 June 2025, and 365 days later on 1 June 2026.
        var plot = new Plot
        {
            Number = "1",
            Stage = SupplyStage.Supplied,
            GrantedUse = Fields.LandUses.Find("工业用地", null),
            Grant = new() { AgreedStart = new(2024, 6, 1), AgreedCompletion = new(2027, 6, 1) },
            Progress = new() { Begun = false },
            Delays =
            [
                new()
                {
                    Kind = DelayKind.LateDelivery,
                    From = new(2024, 7, 1),
                    To = new(2025, 6, 30),
                    Established = true,
                },
            ],
        };
        var evaluation = new Evaluator(RuleSets.Default, new(2025, 12, 1)).Evaluate(plot);

        Assert.Equal(
            "应于2024年6月1日动工，至2025年12月1日尚未动工；因未按约定交地扣除365天，延误已经认定；"
                + "扣除的是2024年7月1日至2025年6月30日（均含）；"
                + "自应动工之日起的期限（含已认定的顺延）到2026年6月1日届满，截至2025年12月1日尚未超过",
            Read("reason", evaluation).Text
        );
    }

    /// <summary>Delivered on 20 May 2024: start deemed 20 May 2025, the year after it over with 20 May 2026.</summary>
    [Fact]
    public void A_start_that_is_not_in_the_contract_is_told_with_what_it_is_counted_from()
    {
        var plot = new Plot
        {
            Number = "1",
            Stage = SupplyStage.Supplied,
            Grant = new() { ActualDelivery = new(2024, 5, 20) },
            Progress = new() { Begun = false },
        };
        var evaluation = new Evaluator(RuleSets.Default, new(2026, 6, 30)).Evaluate(plot);

        Assert.Equal(
            "应于2025年5月20日动工，依据：实际交地日起推算；按现有资料尚未动工（台账动工栏：否）；"
                + "自应动工之日起的期限（含已认定的顺延）到2026年5月20日届满，截至2026年6月30日已经超过",
            Read("reason", evaluation).Text
        );
        Assert.False(Read("agreed_start", evaluation).IsKnown);
    }

    /// <summary>The start of 1 January 2022 is put off to 1 June 2023, the year after which is over with 1 June 2024.</summary>
    [Fact]
    public void A_long_extension_stands_beside_the_limit_that_decides_and_not_in_its_place()
    {
        var plot = new Plot
        {
            Number = "1",
            Stage = SupplyStage.Supplied,
            Grant = new()
            {
                AgreedStart = new(2022, 1, 1),
                Supplements = [new() { SignedOn = new(2022, 6, 1), AgreedStart = new(2023, 6, 1) }],
            },
            Progress = new() { Begun = false },
        };
        var evaluation = new Evaluator(RuleSets.Default, new(2024, 6, 2)).Evaluate(plot);

        Assert.Equal(
            "应于2023年6月1日动工，依据：补充协议；按现有资料尚未动工（台账动工栏：否）；"
                + "自应动工之日起的期限（含已认定的顺延）到2024年6月1日届满，截至2024年6月2日已经超过；"
                + "补充协议把动工日期延至2023年6月1日，比原动工日期晚一年以上（原动工日期满一年为2023年1月1日）；"
                + "延长动工开发期限最长一年，自补充协议约定的动工日期起算，请核对协议",
            Read("reason", evaluation).Text
        );
    }

    /// <summary>From 1 April to 30 June 2024 are 91 days: idle from 2 March 2025, or 91 days later from 1 June 2025.</summary>
    [Fact]
    public void Where_the_first_idle_day_is_open_the_list_says_between_which_days_and_leaves_the_days_blank()
    {
        var plot = new Plot
        {
            Number = "1",
            Stage = SupplyStage.Supplied,
            Grant = new() { AgreedStart = new(2024, 3, 1) },
            Progress = new() { Begun = false },
            Delays =
            [
                new()
                {
                    Kind = DelayKind.Petition,
                    From = new(2024, 4, 1),
                    To = new(2024, 6, 30),
                },
            ],
        };
        var evaluation = new Evaluator(RuleSets.Default, new(2025, 7, 1)).Evaluate(plot);

        Assert.Equal(Category.Idle, evaluation.Category);
        Assert.All(["idle_since", "idle_days", "net_idle_days"], id => Assert.False(Read(id, evaluation).IsKnown));
        Assert.EndsWith(
            "闲置起始日期在2025年3月2日至2025年6月1日之间，视延误如何认定；缺少延误是否认定",
            Read("reason", evaluation).Text,
            StringComparison.Ordinal
        );
    }

    /// <summary>The year after 1 August 2024 is over with 1 August 2025, the two years with 1 August 2026.</summary>
    [Fact]
    public void A_cause_of_the_holder_that_a_case_found_stands_behind_what_the_finding_rests_on()
    {
        var plot = Late(
            new()
            {
                Kind = DelayKind.Holder,
                From = new(2024, 8, 1),
                Established = true,
                Case = "2026-0006",
            }
        );
        var evaluation = new Evaluator(RuleSets.Default, new(2026, 3, 31)).Evaluate(plot);

        Assert.Equal(Cause.Holder, evaluation.Cause);
        Assert.Equal(
            "应于2024年8月1日动工，依据：合同约定；核查日2026年3月20日时未动工；"
                + "自应动工之日起的期限（含已认定的顺延）到2025年8月1日届满，截至2026年3月31日已经超过；"
                + "企业自身原因（起始：2024年8月1日），已经认定，不予扣除；企业自身原因由案件2026-0006认定",
            Read("reason", evaluation).Text
        );
    }

    /// <summary>1 October to 31 December 2024 are 92 days: the year after 1 August 2024 is over with 1 November 2025, the two years with 1 November 2026.</summary>
    [Fact]
    public void Days_that_a_case_took_off_stand_behind_what_the_finding_rests_on()
    {
        var plot = Late(
            new()
            {
                Kind = DelayKind.PlanChange,
                From = new(2024, 10, 1),
                To = new(2024, 12, 31),
                Established = true,
                Case = "2026-0006",
            }
        );
        var evaluation = new Evaluator(RuleSets.Default, new(2026, 3, 31)).Evaluate(plot);

        Assert.Equal(Category.Idle, evaluation.Category);
        Assert.Equal(
            "应于2024年8月1日动工，依据：合同约定；核查日2026年3月20日时未动工；"
                + "自应动工之日起的期限（含已认定的顺延）到2025年11月1日届满，截至2026年3月31日已经超过；"
                + "无偿收回的期限（含已认定的顺延）到2026年11月1日届满，截至2026年3月31日尚未超过；"
                + "因规划修改扣除92天，延误已经认定；扣除的是2024年10月1日至2024年12月31日（均含）；规划修改由案件2026-0006认定；"
                // 29 days of November, 31 31 28 31 to the end of March.
                + "已认定的原因只及于所列时间，自2025年11月2日起其余150天的闲置原因尚未查明；"
                + "原因尚未查明的是2025年11月2日至2026年3月31日（均含）",
            Read("reason", evaluation).Text
        );
        Assert.Contains(
            "部分时间已认定，其余尚未查明",
            Explanation.Of(evaluation, Language.Chinese).Cause,
            StringComparison.Ordinal
        );
    }

    /// <summary>2 mu of 30 are less than a third; the year of the stop is over with 1 February 2026.</summary>
    [Fact]
    public void Land_that_stands_still_is_told_as_begun_and_stopped_whatever_a_case_found()
    {
        var plot = Late(
            new()
            {
                Kind = DelayKind.Holder,
                From = new(2025, 2, 1),
                Established = true,
                Case = "2026-0006",
            }
        ) with
        {
            Progress = new()
            {
                BegunOn = new(2024, 7, 1),
                Completed = false,
                Suspended = true,
                SuspendedOn = new(2025, 2, 1),
                ObservedOn = new(2026, 3, 20),
                DevelopedArea = Area.FromMu(2),
                DevelopableArea = Area.FromMu(30),
            },
        };
        var evaluation = new Evaluator(RuleSets.Default, new(2026, 3, 31)).Evaluate(plot);

        Assert.Equal(Category.Idle, evaluation.Category);
        Assert.Equal(
            "按现有资料已动工（台账动工栏：2024年7月1日）；已开发面积占应开发面积的6.67%，不足三分之一；"
                + "已中止建设（台账：2025年2月1日）；中止建设的期限（含已认定的顺延）到2026年2月1日届满，截至2026年3月31日已经超过；"
                + "企业自身原因（起始：2025年2月1日），已经认定，不予扣除；企业自身原因由案件2026-0006认定",
            Read("reason", evaluation).Text
        );
    }

    /// <summary>To be begun by 1 August 2024, seen not begun on 20 March 2026.</summary>
    private static Plot Late(Delay delay) =>
        new()
        {
            Number = "1",
            Stage = SupplyStage.Supplied,
            Grant = new() { AgreedStart = new(2024, 8, 1) },
            Progress = new() { Begun = false, ObservedOn = new(2026, 3, 20) },
            Delays = [delay],
        };

    [Fact]
    public void Each_rule_that_made_the_class_stands_with_its_article_and_its_value_against_the_limit()
    {
        // 500,000 yuan by 50 mu are 10,000 a mu; 20 mu of floor by 50 mu are 0.4.
        var plot = new Plot
        {
            Number = "1",
            Stage = SupplyStage.Supplied,
            GrantedUse = Fields.LandUses.Find("工业用地", null),
            ActualUse = Fields.LandUses.Find("工业用地", null),
            StatedArea = Area.FromMu(50),
            Grant = new() { AgreedStart = new(2018, 1, 1) },
            Progress = new() { BegunOn = new(2018, 1, 1), CompletedOn = new(2020, 1, 1) },
            Premises = new() { FloorArea = Area.FromMu(20) },
            Years = [new() { Year = 2025, Tax = Money.FromWanYuan(50) }],
        };
        var evaluation = new Evaluator(RuleSets.Default, new(2026, 6, 30)).Evaluate(plot);

        Assert.Equal("low.tax-per-mu,low.floor-area-ratio", Read("rule", evaluation).Text);
        Assert.Equal("亩均税收10,000元/亩，低于30,000元/亩；容积率0.4，低于1", Read("reason", evaluation).Text);
        Assert.Equal(
            "《低效用地通用口径》第一条（软件默认口径，待核实）；《低效用地通用口径》第二条（软件默认口径，待核实）",
            Read("clause", evaluation).Text
        );
        Assert.Equal(Category.LowEfficiency, evaluation.Category);
    }

    [Fact]
    public void A_plot_in_order_that_is_late_to_start_says_so_day_against_day()
    {
        var plot = new Plot
        {
            Number = "1",
            Stage = SupplyStage.Supplied,
            GrantedUse = Fields.LandUses.Find("工业用地", null),
            Grant = new() { AgreedStart = new(2025, 9, 1), AgreedCompletion = new(2027, 9, 1) },
            Progress = new() { Begun = false, ObservedOn = new(2026, 6, 15) },
        };
        var evaluation = new Evaluator(RuleSets.Default, new(2026, 6, 30)).Evaluate(plot);

        Assert.Equal(Category.InOrder, evaluation.Category);
        Assert.Equal(MeasureKind.DeadlineToBuild, Assert.Single(evaluation.Measures).Kind);
        Assert.Equal("start-overdue", Read("rule", evaluation).Text);
        Assert.Equal("应于2025年9月1日动工，至2026年6月15日尚未动工", Read("reason", evaluation).Text);
        Assert.Equal("《闲置土地处置办法》第二条（一）", Read("clause", evaluation).Text);
    }

    [Fact]
    public void What_is_recorded_without_a_limit_is_the_reason_itself()
    {
        var plot = new Plot
        {
            Number = "1",
            Stage = SupplyStage.Supplied,
            GrantedUse = Fields.LandUses.Find("工业用地", null),
            Grant = new() { AgreedStart = new(2018, 1, 1) },
            Progress = new()
            {
                BegunOn = new(2018, 1, 1),
                CompletedOn = new(2020, 1, 1),
                InProduction = false,
            },
            Premises = new() { ProhibitedSector = true },
        };
        var evaluation = new Evaluator(RuleSets.Default, new(2026, 6, 30)).Evaluate(plot);

        Assert.Equal("属国家禁止或淘汰类产业", Read("reason", evaluation).Text);
    }

    [Fact]
    public void An_unknown_fact_is_an_empty_cell_and_never_a_no()
    {
        var row = new DisposalRow(Sample.Of(new Plot { Number = "1" }), Texts.Chinese);
        string[] known = ["plot", "category", "unverified", "held"];

        Assert.Equal(known, DisposalColumns.All.Where(column => column.Of(row).IsKnown).Select(column => column.Id));
    }
}
