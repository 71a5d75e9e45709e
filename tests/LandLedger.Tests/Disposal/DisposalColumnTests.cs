using LandLedger.Disposal;

namespace LandLedger.Tests.Disposal;

public sealed class DisposalColumnTests
{
    private static readonly Plot Plot = Sample.Plot("XG-001", 33.33335m, "东区");

    private static Fact Read(string id, Evaluation evaluation) =>
        DisposalColumns.All.Single(column => column.Id == id).Of(new(evaluation, Texts.Chinese));

    [Fact]
    public void Every_column_has_a_title_in_both_languages_and_a_name_of_its_own()
    {
        DisposalColumn[] all = [.. DisposalColumns.All, .. DisposalColumns.Judged];

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
    public void A_supplement_without_a_day_of_signing_is_in_force_here_as_it_is_for_the_rules()
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
    public void An_unknown_fact_is_an_empty_cell_and_never_a_no()
    {
        var row = new DisposalRow(Sample.Of(new Plot { Number = "1" }), Texts.Chinese);
        string[] known = ["plot", "category", "unverified"];

        Assert.Equal(known, DisposalColumns.All.Where(column => column.Of(row).IsKnown).Select(column => column.Id));
    }
}
