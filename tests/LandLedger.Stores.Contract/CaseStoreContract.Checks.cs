using LandLedger.Cases;
using LandLedger.Import;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>What a step says of class and fee, held against what the rules say of the plot.</summary>
public abstract partial class CaseStoreContract
{
    /// <summary>A-1, due on 1 January 2024, is idle; B-1 has no facts and is undetermined.</summary>
    [Theory]
    [InlineData("A-1", "idle", null)]
    [InlineData("A-1", "undetermined", "闲置")]
    [InlineData("B-1", "undetermined", null)]
    [InlineData("B-1", "idle", "待核实")]
    public void A_class_is_set_only_beside_the_one_that_the_rules_give_on_that_day(
        string plot,
        string said,
        string? computed
    )
    {
        var number = Walk(A with { Number = plot }, "suspect");
        var set = Set("low-efficiency", Day(5));
        var step = set with { Facts = new Dictionary<string, Fact>(set.Facts) { ["computed-class"] = Fact.Of(said) } };

        var (filed, refusal) = Book.Take(number, step, SampleSteps.Recording);

        if (computed is null)
        {
            Assert.Equal(said, Fields.CodeText.Of(filed!.Case.Override!.Computed));
            AssertWhole();
            return;
        }
        Assert.Equal(("class-other", "facts.computed-class"), (refusal!.Code, refusal.Place));
        Assert.Contains(computed, refusal.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains(said == "idle" ? "“闲置”" : "“待核实”", refusal.In(Language.Chinese), StringComparison.Ordinal);
        Assert.DoesNotContain('{', refusal.In(Language.English));
        Assert.Contains("override", refusal.Allowed.Select(one => one.Id));
        Assert.Single(Book.Judged(number).Filed!.Case.Steps);
    }

    /// <summary>20 % of 10,000,000 are 2,000,000.</summary>
    [Theory]
    [InlineData(2_000_000, null, null)]
    [InlineData(1_999_999.99, null, "fee-other")]
    [InlineData(2_000_000.01, "  ", "fee-other")]
    [InlineData(1_500_000, "价款部分退还，县政府批复", null)]
    public void A_fee_other_than_share_and_price_give_needs_a_reason(double yuan, string? reason, string? code)
    {
        var number = Heard();
        var step = SampleSteps.Of("idle", "decide-fee", Day(20), ("amount", Fact.Of((decimal)yuan, Unit.Yuan))) with
        {
            Reason = reason,
        };

        var (filed, refusal) = Book.Take(number, step, SampleSteps.Recording);

        Assert.Equal(code, refusal?.Code);
        if (refusal is null)
        {
            Assert.Equal("decided-fee", filed!.Case.State.Id);
            return;
        }
        Assert.Equal("reason", refusal.Place);
        Assert.Contains("2000000", refusal.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("2000000", refusal.In(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fee_that_cannot_be_computed_needs_a_reason()
    {
        var number = Heard();
        using (var import = Store.BeginImport())
        {
            import.Put(SamplePlots.At(A.Number, 119, 28) with { Grant = Supplied with { Price = null } });
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        }
        var step = SampleSteps.Of("idle", "decide-fee", Day(20));

        Assert.Equal("fee-unknown", Book.Take(number, step, SampleSteps.Recording).Refusal!.Code);
        Opened(Book.Take(number, step with { Reason = "价款另有凭证" }, SampleSteps.Recording));
    }

    /// <summary>Due on 1 June 2024 and not begun, so idle for two years after 1 June 2026: in March 2026 art. 14(2) gives no take-back.</summary>
    [Theory]
    [InlineData("2024-01-01", null, null)]
    [InlineData("2024-06-01", null, "take-back-early")]
    [InlineData("2024-06-01", " ", "take-back-early")]
    [InlineData("2024-06-01", "法院判决", null)]
    [InlineData(null, null, "take-back-closed")]
    public void A_plan_to_take_back_land_idle_for_less_than_two_years_needs_a_reason(
        string? start,
        string? reason,
        string? code
    )
    {
        using (var import = Store.BeginImport())
        {
            var day = start is null ? (DateOnly?)null : Tests.Cases.Day.Of(start);
            import.Put(
                SamplePlots.At(A.Number, 119, 28) with
                {
                    Grant = Supplied with { AgreedStart = day },
                    Progress = new() { Begun = false },
                }
            );
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        }
        var number = Walk(A, "suspect", "notify", "serve", "answer", "find-holder", "publish-holder");
        var step = SampleSteps.Of(
            "idle",
            "plan-holder",
            Day(20),
            ("measure", Fact.Of("recover-without-compensation"))
        ) with
        {
            Reason = reason,
        };

        var (filed, refusal) = Book.Take(number, step, SampleSteps.Recording);

        Assert.Equal(code, refusal?.Code);
        if (refusal is null)
        {
            Assert.Equal("planned-holder", filed!.Case.State.Id);
            AssertWhole();
            return;
        }
        Assert.Equal("reason", refusal.Place);
        Assert.DoesNotContain('{', refusal.In(Language.English));
        if (start is not null)
            Assert.Contains("2026年6月1日", refusal.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("plan-holder", refusal.Allowed.Select(one => one.Id));
    }

    private CaseNumber Heard() =>
        Walk(
            A,
            "suspect",
            "notify",
            "serve",
            "answer",
            "find-holder",
            "publish-holder",
            "plan-holder",
            "approve-holder",
            "tell-hearing",
            "waive-hearing"
        );
}
