using LandLedger.Cases;
using LandLedger.Ledger;
using LandLedger.Rules;
using LandLedger.Tests.Cases;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>What a procedure said when a case was opened, when its file has become another or is gone.</summary>
public abstract partial class CaseStoreContract
{
    [Fact]
    public void A_case_goes_on_by_what_its_procedure_said_though_its_file_is_gone()
    {
        using var own = OpenWith(At("idle.json"));
        var number = Opened(Start(own, A, "qing-1"));

        // This store is opened without the file.
        Opened(Book.Take(number, Said("qing-1", "tell", 2), SampleSteps.Recording));

        var filed = Book.Judged(number).Filed!;
        Assert.Equal(("qing-1", "told"), (filed.Case.Procedure.Version, filed.Case.State.Id));
        Assert.Equal(own.Cases.Procedures.Find("idle")!.Text.Digest, filed.Case.Procedure.Text.Digest);
        Assert.Equal(Day(17), Assert.Single(filed.Case.Clocks).Due(HolidayCalendar.Default).Day);
        Assert.Empty(Faults());
        AssertWhole();
    }

    [Fact]
    public void A_procedure_that_was_altered_under_its_version_is_named_and_judges_no_case_that_was_opened_before()
    {
        using var own = OpenWith(At("idle.json"));
        var number = Opened(Start(own, A, "qing-1"));
        var (altered, _) = Procedures.Shipped.With([
            CountyProcedure.File("idle.json", "idle", "qing-1", "\"length\": 15", "\"length\": 3"),
        ]);
        using var later = OpenWith(altered!);
        var book = new CaseBook(later, HolidayCalendar.Default);

        Opened(book.Take(number, Said("qing-1", "tell", 2), SampleSteps.Recording));
        var clock = Assert.Single(book.Judged(number).Filed!.Case.Clocks);
        Assert.Equal(Day(17), clock.Due(HolidayCalendar.Default).Day);
        Assert.Empty(ProjectionCheck.Faults(later));

        string[] digests = [.. new[] { own, later }.Select(store => store.Cases.Procedures.Find("idle")!.Text.Digest)];
        var refusal = Start(later, B, "qing-1").Refusal!;
        Assert.Equal("rules-other", refusal.Code);
        Assert.Equal(digests, refusal.Words);
        var other = Assert.Single(RuleCheck.Others(later, []));
        Assert.Equal("other-procedure", other.Code);
        Assert.Equal<string>(digests, [other.Arguments["kept"], other.Arguments["digest"]]);
        Assert.Empty(RuleCheck.Others(own, []));
    }

    [Fact]
    public void Each_step_tells_by_which_calendar_package_and_procedure_it_was_taken_and_the_ledger_keeps_them_once()
    {
        var number = Walk(A, "suspect", "notify");
        Walk(B, "suspect");
        string[] digests =
        [
            HolidayCalendar.Default.Text.Digest,
            RuleSets.Default.Text.Digest,
            Procedures.Shipped.Find("idle")!.Text.Digest,
        ];

        Assert.Equal(digests.Order(), new KeptRules(Store.Ledger).All().Select(text => text.Digest));
        foreach (var entry in Store.Ledger.About($"cases/{number}").Select(LedgerEntry.Of))
            Assert.Equal(
                $$"""{"calendar":"{{digests[0]}}","package":"{{digests[1]}}","procedure":"{{digests[2]}}"}""",
                entry.Says.GetProperty("rules").GetRawText()
            );
        Assert.Equal(0, RuleCheck.Of(Store.Ledger).Untold);
    }

    [Fact]
    public void A_step_of_an_older_program_tells_no_rules_and_is_counted()
    {
        using var own = OpenWith(At("idle.json"));
        var number = Opened(Start(own, A, "qing-1", keeps: false));
        Opened(
            new CaseBook(own, HolidayCalendar.Default).Take(number, Said("qing-1", "tell", 2), SampleSteps.Recording)
        );

        Assert.Equal(1, RuleCheck.Of(own.Ledger).Untold);
        Assert.Null(own.Cases.Find(number)!.Digest);
        Assert.Empty(ProjectionCheck.Faults(own));
    }

    [Fact]
    public void A_package_altered_under_its_version_judges_no_step_whatever_the_step_says()
    {
        var (first, altered) = (Package("一"), Package("二"));
        var book = new CaseBook(Store, HolidayCalendar.Default) { Rules = first };
        var number = Opened(book.Open(A, "idle", SampleSteps.Of("idle", "suspect", Day(1)), SampleSteps.Recording));

        // It lacks all that the step asks for: that is not what is told.
        var bare = Steps.Of(Procedures.Shipped.Find("idle")!, "notify", Day(2)) with
        {
            Kind = "nothing",
        };
        var refusal = new CaseBook(Store, HolidayCalendar.Default) { Rules = altered }
            .Take(number, bare, SampleSteps.Recording)
            .Refusal!;

        Assert.Equal("rules-other", refusal.Code);
        Assert.Equal<string>([first.Text.Digest, altered.Text.Digest], refusal.Words);
        var by = StepRules.Of(Store.Ledger, Book.Judged(number).Filed!.Entries[0]);
        Assert.Equal(first.Text.Digest, by.PackageOf(Store.Ledger, altered).Text.Digest);
        Assert.Null(new KeptRules(Store.Ledger).Same(altered).Rules);
        Assert.Equal(first, new KeptRules(Store.Ledger).Same(first).Rules);
    }

    [Fact]
    public void A_calendar_that_says_something_else_of_a_year_than_that_of_a_step_is_told_and_more_years_are_not()
    {
        Walk(A, "suspect");
        var day = HolidayCalendar.Default.Find(2026)!.Off.Min();
        Assert.Empty(RuleCheck.OtherCalendars(Store.Ledger, HolidayCalendar.Default.With(Year(2031))));

        var other = Assert.Single(RuleCheck.OtherCalendars(Store.Ledger, HolidayCalendar.Default.With(Year(2026))));

        Assert.Equal("other-calendar", other.Code);
        Assert.Equal("2026", other.Arguments["years"]);
        Assert.Equal(HolidayCalendar.Default.Text.Digest, other.Arguments["kept"]);
        Assert.False(HolidayCalendar.Default.IsWorkingDay(day));
    }

    /// <summary>A county's package, that says no more than its title.</summary>
    private static RuleSet Package(string title) =>
        RuleSets
            .Read(
                Json(
                    $$"""
                    { "version": "1", "id": "town", "title": { "zh": "{{title}}", "en": "Town" }, "rules": ["idle.not-started"],
                      "numbers": ["order-53", "house-defaults"] }
                    """
                )
            )
            .Rules!;

    /// <summary>A calendar of one year without days off.</summary>
    private static HolidayCalendar Year(int year) =>
        HolidayCalendar
            .Read(
                Json(
                    $$"""{ "years": [{ "year": {{year}}, "source": { "zh": "通知", "en": "Notice" }, "trust": "U", "off": [], "worked": [] }] }"""
                )
            )
            .Calendar!;

    private static MemoryStream Json(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
