using System.Text;
using LandLedger.Cases;
using LandLedger.Disposal;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.Ledger;
using LandLedger.Rules;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>By which rules a list was made, when their file has become another or is gone.</summary>
public abstract partial class ListStoreContract
{
    [Fact]
    public void A_list_is_judged_again_to_the_byte_after_facts_and_rules_have_moved_on()
    {
        var list = Issued(Issue(Town(1)));
        Assert.Equal(("town", "1", Town(1).Text.Digest), (list.Package, list.Version, list.Rules));
        AssertWhole();

        Change();

        using var other = OpenAgain();
        var found = new ListBook(other).Find(list.Number)!;
        var (again, _) = ListAgain.Of(other, found, atHand: null);
        Assert.Equal((3, null), (again!.Rows, again.Differs));
        // Read from the ledger alone, it says what the file did.
        Assert.Equal(list.Rules, again.Rules.Text.Digest);
        Assert.Null(ListAgain.Of(other, found, Town(1)).Again!.Differs);
    }

    [Fact]
    public void A_package_that_was_altered_under_its_version_is_named_and_nothing_is_judged_by_it()
    {
        var list = Issued(Issue(Town(1)));
        var altered = Town(2);
        var before = Store.Ledger.Head();

        var asked = ListAgain.Of(Store, list, altered).Refusal!;
        Assert.Equal(("rules-differ", "rules"), (asked.Code, asked.Place));
        var issued = Issue(altered).Refusal!;
        Assert.Equal(("rules-other", "rules"), (issued.Code, issued.Place));
        foreach (var refusal in (ListRefusal[])[asked, issued])
        foreach (var language in (Language[])[Language.Chinese, Language.English])
        {
            var told = refusal.In(language);
            Assert.Contains("town@1", told, StringComparison.Ordinal);
            Assert.Contains(list.Rules!, told, StringComparison.Ordinal);
            Assert.Contains(altered.Text.Digest, told, StringComparison.Ordinal);
        }
        Assert.Equal(before, Store.Ledger.Head());
        var other = Assert.Single(RuleCheck.Others(Store, [altered]));
        Assert.Equal(("other-package", "rules/" + list.Rules), (other.Code, other.About));
        Assert.Empty(RuleCheck.Others(Store, [Town(1)]));
        // Under a version of its own it is another package.
        Issued(Issue(Town(2, "2")));
    }

    [Fact]
    public void What_rules_say_is_kept_once_and_an_entry_of_it_that_was_altered_is_found()
    {
        Issued(Issue(Town(1)));
        Issued(Issue(Town(1)));
        var kept = Assert.Single(Store.Ledger.BySubject("rules/"));
        Assert.Equal((0, 0L), (RuleCheck.Of(Store.Ledger).Faults.Count, RuleCheck.Of(Store.Ledger).Untold));

        Unguard();
        var altered = Encoding.UTF8.GetString(kept.Bytes.Span).Replace("本镇", "别镇", StringComparison.Ordinal);
        Sql($"UPDATE {{0}}ledger SET entry = {Literal(altered)} WHERE number = {kept.Number}");

        Assert.Contains($"says {kept.About} text", Faults());
        Assert.Empty(new KeptRules(Store.Ledger).All());
    }

    [Fact]
    public void A_list_of_an_older_program_is_judged_again_by_the_package_at_hand_of_its_version()
    {
        var list = Issued(Issue()) with { Rules = null };

        Assert.Null(ListAgain.Of(Store, list, atHand: null).Again!.Differs);
        Assert.Equal("rules-missing", ListAgain.Of(Store, list with { Version = "0" }, null).Refusal!.Code);
        Assert.Equal("rules-differ", ListAgain.Of(Store, list, Town(1)).Refusal!.Code);
    }

    [Fact]
    public void A_publication_tells_how_its_last_day_was_counted_and_the_calendar_of_that_is_kept()
    {
        var calendar = HolidayCalendar.Default.With(Year2027);
        var list = Issued(Issue());
        var step = Step(ListStepKind.Published) with { Redaction = Redaction.Default.ToString() };
        var (counted, _) = PublicationPeriod.Of(step, 5, working: true, calendar);
        var published = Issued(new ListBook(Store) { Calendar = calendar }.Take(list.Number, counted!, Recorded()));

        Assert.Equal(new CountedPeriod(5, true, calendar.Text.Digest), Book.Find(list.Number)!.Publication!.Counted);
        Assert.Equal(new DateOnly(2027, 1, 11), published.Publication!.Until);
        Assert.Equal(published.Publication!.Until, Book.Find(list.Number)!.Publication!.Until);
        Assert.True(new KeptRules(Store.Ledger).Has(calendar.Text));
        Assert.Empty(RuleCheck.Of(Store.Ledger).Faults);
        Assert.Empty(RuleCheck.OtherCalendars(Store.Ledger, calendar));
        Assert.Equal("days-wrong", PublicationPeriod.Of(step, 0, true, HolidayCalendar.Default).Refusal!.Code);
        Assert.Equal("no-calendar", PublicationPeriod.Of(step, 5, true, HolidayCalendar.None).Refusal!.Code);
        Assert.Equal("until-and-days", PublicationPeriod.Of(counted!, 5, false, HolidayCalendar.None).Refusal!.Code);
        AssertWhole();
    }

    /// <summary>Without days off.</summary>
    private static HolidayCalendar Year2027 =>
        HolidayCalendar
            .Read(
                new MemoryStream(
                    Encoding.UTF8.GetBytes(
                        """{ "years": [{ "year": 2027, "source": { "zh": "通知", "en": "Notice" }, "trust": "U", "off": [], "worked": [] }] }"""
                    )
                )
            )
            .Calendar!;

    /// <summary>A county's own package.</summary>
    /// <param name="years">After how many years land is idle.</param>
    private static RuleSet Town(int years, string version = "1") =>
        RuleSets
            .Read(
                new MemoryStream(
                    Encoding.UTF8.GetBytes(
                        $$"""
                        { "version": "{{version}}", "id": "town", "title": { "zh": "本镇", "en": "Town" }, "rules": ["idle.not-started"],
                          "numbers": ["order-53", "house-defaults"],
                          "instruments": [{ "id": "town-1", "title": { "zh": "细则", "en": "Rules" }, "issuer": { "zh": "镇政府", "en": "Town" },
                            "number": { "zh": "1号", "en": "1" }, "inForce": "2020-01-01", "trust": "R" }],
                          "own": { "instrument": "town-1", "numbers": [
                            { "id": "idle.full-years", "value": {{years}}, "unit": "year", "from": "2020-01-01", "article": "3", "trust": "R" },
                            { "id": "idle.take-back-years", "value": 5.0, "unit": "year", "from": "2020-01-01", "article": "4", "trust": "R" }] } }
                        """
                    )
                )
            )
            .Rules!;

    private (IssuedList? List, ListRefusal? Refusal) Issue(RuleSet rules) =>
        Book.Issue(
            Asked() with
            {
                Judge = () =>
                    DisposalList.Of(
                        ParkEvaluation.Of(Store, rules, AsOf, new PlotQuery { Shapes = true }),
                        ListBasis.Of(rules, AsOf, "园区"),
                        Texts.Chinese,
                        []
                    ),
            },
            Recorded()
        );
}
